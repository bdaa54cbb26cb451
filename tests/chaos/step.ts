import { faultPoints, type FaultPoint } from '@proofline/domain/fault-point.ts';
import { stageNames, type StageName } from '@proofline/domain/stage.ts';

/** A fault point, for the stage that it is reached in where every stage reaches it. */
export type Step = { readonly point: FaultPoint; readonly stage?: StageName };

const everyStage: readonly StageName[] = stageNames;
const stagesOfSets: readonly StageName[] = ['validate-set', 'reserve-file-names'];

/** Points that belong to a stage, with the stages that reach them in a run where nothing fails but photos. */
const stagesOf: Partial<Record<FaultPoint, readonly StageName[]>> = {
  'run-claimed': everyStage,
  'run-worked': everyStage,
  'run-completed': everyStage,
  'attempt-folder-made': ['ingest-original', 'render-photo'],
  // The folder of the photo that turns out to break off.
  'attempt-folder-removed': ['render-photo'],
  'set-output-written': stagesOfSets,
  'set-photos-sent-on': stagesOfSets,
  // Of photos that were rolled back in review.
  'stage-undone': [
    'ingest-original',
    'extract-metadata',
    'reserve-file-names',
    'render-photo',
    'measure-quality',
    'draft-text',
    'open-review',
  ],
};

/** Reached only with an archive, or with the website's table on a server; `tests/site` kills there. */
export const stepsOfServedSites = [
  'archive-copy-written',
  'original-copied',
  'original-archived',
  'site-row-written',
  'site-row-removed',
] as const satisfies readonly FaultPoint[];

/** Those that a campaign reaches, whose site is a folder and a table of this machine. */
export const pointsOnThisMachine: readonly FaultPoint[] = faultPoints.filter(
  (point) => !stepsOfServedSites.some((served) => served === point),
);

/** Every step at which a process of a campaign can be killed. */
export const steps: readonly Step[] = pointsOnThisMachine.flatMap((point): readonly Step[] => {
  const stages = stagesOf[point];
  return stages === undefined ? [{ point }] : stages.map((stage) => ({ point, stage }));
});

export function stepName({ point, stage }: Step): string {
  return stage === undefined ? point : `${point} of ${stage}`;
}

/** In the order in which a photo meets them, so that few photos meet many steps. */
export function inOrderOfThePlan(chosen: readonly Step[]): readonly Step[] {
  return chosen.toSorted((a, b) => place(a) - place(b));
}

/** Undoing begins with the last stage. Points without a stage stand with the stage that reaches them, or at the start. */
function place(step: Step): number {
  const { point, stage } = step;
  const within = faultPoints.indexOf(point) - (point === 'stage-undone' ? everyStage.indexOf(stage!) / 100 : 0);
  return everyStage.indexOf(stageOf(step)) * 1_000 + within;
}

/** The stage that reaches the step; for what belongs to none, the first. */
export function stageOf({ point, stage }: Step): StageName {
  if (point === 'stage-undone') return 'roll-back';
  if (stage !== undefined) return stage;
  const reached = faultPoints.indexOf(point);
  if (reached < faultPoints.indexOf('publication-begun')) return 'validate-set';
  if (point === 'workspace-files-removed') return 'release-workspace';
  if (reached < faultPoints.indexOf('workspace-files-removed')) return 'publish-photo';
  return reached < faultPoints.indexOf('stage-undone') ? 'withdraw-photo' : 'roll-back';
}

/** At a start, for a set as a whole, or for the one photo of a set that breaks off. */
export function isReachedOncePerSet(step: Step): boolean {
  return stagesOfSets.includes(stageOf(step)) || step.point === 'attempt-folder-removed';
}
