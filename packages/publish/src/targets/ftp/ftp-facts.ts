import type { RemoteEntry } from '../remote/remote-connection.ts';

/** What MLST says of one thing (RFC 3659 §7); null where its reply holds no facts. */
export function entryOfFacts(name: string, reply: string): RemoteEntry | null {
  const line = reply.split('\n').find((text) => /^\s*[\w.-]+=[^;]*;/.test(text));
  if (line === undefined) return null;
  const facts = new Map(
    (line.trim().split(' ', 1)[0] ?? '')
      .split(';')
      .map((fact) => [fact.slice(0, fact.indexOf('=')).toLowerCase(), fact.slice(fact.indexOf('=') + 1)] as const),
  );
  const type = facts.get('type')?.toLowerCase() ?? '';
  const kind = type === 'file' ? 'file' : /^[cp]?dir$/.test(type) ? 'folder' : 'link';
  return { name, kind, bytes: Number(facts.get('size') ?? 0), modifiedMs: timeOf(facts.get('modify')) };
}

/** `YYYYMMDDHHMMSS`, always UTC. */
function timeOf(text: string | undefined): number | null {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(text ?? '') ?? [];
  if (second === undefined) return null;
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
}
