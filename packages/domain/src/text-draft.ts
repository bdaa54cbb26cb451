import type { GateRecord } from './text-gate/gate-record.ts';

/** One drafted text for one photo, with how it came about. A draft is never published as such: a person approves it. */
export type TextDraft = {
  readonly captioner: string;
  /** Null where no model was involved. */
  readonly model: string | null;
  /** Null where the server of the model tells none. */
  readonly modelDigest: string | null;
  /** Hash of template, parameters and rules that made the request. */
  readonly promptVersion: string;
  readonly caption: string;
  readonly altText: string;
  readonly keywords: readonly string[];
  /** Our trust in the draft. */
  readonly confidence: 'low' | 'medium' | 'high';
  readonly latencyMs: number;
  /** Absent where the captioner tells none. */
  readonly logprobs?: DraftLogprobs;
  /** The reply was no JSON and had to be mended before it could be read. */
  readonly isRepaired?: true;
  /** The set's own captioner, where the second one's draft took the place of its own. */
  readonly fallback?: OtherDraft;
  /** The second captioner, where it was asked and this draft stayed all the same. */
  readonly passedOver?: OtherDraft;
  /** Why there is no text, in words: the texts are empty then, and somebody writes them. */
  readonly failure?: string;
  /** What a person asked the captioner to mind. */
  readonly hint?: string;
  /** How it went through the gate; absent before, and in drafts from before there was one. */
  readonly gate?: GateRecord;
};

/**
 * Natural logarithms of the probability of each token, before temperature and grammar, in the order of the text. Tokens inside the values only, without the
 * first one behind a quote: the grammar forces the rest, and it says nothing (ollama passes llama.cpp's raw values on).
 */
export type DraftLogprobs = {
  readonly caption: readonly number[];
  readonly altText: readonly number[];
  readonly keywords: readonly number[];
};

/** A draft of another captioner that was not taken. */
export type OtherDraft = {
  readonly captioner: string;
  readonly model: string | null;
  /** What the gate had against it, or why it never came, in words. */
  readonly reason: string;
};
