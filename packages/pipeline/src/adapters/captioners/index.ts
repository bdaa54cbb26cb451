import type { Captioner } from '@proofline/domain/captioner.ts';
import type { TextLimits } from '@proofline/domain/text-gate/gate-settings.ts';
import type { Captioners } from '../../captioners.ts';
import { ollamaCaptioner } from './ollama.ts';
import { openAiCompatibleCaptioner } from './openai-compatible.ts';
import type { OpenAiOptions } from './openai-model.ts';
import { createTemplateCaptioner } from './template.ts';

export type CaptionersOptions = {
  readonly ollama: { readonly baseUrl: string; readonly model: string; readonly keepAlive: string };
  /** Null where the operator names no such server. */
  readonly openAi: Omit<OpenAiOptions, 'timeoutMs'> | null;
  readonly temperature: number;
  readonly seed: number;
  readonly contextTokens: number;
  readonly timeoutMs: number;
  /** How long texts may be; as usual where nothing is said. */
  readonly limits?: TextLimits;
  readonly fallback: { readonly captioner: string; readonly model: string | null } | null;
};

/** Every captioner that a set may ask for. A new one: one file beside this, one line here, one test that calls `proveCaptioner`. */
export function openCaptioners(options: CaptionersOptions): Captioners {
  const { ollama, openAi, fallback: _fallback, ...shared } = options;
  return {
    template: createTemplateCaptioner(options.limits),
    ollama: ollamaCaptioner({ ...ollama, ...shared }),
    ...(openAi !== null && { 'openai-compatible': openAiCompatibleCaptioner({ ...openAi, ...shared }) }),
  };
}

/** Who drafts again what did not pass; null where the operator wants nobody. The same captioner with another model is another one. */
export function openFallback(options: CaptionersOptions, captioners: Captioners): Captioner | null {
  const { fallback, ollama, openAi } = options;
  if (fallback === null) return null;
  const { captioner: id, model } = fallback;
  if (model === null) return captioners[id] ?? null;
  const withModel = {
    ...options,
    ollama: { ...ollama, model },
    openAi: openAi === null ? null : { ...openAi, model },
  };
  return openCaptioners(withModel)[id] ?? null;
}
