import { mayBeSameScene, turnBetween, type Look } from './frame-likeness.ts';

/** Series of frames that are all needed, found by what the file says of the exposure and by how the picture moves. */

const MOST_BRACKETED = 9;
const FEWEST_IN_SERIES = 3;
/** Cameras step exposure by thirds of a stop; a bracket's steps are alike to less than that. */
const LEAST_STEP_EV = 0.5;
const STEP_TOLERANCE_EV = 0.3;
const BRACKET_GAP_MS = 3_000;

/** How many frames from the first on are one exposure bracket; 0 when they are none. */
export function bracketLength(run: readonly Look[]): number {
  for (let length = Math.min(MOST_BRACKETED, run.length); length >= FEWEST_IN_SERIES; length -= 1)
    if (isBracket(run.slice(0, length))) return length;
  return 0;
}

function isBracket(looks: readonly Look[]): boolean {
  const exposures = looks.map((look) => ({ look, ev: exposureValue(look) }));
  const [first] = looks;
  if (exposures.some(({ ev }) => ev === null)) return false;
  if (looks.some(({ frame }) => frame.focalLengthMm !== first!.frame.focalLengthMm)) return false;
  const tooLate = looks.some(({ frame }, index) => {
    const before = looks[index - 1]?.frame;
    if (before === undefined) return false;
    const exposed = 1000 * ((before.exposureTimeSeconds ?? 0) + (frame.exposureTimeSeconds ?? 0));
    return frame.takenAtMs! - before.takenAtMs! > BRACKET_GAP_MS + exposed;
  });
  if (tooLate) return false;
  const byExposure = exposures.toSorted((a, b) => a.ev! - b.ev!);
  const steps = byExposure.slice(1).map(({ ev }, index) => ev! - byExposure[index]!.ev!);
  if (Math.min(...steps) < LEAST_STEP_EV || Math.max(...steps) - Math.min(...steps) > STEP_TOLERANCE_EV) return false;
  return byExposure.slice(1).every(({ look }, index) => mayBeSameScene(byExposure[index]!.look, look));
}

/** Stops at ISO 100; null when the file does not tell all three. */
function exposureValue({ frame: { fNumber, exposureTimeSeconds, iso } }: Look): number | null {
  if (!fNumber || !exposureTimeSeconds || !iso) return null;
  return Math.log2(fNumber ** 2 / exposureTimeSeconds) - Math.log2(iso / 100);
}

/** How many frames from the first on are parts of one panorama: each overlaps the one before, turned the same way; 0 when they are none. */
export function panoramaLength(run: readonly Look[]): number {
  let length = 1;
  let way: { readonly across: number; readonly down: number } | null = null;
  for (; length < run.length; length += 1) {
    const turn = turnBetween(run[length - 1]!, run[length]!);
    if (turn === null || !sameLens(run[length - 1]!, run[length]!)) break;
    if (way !== null && turn.across * way.across + turn.down * way.down <= 0) break;
    way ??= turn;
  }
  return length >= FEWEST_IN_SERIES ? length : 0;
}

function sameLens(a: Look, b: Look): boolean {
  return a.frame.focalLengthMm === b.frame.focalLengthMm;
}

const FEWEST_IN_STACK = 4;
/** Share of the frame that the sharpest place travels through, and how steadily it does (rank correlation). */
const STACK_TRAVEL = 0.3;
const STACK_STEADINESS = 0.75;

/** Frames that look alike, exposed alike, whose sharpest place goes steadily through the picture. */
export function isFocusStack(looks: readonly Look[]): boolean {
  if (looks.length < FEWEST_IN_STACK) return false;
  const tiles = looks.flatMap(({ frame }) => frame.sharpestTile ?? []);
  const [first] = looks;
  const exposedAlike = looks.every(
    ({ frame }) =>
      frame.exposureTimeSeconds === first!.frame.exposureTimeSeconds && frame.fNumber === first!.frame.fNumber,
  );
  if (tiles.length < looks.length || !exposedAlike) return false;
  return [tiles.map(({ left }) => left), tiles.map(({ top }) => top)].some(
    (places) =>
      Math.max(...places) - Math.min(...places) >= STACK_TRAVEL &&
      Math.abs(rankCorrelation(places)) >= STACK_STEADINESS,
  );
}

/** Without the time and exposure of the file: frames that look alike and are ever brighter by a stop or so. */
export function isUntoldBracket(looks: readonly Look[]): boolean {
  if (looks.length < FEWEST_IN_SERIES || looks.some((look) => exposureValue(look) !== null)) return false;
  const means = looks.map(({ mean }) => mean).toSorted((a, b) => a - b);
  return means.slice(1).every((mean, index) => mean > means[index]! * 1.2);
}

/** Spearman's, of values against their order; equal values share their rank. */
function rankCorrelation(values: readonly number[]): number {
  const rankOf = (value: number) =>
    (values.filter((other) => other < value).length + values.filter((other) => other <= value).length + 1) / 2;
  const ranks = values.map(rankOf);
  const middle = (values.length + 1) / 2;
  let [product, ofRanks, ofOrder] = [0, 0, 0];
  for (const [index, rank] of ranks.entries()) {
    product += (rank - middle) * (index + 1 - middle);
    ofRanks += (rank - middle) ** 2;
    ofOrder += (index + 1 - middle) ** 2;
  }
  return ofRanks === 0 ? 0 : product / Math.sqrt(ofRanks * ofOrder);
}
