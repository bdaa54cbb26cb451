import type { CaptionerProblem, CaptionerReport } from '@proofline/domain/captioner.ts';

/** One question about photos, whose answer is JSON. */
export type Question = {
  readonly system: string;
  readonly text: string;
  /** JPEGs, whatever the server could read besides: WebP and HEIC fail on many. */
  readonly images: readonly Uint8Array[];
  /** JSON schema of the answer. It goes into the request and into the prompt: many servers ignore the one, many models the other. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly maxTokens: number;
  readonly temperature: number;
  readonly seed: number;
};

export type Reply = {
  readonly text: string;
  /** `stop`: the model was done. `length`: it was cut off at `maxTokens`. `loop`: it repeated itself and was stopped. */
  readonly end: 'stop' | 'length' | 'loop';
  /** Null where the server tells none. */
  readonly tokens: readonly ReplyToken[] | null;
  /** What went with this question beside the model's usual habits, where that is found out by asking. */
  readonly habits?: Readonly<Record<string, unknown>>;
};

export type ReplyToken = {
  /** Bytes of UTF-8: a token may hold half a letter. */
  readonly bytes: Uint8Array;
  /** Natural logarithm of its probability. */
  readonly logprob: number;
};

/** One piece of a streamed reply; `end` is set in the last one. */
export type ReplyPart = {
  readonly text: string;
  readonly tokens: readonly ReplyToken[];
  readonly end: 'stop' | 'length' | null;
};

/** A model that looks at photos, behind whatever protocol. */
export type VisionModel = {
  readonly name: string;
  /** What goes with every question and may change the answer, beside the question itself. JSON-safe; part of a draft's prompt version. */
  readonly habits: Readonly<Record<string, unknown>>;
  /** Of the weights; null where the server tells none. The last one seen while the server is down. */
  digest(signal: AbortSignal): Promise<string | null>;
  /** Whether questions can be put now; see the port of captioners. */
  problems(signal: AbortSignal): Promise<readonly CaptionerProblem[]>;
  report(): CaptionerReport | null;
  /**
   * Throws `Blocked` when no photo is at fault, `RefusedPhoto` when this one is, anything else for what may work next time. Questions
   * of one model wait for each other.
   */
  ask(question: Question, signal: AbortSignal): Promise<Reply>;
};
