import type { Captioner } from '@proofline/domain/captioner.ts';
import type { PromptParameters } from './draft-prompt.ts';
import { modelCaptioner } from './model-captioner.ts';
import { openAiModel, type OpenAiOptions } from './openai-model.ts';

/** Drafts with a model behind OpenAI's protocol: LM Studio, the server of llama.cpp, vLLM. */
export function openAiCompatibleCaptioner(options: OpenAiOptions & PromptParameters): Captioner {
  return modelCaptioner('openai-compatible', openAiModel(options), options);
}
