import { KEPT_HOURS, type IdempotencyKeys } from '@proofline/domain/idempotency.ts';
import type { UnitOfWork } from './unit-of-work.ts';

type Row = { readonly requestSha256: string; readonly status: number | null; readonly reply: string | null };

export function createIdempotencyKeys(unit: UnitOfWork): IdempotencyKeys {
  const { sqlite } = unit;
  const forgetOld = sqlite.prepare(`DELETE FROM idempotency_keys WHERE begun_at < ?`);
  const select = sqlite.prepare<[string, string], Row>(
    `SELECT request_sha256 AS requestSha256, status, reply FROM idempotency_keys WHERE actor = ? AND key = ?`,
  );
  const insert = sqlite.prepare(
    `INSERT INTO idempotency_keys (actor, key, request_sha256, begun_at) VALUES (?, ?, ?, ?)`,
  );
  const keep = sqlite.prepare(`UPDATE idempotency_keys SET status = ?, reply = ? WHERE actor = ? AND key = ?`);
  const remove = sqlite.prepare(`DELETE FROM idempotency_keys WHERE actor = ? AND key = ? AND status IS NULL`);
  return {
    begin: (actor, key, requestSha256) =>
      unit.write(() => {
        forgetOld.run(unit.after(-KEPT_HOURS * 3_600_000));
        const row = select.get(actor, key);
        if (row === undefined) {
          insert.run(actor, key, requestSha256, unit.now());
          return { kind: 'new' };
        }
        if (row.requestSha256 !== requestSha256) return { kind: 'another' };
        if (row.status === null) return { kind: 'unfinished' };
        return { kind: 'carried-out', status: row.status, reply: row.reply ?? '' };
      }),
    finish: (actor, key, status, reply) => unit.write(() => void keep.run(status, reply, actor, key)),
    release: (actor, key) => unit.write(() => void remove.run(actor, key)),
  };
}
