import type { Captioner } from '@proofline/domain/captioner.ts';
import { modelCaptioner } from './model-captioner.ts';
import { ollamaModel, type OllamaOptions } from './ollama-model.ts';
import type { PromptParameters } from './draft-prompt.ts';

/** Drafts with a model of an Ollama server, on this machine unless the operator allows another one. */
export function ollamaCaptioner(options: OllamaOptions & PromptParameters): Captioner {
  return modelCaptioner('ollama', ollamaModel(options), options);
}
