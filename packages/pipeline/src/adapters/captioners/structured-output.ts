import { ModelFault, NotCaptionable } from './model-failure.ts';
import type { Question } from './vision-model.ts';

/** How a server is made to answer in JSON, the strictest first: LM Studio knows the first alone, old servers the second, any model the third. */
export const structuredOutputs = ['json_schema', 'json_object', 'prompt'] as const;
export type StructuredOutput = (typeof structuredOutputs)[number];

/** `auto`: the strictest that the server does not refuse, found out by asking. */
export type StructuredOutputSetting = StructuredOutput | 'auto';

export type AnswerForm = {
  /** What is asked for now. */
  readonly now: StructuredOutput;
  /** What the server refused, with its words; empty where the operator has set the form. */
  readonly refused: readonly { readonly form: StructuredOutput; readonly answer: string }[];
};

/** What one server takes from one model, for as long as this lives. */
export type AnswerForms = {
  known(): AnswerForm;
  /** Begins with the strictest again: another server may stand there now. */
  forget(): void;
  /** Puts a question in the form that is known, and in looser ones while the server refuses the form. */
  ask<Result>(put: (form: StructuredOutput) => Promise<Result>): Promise<Result>;
};

export function answerForms(setting: StructuredOutputSetting): AnswerForms {
  let refused: AnswerForm['refused'] = [];
  const now = () => (setting === 'auto' ? structuredOutputs[refused.length]! : setting);
  return {
    known: () => ({ now: now(), refused }),
    forget: () => void (refused = []),
    async ask(put) {
      for (;;) {
        const form = now();
        try {
          return await put(form);
        } catch (error) {
          const answer = refusalOf(error);
          // Nothing is looser than to ask in words.
          if (answer === null || setting !== 'auto' || form === 'prompt') throw error;
          refused = [...refused, { form, answer }];
        }
      }
    },
  };
}

/** As the field of the request that asks for it; nothing where the prompt alone does. */
export function responseFormat(form: StructuredOutput, schema: Question['schema']): object {
  switch (form) {
    case 'json_schema':
      return { response_format: { type: 'json_schema', json_schema: { name: 'answer', strict: true, schema } } };
    case 'json_object':
      return { response_format: { type: 'json_object' } };
    case 'prompt':
      return {};
  }
}

/**
 * Words for the form of an answer, in whatever status: LM Studio answers 400 with "'response_format.type' must be 'json_schema' or 'text'", older servers of
 * llama.cpp 500 with 'response_format type must be one of "text" or "json_object"', newer ones 400 with "failed to parse grammar", vLLM 400 with "The provided
 * JSON schema contains features not supported by xgrammar."
 */
const aboutForm =
  /response_?format|json_schema|json_object|json schema|\bgrammar\b|xgrammar|outlines|guided.(?:json|decoding)|structured.outputs?/iu;

/** What the server said against the form of the answer; null where it failed over something else. */
function refusalOf(error: unknown): string | null {
  const answer = error instanceof NotCaptionable ? error.answer : error instanceof ModelFault ? error.message : '';
  return aboutForm.test(answer) ? answer : null;
}
