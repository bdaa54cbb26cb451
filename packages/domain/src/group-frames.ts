import { areAlike, areSamePicture, lookOf, type Look } from './frame-likeness.ts';
import type { Frame, PhotoGroup } from './photo-group.ts';
import { bestFirst } from './rank-frames.ts';
import { bracketLength, isFocusStack, isUntoldBracket, panoramaLength } from './scene-series.ts';

/** Longest pause between two frames of one moment, and of one camera (text-and-quality.md §D). */
const BURST_GAP_MS = 10_000;
/** Two frames without anything to see in them belong together by time alone. */
const FLAT_GAP_MS = 2_000;

/**
 * The groups of one set, from the photos alone: the order in which they were measured does not matter. Frames are compared within pauses of at
 * most 10 s of one camera, so that the work grows with the number of photos and not with its square. A frame joins a burst when it looks like
 * the one in its middle: a chain of small changes does not tie strangers together.
 */
export function groupFrames(frames: readonly Frame[]): readonly PhotoGroup[] {
  const looks = frames.map(lookOf).toSorted(byCapture);
  const groups: PhotoGroup[] = [];
  const clusters: Look[][] = [];
  for (const run of runsOf(looks.filter(({ frame }) => frame.takenAtMs !== null))) {
    const rest = withoutSeries(run, groups);
    clusters.push(...clustersOf(rest));
  }
  joinTimeless(clusters, looks);
  for (const cluster of clusters) if (cluster.length > 1) groups.push(groupOf(cluster));
  return groups;
}

function byCapture({ frame: a }: Look, { frame: b }: Look): number {
  const [cameraA, cameraB] = [a.camera ?? '', b.camera ?? ''];
  if (cameraA !== cameraB) return cameraA < cameraB ? -1 : 1;
  return (a.takenAtMs ?? Infinity) - (b.takenAtMs ?? Infinity) || a.position - b.position || a.photoId - b.photoId;
}

function runsOf(looks: readonly Look[]): readonly (readonly Look[])[] {
  const runs: Look[][] = [];
  for (const look of looks) {
    const before = runs.at(-1)?.at(-1)?.frame;
    const exposedMs = 1000 * (before?.exposureTimeSeconds ?? 0);
    const goesOn =
      before !== undefined &&
      before.camera === look.frame.camera &&
      look.frame.takenAtMs! - before.takenAtMs! <= BURST_GAP_MS + exposedMs;
    if (goesOn) runs.at(-1)!.push(look);
    else runs.push([look]);
  }
  return runs;
}

/** Takes brackets and panoramas out of a run. */
function withoutSeries(run: readonly Look[], groups: PhotoGroup[]): readonly Look[] {
  const rest: Look[] = [];
  for (let start = 0; start < run.length;) {
    const ahead = run.slice(start, start + 64);
    const bracket = bracketLength(ahead);
    const length = bracket > 0 ? bracket : panoramaLength(ahead);
    if (length === 0) {
      rest.push(run[start]!);
      start += 1;
      continue;
    }
    groups.push({ kind: bracket > 0 ? 'bracket' : 'panorama', photoIds: idsOf(ahead.slice(0, length)) });
    start += length;
  }
  return rest;
}

function clustersOf(run: readonly Look[]): Look[][] {
  const clusters: Look[][] = [];
  for (const look of run) {
    const home = clusters.findLast((cluster) => {
      const pauseMs = look.frame.takenAtMs! - cluster.at(-1)!.frame.takenAtMs!;
      const middle = cluster[cluster.length >> 1]!;
      const exposedMs = 1000 * (cluster.at(-1)!.frame.exposureTimeSeconds ?? 0);
      return pauseMs <= (look.isFlat ? FLAT_GAP_MS : BURST_GAP_MS) + exposedMs && areAlike(middle, look);
    });
    if (home === undefined) clusters.push([look]);
    else home.push(look);
  }
  return clusters;
}

/** A file that lost its capture time joins the picture that it is a copy of. */
function joinTimeless(clusters: Look[][], looks: readonly Look[]): void {
  const timeless = looks.filter(({ frame }) => frame.takenAtMs === null);
  if (timeless.length === 0) return;
  const index = new Map<string, Look[][]>();
  const enter = (look: Look, cluster: Look[]) => {
    for (const key of quarters(look)) {
      const known = index.get(key);
      if (known === undefined) index.set(key, [cluster]);
      else if (known.at(-1) !== cluster) known.push(cluster);
    }
  };
  for (const cluster of clusters) for (const look of cluster) enter(look, cluster);
  for (const look of timeless) {
    const home = quarters(look)
      .map((key) => index.get(key)?.find((cluster) => cluster.some((member) => areSamePicture(member, look))))
      .find((cluster) => cluster !== undefined);
    const cluster = home ?? [];
    cluster.push(look);
    if (home === undefined) clusters.push(cluster);
    enter(look, cluster);
  }
}

/** Two hashes that differ in at most 3 bits have one of four quarters in common. */
function quarters({ frame: { dHash } }: Look): readonly string[] {
  return [0, 4, 8, 12].map((start) => `${start} ${dHash.slice(start, start + 4)}`);
}

function groupOf(cluster: readonly Look[]): PhotoGroup {
  if (isFocusStack(cluster)) return { kind: 'focus-stack', photoIds: idsOf(cluster) };
  if (isUntoldBracket(cluster)) return { kind: 'bracket', photoIds: idsOf(cluster) };
  const kind = cluster.slice(1).every((look) => isCopy(cluster[0]!, look)) ? 'duplicate' : 'burst';
  return {
    kind,
    photoIds: bestFirst(
      kind,
      cluster.map(({ frame }) => frame),
    ),
  };
}

/** One picture in two files, and not two frames that a camera took within one second. */
function isCopy(a: Look, b: Look): boolean {
  if (!areSamePicture(a, b)) return false;
  const [one, other] = [a.frame, b.frame];
  if (one.takenAtMs === null || other.takenAtMs === null) return true;
  if (one.takenAtMs !== other.takenAtMs) return false;
  if (one.hasSubseconds && other.hasSubseconds) return true;
  const sameSize = one.widthPx === other.widthPx && one.heightPx === other.heightPx;
  return !sameSize || !areNumberedApart(one.originalFileName, other.originalFileName);
}

/** `IMG_0041.JPG` and `IMG_0042.JPG`: the camera counted on. */
function areNumberedApart(a: string, b: string): boolean {
  const parts = (name: string) => /^(.*?)(\d+)\.[^.]*$/u.exec(name);
  const [one, other] = [parts(a), parts(b)];
  return one !== null && other !== null && one[1] === other[1] && one[2] !== other[2];
}

function idsOf(looks: readonly Look[]): readonly number[] {
  return looks.map(({ frame }) => frame.photoId);
}
