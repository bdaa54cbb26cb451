import { z } from 'zod';
import { linesOf } from './lines-of.ts';
import { failureOf, ModelFault, saidIn, unreachable, unwell } from './model-failure.ts';
import type { ReplyPart } from './vision-model.ts';

/** Questions about the server itself are answered from memory; whoever takes longer is not well. */
const LOOK_TIMEOUT_MS = 10_000;
/** Largest error body that is read, in characters. */
const ERROR_BODY_CHARS = 20_000;

const installedModel = z.object({
  name: z.string(),
  digest: z.string().default(''),
  remote_host: z.string().optional(),
});
export type InstalledModel = z.infer<typeof installedModel>;

const loadedModel = z.object({ name: z.string(), size: z.number(), size_vram: z.number().default(0) });

const chunk = z.object({
  message: z.object({ content: z.string().default('') }).optional(),
  done: z.boolean().default(false),
  done_reason: z.string().optional(),
  logprobs: z
    .array(z.object({ token: z.string(), logprob: z.number(), bytes: z.array(z.number()).nullish() }))
    .nullish(),
  error: z.unknown().optional(),
});

export type OllamaClient = {
  version(signal: AbortSignal): Promise<string>;
  installed(signal: AbortSignal): Promise<readonly InstalledModel[]>;
  /** What the model says it can; a hint only. Null where the server does not tell. */
  capabilities(model: string, signal: AbortSignal): Promise<readonly string[] | null>;
  /** Share of the model in the memory of the GPU; null when it is not loaded. */
  gpuShare(model: string, signal: AbortSignal): Promise<number | null>;
  chat(request: ChatRequest, signal: AbortSignal): AsyncGenerator<ReplyPart>;
  /** Takes the model out of memory, so that the next question loads it anew. */
  unload(model: string, signal: AbortSignal): Promise<void>;
};

/** As `/api/chat` takes it; `stream` is set here. */
export type ChatRequest = { readonly model: string } & Readonly<Record<string, unknown>>;

/**
 * Ollama over HTTP (docs/decisions/0008-ollama-client.md says why not its package). Nothing is followed elsewhere: a redirect would take the photo
 * to another machine.
 */
export function createOllamaClient(baseUrl: string): OllamaClient {
  const server = `Ollama at ${baseUrl}`;

  async function open(path: string, body: unknown, signal: AbortSignal): Promise<Response> {
    const post = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const headers = body === undefined ? {} : { 'Content-Type': 'application/json' };
    try {
      return await fetch(`${baseUrl}${path}`, { ...post, headers, signal, redirect: 'error' });
    } catch (error) {
      signal.throwIfAborted();
      throw unreachable(baseUrl, error, 'start Ollama with: ollama serve');
    }
  }

  async function look<Answer>(path: string, body: unknown, answer: z.ZodType<Answer>, signal: AbortSignal) {
    const patience = AbortSignal.timeout(LOOK_TIMEOUT_MS);
    try {
      const response = await open(path, body, AbortSignal.any([signal, patience]));
      const text = await response.text();
      if (!response.ok) throw failureOf(server, nameIn(body), response.status, saidIn(text));
      return answer.parse(JSON.parse(text));
    } catch (error) {
      signal.throwIfAborted();
      if (patience.aborted)
        throw unwell(baseUrl, `took longer than ${LOOK_TIMEOUT_MS / 1000} s for ${path}; restart it`, error);
      if (error instanceof SyntaxError || error instanceof z.ZodError || error instanceof TypeError)
        throw unwell(baseUrl, `does not answer ${path} as Ollama does; correct the address`, error);
      throw error;
    }
  }

  return {
    version: async (signal) =>
      (await look('/api/version', undefined, z.object({ version: z.string() }), signal)).version,
    async installed(signal) {
      const { models } = await look('/api/tags', undefined, z.object({ models: z.array(installedModel) }), signal);
      return models;
    },
    async capabilities(model, signal) {
      const shown = await look(
        '/api/show',
        { model },
        z.object({ capabilities: z.array(z.string()).optional() }),
        signal,
      );
      return shown.capabilities ?? null;
    },
    async gpuShare(model, signal) {
      const { models } = await look('/api/ps', undefined, z.object({ models: z.array(loadedModel) }), signal);
      const loaded = models.find(({ name }) => isSameModel(name, model));
      return loaded === undefined || loaded.size === 0 ? null : loaded.size_vram / loaded.size;
    },
    async *chat(request, signal) {
      const response = await open('/api/chat', { ...request, stream: true }, signal);
      if (!response.ok || response.body === null) {
        const said = saidIn((await response.text()).slice(0, ERROR_BODY_CHARS));
        throw failureOf(server, request.model, response.status, said);
      }
      yield* partsOf(response.body, server, request.model, signal);
    },
    async unload(model, signal) {
      await look('/api/chat', { model, messages: [], keep_alive: 0, stream: false }, z.unknown(), signal);
    },
  };
}

/** `latest` is what a name without a tag means. */
export function isSameModel(one: string, other: string): boolean {
  const full = (name: string) => (name.split('/').at(-1)?.includes(':') ? name : `${name}:latest`);
  return full(one) === full(other);
}

async function* partsOf(
  body: AsyncIterable<Uint8Array>,
  server: string,
  model: string,
  signal: AbortSignal,
): AsyncGenerator<ReplyPart> {
  try {
    for await (const line of linesOf(body)) {
      const { message, done, done_reason: reason, logprobs, error } = chunk.parse(JSON.parse(line));
      // The status was sent before: this is the only place where a failure can still be told.
      if (error !== undefined) throw failureOf(server, model, null, saidIn(line));
      const tokens = (logprobs ?? []).map(({ token, logprob, bytes }) => ({
        bytes: bytes === undefined || bytes === null ? Buffer.from(token) : Uint8Array.from(bytes),
        logprob,
      }));
      const end = reason === 'length' ? 'length' : 'stop';
      yield { text: message?.content ?? '', tokens, end: done ? end : null };
      if (done) return;
    }
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof SyntaxError || error instanceof z.ZodError)
      throw new ModelFault(`${server} sent a line that is no part of a reply`, null, { cause: error });
    // What fetch throws when the connection breaks off.
    if (error instanceof TypeError) throw new ModelFault(`${server} broke off its reply`, null, { cause: error });
    throw error;
  }
  throw new ModelFault(`${server} broke off its reply`, null);
}

function nameIn(body: unknown): string {
  return ((body ?? {}) as { model?: string }).model ?? '';
}
