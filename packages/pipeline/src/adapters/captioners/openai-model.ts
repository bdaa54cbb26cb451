import type { CaptionerProblem, CaptionerReport } from '@proofline/domain/captioner.ts';
import { collectReply } from './collect-reply.ts';
import { createOpenAiClient } from './openai-client.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { blind } from './ollama-model.ts';
import { preflight } from './preflight.ts';
import { probeFailure, probeQuestion } from './probe-image.ts';
import type { Question, Reply, VisionModel } from './vision-model.ts';
import { within } from './within.ts';

/** How a server is made to answer in JSON: LM Studio knows only the first, old servers only the second, any model the third. */
export const structuredOutputs = ['json_schema', 'json_object', 'prompt'] as const;
export type StructuredOutput = (typeof structuredOutputs)[number];

export type OpenAiOptions = {
  /** Ends in `/v1`, without a slash behind it. */
  readonly baseUrl: string;
  readonly model: string;
  /** Never logged and never part of a message. */
  readonly apiKey: string | null;
  readonly structuredOutput: StructuredOutput;
  /** Longest time for one reply. */
  readonly timeoutMs: number;
};

export function openAiModel({ baseUrl, model, apiKey, structuredOutput, timeoutMs }: OpenAiOptions): VisionModel {
  const client = createOpenAiClient(baseUrl, apiKey);
  const inTurn = oneAtATime();
  let report: CaptionerReport | null = null;

  const requestOf = ({ system, text, images, schema, maxTokens, temperature, seed }: Question) => ({
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
    ...responseFormat(structuredOutput, schema),
    max_tokens: maxTokens,
    temperature,
    seed,
    logprobs: true,
  });
  const reply = (question: Question, signal: AbortSignal): Promise<Reply> =>
    collectReply(client.chat(requestOf(question), signal));

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
        const failure = probeFailure(
          await within(timeoutMs, signal, async (limited) => reply(await probeQuestion(), limited)),
        );
        if (failure !== null) return blind(model, failure);
        report = { server: baseUrl, model, modelDigest: null, gpuShare: null, warnings: [] };
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
      (await checks.problems(signal)).map((problem) => withSetting(problem, structuredOutput)),
    report: () => report,
    ask: (question, signal) =>
      inTurn(() => checks.watching(() => within(timeoutMs, signal, (limited) => reply(question, limited))), signal),
  };
}

/** The server's words name a field of the request; the operator knows it by its setting. */
function withSetting(problem: CaptionerProblem, structuredOutput: StructuredOutput): CaptionerProblem {
  if (!/response_format|json_schema|json_object/u.test(problem.reason)) return problem;
  const others = structuredOutputs.filter((one) => one !== structuredOutput).join(' or ');
  const remedy = `have it answer in another form: PROOFLINE_OPENAI_STRUCTURED (now ${structuredOutput}) can be ${others}`;
  return { ...problem, reason: `${problem.reason}; ${remedy}` };
}

function responseFormat(structuredOutput: StructuredOutput, schema: Question['schema']) {
  switch (structuredOutput) {
    case 'json_schema':
      return { response_format: { type: 'json_schema', json_schema: { name: 'answer', strict: true, schema } } };
    case 'json_object':
      return { response_format: { type: 'json_object' } };
    case 'prompt':
      return {};
  }
}
