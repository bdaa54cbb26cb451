import { Blocked } from '@proofline/domain/blocking.ts';
import { RefusedPhoto } from '@proofline/domain/refusal.ts';

/** The server answered, and not with a reply. Thrown as such when it may work next time. */
export class ModelFault extends Error {
  override readonly name = 'ModelFault';
  /** Null for what came in the middle of a stream, under a status that had said that all is well. */
  readonly status: number | null;
  /** The process that runs the model died over this question. */
  readonly runnerDied: boolean;

  constructor(message: string, status: number | null, { runnerDied = false, ...options }: FaultOptions = {}) {
    super(message, options);
    this.status = status;
    this.runnerDied = runnerDied;
  }
}

/** The server will not have this picture, now or later. */
export class NotCaptionable extends RefusedPhoto {
  /** What the server said, without what it means for a photo. */
  readonly answer: string;

  constructor(answer: string, remedy = 'add the photo again with another captioner') {
    super({
      code: 'not-captionable',
      reason: `the captioner will not draft text for this photo and will not another time: ${answer}; the original is untouched; ${remedy}`,
    });
    this.answer = answer;
  }
}

type FaultOptions = ErrorOptions & { readonly runnerDied?: boolean };

/** Whom a failure stands in the way of. */
type FailureClass =
  /** Everybody, until the server is well again. */
  | 'unavailable'
  /** Everybody, until the operator installs or names another model. */
  | 'model'
  /** This photo, for ever. */
  | 'photo'
  /** This question, this time. */
  | 'again'
  /** The same, and a model that is loaded anew may do better. */
  | 'runner-died';

/** `remedy`: what the operator can do, where the server does not say it. */
type Known = {
  readonly status?: number;
  readonly text?: RegExp;
  readonly means: FailureClass;
  readonly remedy?: string;
};

const OTHER_MODEL = 'name a model that looks at pictures in the settings, and start Proofline again';
const MORE_ROOM = 'set PROOFLINE_CAPTIONER_CONTEXT_TOKENS higher, start Proofline again and add the photo again';

/**
 * What servers say, first match wins: the list of Ollama's error texts with what each calls for. It is their only way to say it: the same
 * status stands for a missing model and for a broken picture. A status is left out where the text also comes in the middle of a stream.
 */
const known: readonly Known[] = [
  // Whether it is this photo or every photo that does not fit into memory is found out with the probe.
  {
    text: /out of memory|cudaMalloc failed|failed to allocate|not enough memory|requires more system memory|out_of_device_memory/iu,
    means: 'runner-died',
  },
  { text: /runner has unexpectedly stopped|runner process has terminated/iu, means: 'runner-died' },
  { text: /model ['"].*['"] not found|model .* does not exist|model_not_found/iu, means: 'model' },
  { text: /invalid model name|model is required/iu, means: 'model' },
  {
    text: /does not support (?:chat|generate|vision|thinking|completion|image)/iu,
    means: 'model',
    remedy: OTHER_MODEL,
  },
  { text: /image input is not supported|mmproj/iu, means: 'model', remedy: OTHER_MODEL },
  { text: /no longer compatible with your version|may be incompatible with your version/iu, means: 'model' },
  { text: /failed to load image|invalid image input|cannot identify image/iu, means: 'photo' },
  {
    text: /exceed.{0,20}context|longer than the context length|maximum context length/iu,
    means: 'photo',
    remedy: MORE_ROOM,
  },
  { text: /request canceled/iu, means: 'again' },
  { text: /server busy|loading model/iu, means: 'unavailable' },
  { status: 401, means: 'unavailable', remedy: 'check the key in the settings, and start Proofline again' },
  { status: 403, means: 'model' },
  { status: 404, means: 'unavailable' },
  { status: 429, means: 'unavailable' },
  { status: 499, means: 'again' },
  { status: 502, means: 'unavailable' },
  { status: 503, means: 'unavailable' },
  { status: 504, means: 'unavailable' },
  { status: 400, means: 'photo' },
  { status: 413, means: 'photo' },
  { status: 422, means: 'photo' },
];

/** The error to throw for what `server` said of a question to `model`. */
export function failureOf(server: string, model: string, status: number | null, said: string): Error {
  const { means, remedy } = known.find((one) => isAbout(one, status, said)) ?? { means: 'again' };
  const answer = `${server} answered${status === null ? ' in the middle of its reply' : ` ${status}`}: ${said}`;
  const withRemedy = remedy === undefined ? answer : `${answer}; ${remedy}`;
  switch (means) {
    case 'unavailable':
      return new Blocked('captioner-unavailable', withRemedy);
    case 'model':
      return new Blocked('model-missing', `the model ${model} cannot draft: ${withRemedy}`);
    case 'photo':
      return new NotCaptionable(answer, remedy);
    case 'again':
    case 'runner-died':
      return new ModelFault(answer, status, { runnerDied: means === 'runner-died' });
  }
}

function isAbout(one: Known, status: number | null, said: string): boolean {
  return (one.status === undefined || one.status === status) && (one.text === undefined || one.text.test(said));
}

/** The connection failed: nobody is there, or nobody is left. */
export function unreachable(address: string, error: unknown, remedy: string): Blocked {
  const { code, message } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
  return new Blocked('captioner-unavailable', `nobody answers at ${address} (${code ?? message}); ${remedy}`, {
    cause: error,
  });
}

/** Somebody is there and does not answer as it should; `how` completes the address. */
export function unwell(address: string, how: string, error: unknown): Blocked {
  return new Blocked('captioner-unavailable', `what answers at ${address} ${how}`, { cause: error });
}

/** Longest answer of a server that goes into a message. */
const SAID_CHARS = 500;

/**
 * The words in the body of an error. Ollama hands on what its inner server said as a string: JSON in JSON. Others nest one object
 * deep, and what stands between here and there may answer with a page.
 */
export function saidIn(body: string): string {
  let said: unknown = body;
  for (let depth = 0; depth < 4; depth += 1) {
    const parsed: unknown = typeof said === 'string' ? jsonOf(said) : said;
    if (typeof parsed !== 'object' || parsed === null) break;
    const { error, message, detail } = parsed as { error?: unknown; message?: unknown; detail?: unknown };
    const inner = error ?? message ?? detail;
    if (inner === undefined) break;
    said = inner;
  }
  const words = (typeof said === 'string' ? said : JSON.stringify(said)).replaceAll(/\s+/gu, ' ').trim();
  return words === '' ? 'nothing' : words.slice(0, SAID_CHARS);
}

function jsonOf(text: string): unknown {
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
