import { setFaultHook, type FaultPoint } from '@proofline/domain/fault-point.ts';
import type { ServedSite, SiteProtocol } from './served-site.ts';

/** What happens to the lines to a served site during one act. */
export type SiteFault =
  /** Every connection to that server is reset when the step is reached. */
  | { readonly kind: 'cut-at-step'; readonly point: FaultPoint; readonly line: 'files' | 'sql' }
  /** The n-th command does not reach the FTP server, or the n-th reply does not reach Proofline. */
  | { readonly kind: 'cut-at-line'; readonly of: 'command' | 'reply'; readonly nth: number }
  /** The n-th data connection, after so many of its bytes. */
  | {
      readonly kind: 'spoil-transfer';
      readonly nth: number;
      readonly direction: 'to-server' | 'to-client';
      readonly afterBytes: number;
      readonly act: 'cut' | 'stall' | 'truncate';
    }
  /** The n-th packet to the database server does not reach it, or its answer does not come back. */
  | { readonly kind: 'cut-at-packet'; readonly nth: number; readonly act: 'cut' | 'lose-answer' };

export function faultName(fault: SiteFault): string {
  switch (fault.kind) {
    case 'cut-at-step':
      return `${fault.line} cut at ${fault.point}`;
    case 'cut-at-line':
      return fault.of === 'command' ? `FTP command ${fault.nth} cut off` : `FTP reply ${fault.nth} lost`;
    case 'spoil-transfer':
      return `transfer ${fault.nth}: ${fault.act} ${fault.direction} after ${fault.afterBytes} bytes`;
    case 'cut-at-packet':
      return fault.act === 'cut' ? `SQL packet ${fault.nth} cut off` : `answer to SQL packet ${fault.nth} lost`;
  }
}

/** Arranges it; whoever is given false at the end met no such thing. */
export function arrange(fault: SiteFault, { wire, sql, filePorts }: ServedSite): { hasHappened(): boolean } {
  let wasReached = false;
  switch (fault.kind) {
    case 'cut-at-step':
      setFaultHook((point) => {
        if (wasReached || point !== fault.point) return;
        wasReached = true;
        (fault.line === 'files' ? wire : sql).cutConnections();
      });
      return { hasHappened: () => wasReached };
    case 'cut-at-line':
      wire.cutAt(fault);
      break;
    case 'spoil-transfer':
      wire.disturb(filePorts, { ...fault, skip: fault.nth - 1 });
      break;
    case 'cut-at-packet':
      sql.faultAt(fault.nth, fault.act);
      break;
  }
  return { hasHappened: () => wire.pending + sql.pending === 0 };
}

/** What went over the lines during one undisturbed act, and the steps that it took. */
export type Traffic = {
  readonly commands: number;
  readonly replies: number;
  readonly transfers: readonly { readonly bytesToServer: number; readonly bytesToClient: number }[];
  readonly packets: number;
  readonly points: readonly FaultPoint[];
};

/** Begins to count; what it returns tells what went over the lines since. */
export function countTraffic({ wire, sql }: ServedSite): () => Traffic {
  const before = { ...wire.seen, transfers: wire.transfers.length, packets: sql.packets };
  const points = new Set<FaultPoint>();
  setFaultHook((point) => void points.add(point));
  return () => ({
    commands: wire.seen.command - before.command,
    replies: wire.seen.reply - before.reply,
    transfers: wire.transfers.slice(before.transfers),
    packets: sql.packets - before.packets,
    points: [...points].filter((point) => sagaPoints.has(point)),
  });
}

/** The steps of publishing and of taking back. */
const sagaPoints: ReadonlySet<FaultPoint> = new Set([
  'publication-begun',
  'publication-checked',
  'archive-copy-written',
  'original-copied',
  'original-archived',
  'previous-site-kept',
  'publication-embedded',
  'site-folder-made',
  'temporary-file-written',
  'temporary-file-verified',
  'temporary-file-renamed',
  'web-file-sent',
  'thumbnail-sent',
  'approval-checked-again',
  'site-row-written',
  'catalogue-row-written',
  'publication-verified',
  'publication-finished',
  'site-row-removed',
  'catalogue-row-removed',
  'thumbnail-removed',
  'web-file-removed',
  'withdrawal-recorded',
] satisfies readonly FaultPoint[]);

/**
 * Every step, every command and reply, every transfer at its beginning, in its middle and at its end, and every packet to the database. With SFTP,
 * where commands and answers are parts of one encrypted transfer, that is met at many more places.
 */
export function faultsIn(traffic: Traffic, protocol: SiteProtocol): readonly SiteFault[] {
  const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  return [
    ...traffic.points.flatMap((point) =>
      (['files', 'sql'] as const).map((line) => ({ kind: 'cut-at-step', point, line }) as const),
    ),
    ...upTo(traffic.commands).map((nth) => ({ kind: 'cut-at-line', of: 'command', nth }) as const),
    ...upTo(traffic.replies).map((nth) => ({ kind: 'cut-at-line', of: 'reply', nth }) as const),
    ...traffic.transfers.flatMap((transfer, index) =>
      protocol === 'ftp' ? spoiltTransfers(transfer, index + 1) : cutSessions(transfer, index + 1),
    ),
    ...upTo(traffic.packets).flatMap((nth) =>
      (['cut', 'lose-answer'] as const).map((act) => ({ kind: 'cut-at-packet', nth, act }) as const),
    ),
  ];
}

const spoiltActs = ['cut', 'stall', 'truncate'] as const;
/** Not a multiple of the acts, so that each act meets other places. */
const PLACES_IN_SESSION = 11;

function spoiltTransfers(
  { bytesToServer, bytesToClient }: Traffic['transfers'][number],
  nth: number,
): readonly SiteFault[] {
  const direction = bytesToServer > 0 ? 'to-server' : 'to-client';
  const bytes = Math.max(bytesToServer, bytesToClient);
  const places = [0, Math.floor(bytes / 2), bytes - 1];
  return spoiltActs.flatMap((act) =>
    places.map((afterBytes) => ({ kind: 'spoil-transfer', nth, direction, afterBytes, act }) as const),
  );
}

/** From the first bytes of the login to the last answer, in both directions. */
function cutSessions(session: Traffic['transfers'][number], nth: number): readonly SiteFault[] {
  return (['to-server', 'to-client'] as const).flatMap((direction) => {
    const bytes = direction === 'to-server' ? session.bytesToServer : session.bytesToClient;
    const places = Array.from({ length: PLACES_IN_SESSION }, (_, place) =>
      Math.floor((bytes * place) / PLACES_IN_SESSION),
    );
    return places.map(
      (afterBytes, place) =>
        ({ kind: 'spoil-transfer', nth, direction, afterBytes, act: spoiltActs[place % spoiltActs.length]! }) as const,
    );
  });
}

/** `count` of them, spread evenly over the list. */
export function spread<Item>(items: readonly Item[], count: number): readonly Item[] {
  if (items.length <= count) return items;
  return Array.from({ length: count }, (_, index) => items[Math.floor(((index + 0.5) * items.length) / count)]!);
}
