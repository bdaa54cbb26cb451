import { EventEmitter } from 'node:events';
import type { PgPool, PgPoolClient } from 'bullmq';
import { SHARED_SESSION, type PostgresHost } from './postgres-host.ts';

/**
 * node-postgres' pool, as far as BullMQ uses it, over the one session that PGlite has. A client that opens a transaction has the session for
 * itself until it ends; LISTEN subscribes the client, not the session.
 */
export class Pool extends EventEmitter implements PgPool {
  /** BullMQ lets idle workers wait for an hour instead of ten seconds when a lost connection is noticed, which here it always is. */
  readonly options = { keepAlive: true };
  readonly #host: PostgresHost;
  #lastSession = SHARED_SESSION;

  constructor(host: PostgresHost) {
    super();
    this.#host = host;
    // One listener for each queue and worker.
    this.setMaxListeners(0);
  }

  query<Row>(text: string, parameters?: readonly unknown[]) {
    return this.#host.query<Row>(SHARED_SESSION, text, parameters);
  }

  async connect(): Promise<PgPoolClient> {
    this.#lastSession += 1;
    return new Client(this.#host, this.#lastSession);
  }

  /** The host belongs to whoever started it. */
  async end(): Promise<void> {
    this.removeAllListeners();
  }
}

class Client extends EventEmitter implements PgPoolClient {
  readonly #host: PostgresHost;
  readonly #session: number;
  readonly #channels = new Set<string>();
  #released = false;

  constructor(host: PostgresHost, session: number) {
    super();
    this.setMaxListeners(0);
    this.#host = host;
    this.#session = session;
    host.events.on('notification', this.#notify);
  }

  readonly #notify = (channel: string, payload: string): void => {
    if (this.#channels.has(channel)) this.emit('notification', { channel, payload });
  };

  async query<Row>(text: string, parameters?: readonly unknown[]) {
    if (this.#released) throw new Error('the client was released to its pool; the query was not sent');
    const result = await this.#host.query<Row>(this.#session, text, parameters);
    const channel = listenedChannel(text);
    if (channel !== null) this.#channels.add(channel);
    return result;
  }

  release(): void {
    if (this.#released) return;
    this.#released = true;
    this.#channels.clear();
    this.#host.events.off('notification', this.#notify);
    this.#host.release(this.#session);
  }
}

/** The channel of a LISTEN statement, else null. BullMQ's SQL files begin with comment lines. */
export function listenedChannel(text: string): string | null {
  const statement = text.replace(/^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)+/, '');
  return /^LISTEN\s+"?([^\s";]+)"?/i.exec(statement)?.[1] ?? null;
}
