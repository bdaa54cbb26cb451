import type { CaptionerProblem, CaptionerReport } from '@proofline/domain/captioner.ts';
import { collectReply } from './collect-reply.ts';
import { createOllamaClient, isSameModel, type InstalledModel } from './ollama-client.ts';
import { ModelFault } from './model-failure.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { preflight, type Checks } from './preflight.ts';
import { probeFailure, probeQuestion } from './probe-image.ts';
import { within } from './within.ts';
import type { Question, Reply, VisionModel } from './vision-model.ts';

export type OllamaOptions = {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly model: string;
  /** How long the model stays in memory when nothing is asked, as Ollama takes it: `5m`, `-1` for ever. */
  readonly keepAlive: string;
  /** The same for every question: another size makes Ollama load the model anew. */
  readonly contextTokens: number;
  /** Longest time for one reply. */
  readonly timeoutMs: number;
};

/** A model that says it has fewer than these is older than what makes drafts reliable: `format` was ignored with `think: false` before. */
const GOOD_VERSION = [0, 31, 2];
/** The first one that holds an answer to a JSON schema: before it `format` was refused or no more than a wish. */
const LEAST_VERSION = [0, 5, 0];
/** Penalties make loops rarer and do not prevent them; Ollama's own default is to use none. */
const SAMPLING = { top_k: 40, top_p: 0.9, min_p: 0.05, repeat_penalty: 1.1, repeat_last_n: 64 };

export function ollamaModel(options: OllamaOptions): VisionModel {
  const { baseUrl, model, keepAlive, contextTokens, timeoutMs } = options;
  const client = createOllamaClient(baseUrl);
  const inTurn = oneAtATime();
  let report: CaptionerReport | null = null;
  let lastDigest: string | null = null;

  const reply = (question: Question, signal: AbortSignal): Promise<Reply> =>
    collectReply(client.chat(requestOf(question), signal));

  const requestOf = ({ system, text, images, schema, maxTokens, temperature, seed }: Question) => ({
    model,
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: text, images: images.map((image) => Buffer.from(image).toString('base64')) },
    ],
    format: schema,
    think: false,
    logprobs: true,
    keep_alive: /^-?\d+$/u.test(keepAlive) ? Number(keepAlive) : keepAlive,
    options: { ...SAMPLING, temperature, seed, num_ctx: contextTokens, num_predict: maxTokens },
  });

  /** A runner that died is loaded anew, once: the memory that it lacked may be there now. */
  async function ask(question: Question, signal: AbortSignal): Promise<Reply> {
    try {
      return await reply(question, signal);
    } catch (error) {
      if (!(error instanceof ModelFault) || !error.runnerDied) throw error;
      await client.unload(model, signal).catch(() => signal.throwIfAborted());
      return reply(question, signal);
    }
  }

  async function find(signal: AbortSignal): Promise<InstalledModel | undefined> {
    const found = (await client.installed(signal)).find(({ name }) => isSameModel(name, model));
    if (found !== undefined) lastDigest = found.digest;
    return found;
  }

  const looksAt: Checks = {
    async presence(signal) {
      const found = await find(signal);
      return found === undefined ? missing(options) : (cloudProblem(found, model) ?? found.digest);
    },
    async proveVision(digest, signal) {
      const version = await client.version(signal);
      const tooOld = tooOldProblem(version, baseUrl);
      if (tooOld !== null) return tooOld;
      const failure = probeFailure(
        await within(timeoutMs, signal, async (limited) => reply(await probeQuestion(), limited)),
      );
      if (failure !== null) return blind(model, failure);
      report = {
        server: `Ollama ${version} at ${baseUrl}`,
        model,
        modelDigest: digest,
        gpuShare: await client.gpuShare(model, signal),
        answerForm: null,
        warnings: warningsOf(version, await client.capabilities(model, signal)),
      };
      return null;
    },
  };
  const checks = preflight(looksAt, inTurn);

  return {
    name: model,
    habits: SAMPLING,
    async digest(signal) {
      await find(signal).catch((error: unknown) => {
        signal.throwIfAborted();
        // What was drafted before is found again while the server is down; nothing new is drafted then.
        if (lastDigest === null) throw error;
      });
      return lastDigest;
    },
    problems: (signal) => checks.problems(signal),
    report: () => report,
    ask: (question, signal) =>
      inTurn(() => checks.watching(() => within(timeoutMs, signal, (limited) => ask(question, limited))), signal),
  };
}

function missing({ baseUrl, model }: OllamaOptions): CaptionerProblem {
  const reason = `Ollama at ${baseUrl} has no model ${model}; install it with: ollama pull ${model}`;
  return { condition: 'model-missing', reason };
}

/** Such a model is a name for a machine elsewhere: the photos would leave this one. */
function cloudProblem({ name, remote_host: host }: InstalledModel, model: string): CaptionerProblem | null {
  if (!/[:-]cloud$/u.test(name) && !/[:-]cloud$/u.test(model) && host === undefined) return null;
  const where = host === undefined ? '' : ` (${host})`;
  const reason = `the model ${model} runs on a machine of others${where}; no photo was sent; choose one that is installed here`;
  return { condition: 'model-missing', reason };
}

export function blind(model: string, failure: string): CaptionerProblem {
  const reason = `the model ${model} does not see pictures as it must (${failure}); choose a model with vision`;
  return { condition: 'model-missing', reason };
}

function tooOldProblem(version: string, baseUrl: string): CaptionerProblem | null {
  if (!isOlder(version, LEAST_VERSION)) return null;
  const reason = `Ollama ${version} at ${baseUrl} is too old to be held to the form of an answer; no photo was sent; install ${GOOD_VERSION.join('.')} or newer`;
  return { condition: 'captioner-unavailable', reason };
}

/** One that was built by hand calls itself 0.0.0: nobody knows how old it is. */
function isOlder(version: string, than: readonly number[]): boolean {
  const numbers = version.split(/[.-]/u).slice(0, 3).map(Number);
  if (numbers.every((number) => number === 0)) return false;
  const at = than.findIndex((wanted, index) => (numbers[index] ?? 0) !== wanted);
  return at !== -1 && (numbers[at] ?? 0) < (than[at] ?? 0);
}

function warningsOf(version: string, capabilities: readonly string[] | null): readonly string[] {
  return [
    ...(isOlder(version, GOOD_VERSION)
      ? [`Ollama ${version} may ignore the form of the answer; install ${GOOD_VERSION.join('.')} or newer`]
      : []),
    ...(capabilities?.includes('vision') === false
      ? ['Ollama lists the model as one without vision; it saw the probe']
      : []),
  ];
}
