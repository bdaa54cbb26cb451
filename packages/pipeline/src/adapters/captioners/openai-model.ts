import type { CaptionerProblem, CaptionerReport } from '@proofline/domain/captioner.ts';
import { collectReply } from './collect-reply.ts';
import { createOpenAiClient } from './openai-client.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { blind } from './ollama-model.ts';
import { preflight } from './preflight.ts';
import { probeFailure, probeQuestion } from './probe-image.ts';
import {
  answerForms,
  responseFormat,
  type StructuredOutput,
  type StructuredOutputSetting,
} from './structured-output.ts';
import type { Question, Reply, VisionModel } from './vision-model.ts';
import { within } from './within.ts';

export type OpenAiOptions = {
  /** Ends in `/v1`, without a slash behind it. */
  readonly baseUrl: string;
  readonly model: string;
  /** Never logged and never part of a message. */
  readonly apiKey: string | null;
  readonly structuredOutput: StructuredOutputSetting;
  /** Longest time for one reply. */
  readonly timeoutMs: number;
};

export function openAiModel({ baseUrl, model, apiKey, structuredOutput, timeoutMs }: OpenAiOptions): VisionModel {
  const client = createOpenAiClient(baseUrl, apiKey);
  const inTurn = oneAtATime();
  const forms = answerForms(structuredOutput);
  let report: CaptionerReport | null = null;

  const requestOf = (
    { system, text, images, schema, maxTokens, temperature, seed }: Question,
    form: StructuredOutput,
  ) => ({
    model,
    messages: [
      { role: 'system', content: system },
      {
        role: 'user',
        content: [
          { type: 'text', text },
          ...images.map((image) => ({
            type: 'image_url',
            image_url: { url: `data:image/jpeg;base64,${Buffer.from(image).toString('base64')}` },
          })),
        ],
      },
    ],
    ...responseFormat(form, schema),
    max_tokens: maxTokens,
    temperature,
    seed,
    logprobs: true,
  });
  const reply = (question: Question, signal: AbortSignal): Promise<Reply> =>
    forms.ask(async (form) => ({
      ...(await collectReply(client.chat(requestOf(question, form), signal))),
      habits: { structuredOutput: form },
    }));

  const checks = preflight(
    {
      async presence(signal) {
        const served = await client.served(signal);
        if (served.includes(model)) return model;
        const there = served.length === 0 ? 'none' : served.join(', ');
        const reason = `the server at ${baseUrl} has no model ${model} (it has: ${there}); load it there, or name one that it has`;
        return { condition: 'model-missing', reason };
      },
      async proveVision(_weights, signal) {
        forms.forget();
        const failure = probeFailure(
          await within(timeoutMs, signal, async (limited) => reply(await probeQuestion(), limited)),
        );
        if (failure !== null) return blind(model, failure);
        const { now, refused } = forms.known();
        report = {
          server: baseUrl,
          model,
          modelDigest: null,
          gpuShare: null,
          answerForm: { name: now, isSet: structuredOutput !== 'auto' },
          warnings: refused.map(({ form, answer }) => `answers are not held to ${form}: ${answer}`),
        };
        return null;
      },
    },
    inTurn,
  );

  return {
    name: model,
    habits: { structuredOutput },
    digest: () => Promise.resolve(null),
    problems: async (signal) =>
      (await checks.problems(signal)).map((problem) =>
        structuredOutput === 'auto' ? problem : withSetting(problem, structuredOutput),
      ),
    report: () => report,
    ask: (question, signal) =>
      inTurn(() => checks.watching(() => within(timeoutMs, signal, (limited) => reply(question, limited))), signal),
  };
}

/** The server's words name a field of the request; the operator knows it by its setting. */
function withSetting(problem: CaptionerProblem, structuredOutput: StructuredOutput): CaptionerProblem {
  if (!/response_format|json_schema|json_object/u.test(problem.reason)) return problem;
  const remedy = `have it answer in another form: leave PROOFLINE_OPENAI_STRUCTURED (now ${structuredOutput}) out, and what the server can is found out`;
  return { ...problem, reason: `${problem.reason}; ${remedy}` };
}
