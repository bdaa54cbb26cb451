import { z } from 'zod';
import { linesOf } from './lines-of.ts';
import { failureOf, ModelFault, saidIn, unreachable, unwell } from './model-failure.ts';
import type { ReplyPart, ReplyToken } from './vision-model.ts';

const LOOK_TIMEOUT_MS = 10_000;
const ERROR_BODY_CHARS = 20_000;

const servedModels = z.object({ data: z.array(z.object({ id: z.string() })) });

const token = z.object({ token: z.string(), logprob: z.number(), bytes: z.array(z.number()).nullish() });
const chunk = z.object({
  choices: z
    .array(
      z.object({
        delta: z.object({ content: z.string().nullish() }).optional(),
        finish_reason: z.string().nullish(),
        logprobs: z.object({ content: z.array(token).nullish() }).nullish(),
      }),
    )
    .default([]),
  error: z.unknown().optional(),
});

export type OpenAiClient = {
  /** Ids of the models that the server can answer with. */
  served(signal: AbortSignal): Promise<readonly string[]>;
  chat(
    request: Readonly<Record<string, unknown>> & { readonly model: string },
    signal: AbortSignal,
  ): AsyncGenerator<ReplyPart>;
};

/** The part of OpenAI's protocol that LM Studio, llama.cpp and vLLM have in common. `baseUrl` ends in `/v1` and has no slash behind it. */
export function createOpenAiClient(baseUrl: string, apiKey: string | null): OpenAiClient {
  const server = `the server at ${baseUrl}`;

  async function open(path: string, body: unknown, signal: AbortSignal): Promise<Response> {
    const headers = {
      ...(apiKey !== null && { Authorization: `Bearer ${apiKey}` }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    };
    const post = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    try {
      return await fetch(`${baseUrl}${path}`, { ...post, headers, signal, redirect: 'error' });
    } catch (error) {
      signal.throwIfAborted();
      throw unreachable(baseUrl, error, 'start the server there, or correct the address');
    }
  }

  async function throwFailure(response: Response, model: string): Promise<never> {
    throw failureOf(server, model, response.status, saidIn((await response.text()).slice(0, ERROR_BODY_CHARS)));
  }

  return {
    async served(signal) {
      const patience = AbortSignal.timeout(LOOK_TIMEOUT_MS);
      try {
        const response = await open('/models', undefined, AbortSignal.any([signal, patience]));
        if (!response.ok) return await throwFailure(response, '');
        return servedModels.parse(await response.json()).data.map(({ id }) => id);
      } catch (error) {
        signal.throwIfAborted();
        if (patience.aborted)
          throw unwell(baseUrl, `took longer than ${LOOK_TIMEOUT_MS / 1000} s for /models; restart it`, error);
        if (error instanceof SyntaxError || error instanceof z.ZodError)
          throw unwell(baseUrl, 'lists no models as servers of this protocol do; correct the address', error);
        throw error;
      }
    },
    async *chat(request, signal) {
      const response = await open('/chat/completions', { ...request, stream: true }, signal);
      if (!response.ok || response.body === null) return await throwFailure(response, request.model);
      yield* partsOf(response.body, server, request.model, signal);
    },
  };
}

async function* partsOf(
  body: AsyncIterable<Uint8Array>,
  server: string,
  model: string,
  signal: AbortSignal,
): AsyncGenerator<ReplyPart> {
  let end: ReplyPart['end'] = null;
  try {
    for await (const line of linesOf(body)) {
      // Server-sent events: lines that begin otherwise are comments that keep the connection open.
      if (!line.startsWith('data:')) continue;
      const event = line.slice('data:'.length).trim();
      if (event === '[DONE]') break;
      const { choices, error } = chunk.parse(JSON.parse(event));
      if (error !== undefined) throw failureOf(server, model, null, saidIn(event));
      const [choice] = choices;
      if (choice === undefined) continue;
      if (choice.finish_reason) end = choice.finish_reason === 'length' ? 'length' : 'stop';
      yield { text: choice.delta?.content ?? '', tokens: (choice.logprobs?.content ?? []).map(tokenOf), end: null };
    }
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof SyntaxError || error instanceof z.ZodError)
      throw new ModelFault(`${server} sent an event that is no part of a reply`, null, { cause: error });
    if (error instanceof TypeError) throw new ModelFault(`${server} broke off its reply`, null, { cause: error });
    throw error;
  }
  if (end === null) throw new ModelFault(`${server} broke off its reply`, null);
  yield { text: '', tokens: [], end };
}

function tokenOf({ token: text, logprob, bytes }: z.infer<typeof token>): ReplyToken {
  return { bytes: bytes === undefined || bytes === null ? Buffer.from(text) : Uint8Array.from(bytes), logprob };
}
