import { messages, parse, protocol, type PGlite } from '@electric-sql/pglite';

const { serialize } = protocol;

export type StatementRunner = {
  /** Without parameters the text may hold several statements; the rows are those of the last. Throws `StatementError`. */
  run(text: string, parameters: readonly unknown[] | undefined): Promise<StatementResult>;
};

export type StatementResult = { readonly rows: readonly unknown[]; readonly rowCount: number | null };

/** The statement or its parameters are at fault; the session goes on. Anything else that is thrown leaves PostgreSQL in an unknown state. */
export class StatementError extends Error {
  override readonly name = 'StatementError';
  /** SQLSTATE, e.g. `42P01`. */
  readonly code: string | undefined;
  readonly detail: string | undefined;

  constructor(
    message: string,
    { code, detail, cause }: { code?: string | undefined; detail?: string | undefined; cause: unknown },
  ) {
    super(message, { cause });
    this.code = code;
    this.detail = detail;
  }
}

/** Several times BullMQ's distinct commands (about 100); a bound all the same. */
const PREPARED_LIMIT = 500;

/**
 * Runs statements on PGlite by the wire protocol: each text is prepared once under a name and every run is one batch, which more than doubles
 * the throughput of `PGlite.query` (docs/decisions/0002-queue-engine.md).
 */
export function makeStatementRunner(postgres: PGlite): StatementRunner {
  const prepared = new Map<string, PreparedStatement>();

  const prepare = async (text: string): Promise<PreparedStatement> => {
    const known = prepared.get(text);
    if (known !== undefined) return known;
    if (prepared.size >= PREPARED_LIMIT) {
      await exchange(postgres, [serialize.query('DEALLOCATE ALL')]);
      prepared.clear();
    }
    const name = `s${prepared.size}`;
    const answers = await exchange(postgres, [
      serialize.parse({ name, text }),
      serialize.describe({ type: 'S', name }),
      serialize.sync(),
    ]);
    const statement = { name, parameterTypes: parse.parseDescribeStatementResults(answers) };
    prepared.set(text, statement);
    return statement;
  };

  return {
    async run(text, parameters) {
      if (parameters === undefined) return resultOf(postgres, await exchange(postgres, [serialize.query(text)]));
      const { name, parameterTypes } = await prepare(text);
      const values = parameters.map((value, index) => serializeValue(postgres, value, parameterTypes[index]));
      const batch = [
        serialize.bind({ statement: name, values }),
        serialize.describe({ type: 'P' }),
        serialize.execute({}),
        serialize.sync(),
      ];
      return resultOf(postgres, await exchange(postgres, batch));
    },
  };
}

type PreparedStatement = { readonly name: string; readonly parameterTypes: readonly number[] };
type BackendMessages = Awaited<ReturnType<PGlite['execProtocolStream']>>;

/** Sends one batch and takes its answers to the end; then throws the first error among them. */
async function exchange(postgres: PGlite, batch: readonly Uint8Array[]): Promise<BackendMessages> {
  const answers = await postgres.execProtocolStream(Buffer.concat(batch), { syncToFs: false, throwOnError: false });
  const error = answers.find((answer) => answer instanceof messages.DatabaseError);
  if (error !== undefined) {
    throw new StatementError(error.message, { code: error.code, detail: error.detail, cause: error });
  }
  return answers;
}

function resultOf(postgres: PGlite, answers: BackendMessages): StatementResult {
  const last = parse.parseResults(answers, postgres.parsers).at(-1);
  return { rows: last?.rows ?? [], rowCount: last?.rowCount ?? null };
}

function serializeValue(postgres: PGlite, value: unknown, type: number | undefined): string | null {
  if (value === null || value === undefined) return null;
  const serializer = type === undefined ? undefined : postgres.serializers[type];
  try {
    if (serializer !== undefined) return serializer(value);
    return typeof value === 'string' ? value : JSON.stringify(value);
  } catch (cause) {
    throw new StatementError(`a parameter cannot be written as PostgreSQL type ${type}`, { cause });
  }
}
