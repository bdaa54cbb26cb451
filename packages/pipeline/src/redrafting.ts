import { Blocked, probeDelayMs, remedies } from '@proofline/domain/blocking.ts';
import type { DataPaths } from '@proofline/domain/data-paths.ts';
import type { Dossier, DossierStore } from '@proofline/domain/dossier.ts';
import type { Redraft, RedraftLog } from '@proofline/domain/redraft.ts';
import { renditionOf } from '@proofline/domain/rendition.ts';
import type { TextGate } from '@proofline/domain/text-gate/text-gate.ts';
import type { TextLookup } from '@proofline/domain/text-gate/text-lookup.ts';
import { captionContext, type ContextNeeds } from './caption-context.ts';
import type { Captioners } from './captioners.ts';
import { draftIfUp } from './draft-if-up.ts';
import { wordsOf } from './words-of.ts';

export type RedraftingNeeds = ContextNeeds & {
  readonly redrafts: RedraftLog;
  readonly dossiers: DossierStore;
  readonly captioners: Captioners;
  readonly paths: DataPaths;
  readonly textGate: Pick<TextGate, 'pass'>;
  readonly textLookup: TextLookup;
  /** Something could not be written down; what is queued stays so. */
  readonly onError: (error: unknown) => void;
};

export type Redrafting = {
  /** Something was asked for. */
  soon(): void;
  stop(): Promise<void>;
};

/**
 * Answers redrafts one after the other. They are rows, so a process that ends in the middle leaves them queued and the next one goes on. Not a
 * stage: the photo rests in review meanwhile, and nothing of it moves.
 */
export function startRedrafting(needs: RedraftingNeeds): Redrafting {
  const stopping = new AbortController();
  let waits = 0;
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | null = null;

  async function work(): Promise<void> {
    const answered = new Set<number>();
    for (let next = nextOf(answered); next !== undefined; next = nextOf(answered)) {
      answered.add(next.id);
      const isBlocked = await answer(next, needs, stopping.signal);
      if (stopping.signal.aborted) return;
      waits = isBlocked ? waits + 1 : 0;
      if (isBlocked) timer = setTimeout(soon, probeDelayMs(waits, Math.random()));
    }
  }

  const nextOf = (answered: ReadonlySet<number>) => needs.redrafts.queued().find(({ id }) => !answered.has(id));

  function soon(): void {
    clearTimeout(timer);
    if (stopping.signal.aborted || working !== null) return;
    working = work()
      .catch(needs.onError)
      .finally(() => (working = null));
  }

  return {
    soon,
    async stop() {
      stopping.abort(new Error('the process is stopping'));
      clearTimeout(timer);
      await working;
    },
  };
}

/** Resolves with whether the captioner is down. */
async function answer(redraft: Redraft, needs: RedraftingNeeds, signal: AbortSignal): Promise<boolean> {
  const { redrafts, captioners } = needs;
  try {
    const captioner = Object.hasOwn(captioners, redraft.captioner) ? captioners[redraft.captioner] : undefined;
    if (captioner === undefined) throw new Error(`there is no captioner ${redraft.captioner}`);
    const dossier = needs.dossiers.get(redraft.photoId);
    const request = await requestOf(dossier, redraft, needs);
    const draft = await draftIfUp(captioner, request, signal);
    redrafts.finish(
      redraft.id,
      needs.textGate.pass(
        dossier,
        draft,
        request.context,
        needs.textLookup.besides(dossier),
        needs.textLookup.burstMates(dossier.photo.id),
      ),
    );
    return false;
  } catch (error) {
    if (signal.aborted) return false;
    if (error instanceof Blocked) {
      redrafts.wait(redraft.id, `waits: ${error.message}; ${remedies[error.condition]}`);
      return true;
    }
    redrafts.fail(redraft.id, wordsOf(error));
    return false;
  }
}

async function requestOf(dossier: Dossier, { hint }: Redraft, needs: RedraftingNeeds) {
  const context = await captionContext(dossier, needs);
  return {
    modelInputPath: needs.paths.absolute(renditionOf(dossier.renditions, 'model-input').path),
    context: hint === null ? context : { ...context, hint },
  };
}
