import { setTimeout as sleep } from 'node:timers/promises';
import type { CaptionerDesk, CaptionerStatus } from '@proofline/domain/captioner-desk.ts';
import type { Captioner, CaptionerReport } from '@proofline/domain/captioner.ts';
import type { EventLog } from '@proofline/domain/event.ts';
import { openCaptioners, openFallback } from '@proofline/pipeline/adapters/captioners/index.ts';
import type { Captioners } from '@proofline/pipeline/captioners.ts';
import type { Config } from '@proofline/runtime/config.ts';
import type { Logger } from '@proofline/runtime/logger.ts';

/** A person waits this long; a model that is being loaded may take longer and is looked at on. */
const PATIENCE_MS = 20_000;

export type CaptionersInUse = {
  readonly captioners: Captioners;
  readonly fallbackCaptioner: Captioner | null;
  readonly desk: CaptionerDesk;
  /** Looks at those that sets which go on now ask for; nobody waits for it. */
  lookAt(ids: ReadonlySet<string>): void;
  close(): void;
};

/** This installation's captioners, or what stands in for them; what is found out about one is told whenever it changes. */
export function captionersInUse({
  settings,
  standIns,
  events,
  log,
}: {
  readonly settings: Config['captioners'];
  readonly standIns: Captioners | undefined;
  readonly events: EventLog;
  readonly log: Pick<Logger, 'info' | 'warn'>;
}): CaptionersInUse {
  const closing = new AbortController();
  const told = (captioner: Captioner) => telling(captioner, events, log);
  const own = standIns ?? openCaptioners(settings);
  const captioners = Object.fromEntries(Object.entries(own).map(([id, captioner]) => [id, told(captioner)]));
  const fallback = openFallback(settings, captioners);
  const isOneOfThem = fallback !== null && Object.values(captioners).includes(fallback);

  const statusOf = async ([id, captioner]: [string, Captioner]): Promise<CaptionerStatus> => {
    const problems = await Promise.race([
      captioner.problems(closing.signal),
      sleep(PATIENCE_MS, null, { signal: closing.signal, ref: false }),
    ]);
    return { id, isUsual: id === settings.usual, problems, report: reportIfWell(captioner, problems) };
  };

  return {
    captioners,
    fallbackCaptioner: fallback === null || isOneOfThem ? fallback : told(fallback),
    desk: {
      usual: settings.usual,
      ids: Object.keys(captioners),
      list: () => Promise.all(Object.entries(captioners).map(statusOf)),
    },
    lookAt(ids) {
      for (const [id, captioner] of Object.entries(captioners))
        if (ids.has(id))
          captioner.problems(closing.signal).catch((error: unknown) => {
            if (!closing.signal.aborted)
              log.warn({ err: error, captioner: id }, 'the captioner could not be looked at');
          });
    },
    close: () => closing.abort(new Error('the process is stopping')),
  };
}

/** What was found out while it was well is not true of one that is not, and not known of one that is still looked at. */
function reportIfWell(captioner: Captioner, problems: CaptionerStatus['problems']): CaptionerReport | null {
  return problems?.length === 0 ? (captioner.report?.() ?? null) : null;
}

/** Server, model, digest and share of the GPU go into the log and the events when they are first known, and when they change. */
function telling(captioner: Captioner, events: EventLog, log: Pick<Logger, 'info' | 'warn'>): Captioner {
  let last = '';
  return {
    ...captioner,
    async problems(signal) {
      const problems = await captioner.problems(signal);
      const report = reportIfWell(captioner, problems);
      const found = JSON.stringify([problems, report]);
      if (captioner.report === undefined || found === last) return problems;
      last = found;
      const detail = { captioner: captioner.id, problems, report };
      log[problems.length > 0 ? 'warn' : 'info'](
        detail,
        problems.length > 0 ? 'a captioner cannot draft' : 'a captioner can draft',
      );
      events.append({ actor: 'system', kind: 'captioner.checked', runId: null, setId: null, photoId: null, detail });
      return problems;
    },
  };
}
