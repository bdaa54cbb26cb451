import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { DomainError } from '@proofline/domain/domain-error.ts';
import type { PhotoIntake } from '@proofline/domain/photo-intake.ts';
import type { SourceFile } from '@proofline/domain/photo.ts';
import { RefusedPhoto } from '@proofline/domain/refusal.ts';
import { renditionOf, type PhotoRenderer, type RenderSettings } from '@proofline/domain/rendition.ts';
import type { SubjectSuggester, SubjectSuggestion, SuggestionRequest } from '@proofline/domain/subject-suggestion.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Captioners } from './captioners.ts';

/** Photos that one suggestion looks at: more make a small model worse, not better. */
const MOST_PHOTOS = 4;
/** A result that nobody picked up is forgotten. */
const KEPT_MS = 5 * 60_000;

export type SubjectSuggesterNeeds = {
  readonly intake: Pick<PhotoIntake, 'list'>;
  readonly renderer: Pick<PhotoRenderer, 'render'>;
  readonly renderSettings: RenderSettings;
  readonly captioners: Captioners;
  /** Who is asked where the request names nobody. */
  readonly usualCaptioner: string;
  /** Lends an empty folder, and takes it away with all that is in it. */
  readonly withFolder: <Result>(work: (folder: string) => Promise<Result>) => Promise<Result>;
};

export type StoppableSuggester = SubjectSuggester & { stop(): void };

export function createSubjectSuggester(needs: SubjectSuggesterNeeds): StoppableSuggester {
  const stopping = new AbortController();
  const flights = new Map<string, Promise<SubjectSuggestion>>();

  function joinOrStart(request: SuggestionRequest): { key: string; flight: Promise<SubjectSuggestion> } {
    const captioner = request.captioner ?? needs.usualCaptioner;
    const key = JSON.stringify([request.sourceFolder, request.includeSubfolders, captioner]);
    const running = flights.get(key);
    if (running !== undefined) return { key, flight: running };
    const flight = suggestFor({ ...request, captioner }, needs, stopping.signal);
    flights.set(key, flight);
    const forget = () => flights.get(key) === flight && flights.delete(key);
    // Whoever asked may be gone: the outcome waits here for whoever asks again.
    void flight.catch(() => {}).finally(() => setTimeout(forget, KEPT_MS).unref());
    return { key, flight };
  }

  return {
    async suggest(request, patienceMs) {
      const { key, flight } = joinOrStart(request);
      const patience = new AbortController();
      const tooLong = sleep(patienceMs, null, { signal: patience.signal });
      try {
        const outcome = await Promise.race([flight, tooLong]);
        if (outcome !== null) flights.delete(key);
        return outcome;
      } catch (error) {
        flights.delete(key);
        throw error;
      } finally {
        tooLong.catch(() => {});
        patience.abort();
      }
    },
    stop: () => stopping.abort(new Error('the process is stopping')),
  };
}

async function suggestFor(
  { sourceFolder, includeSubfolders, captioner: id }: SuggestionRequest & { readonly captioner: string },
  { intake, captioners, ...rendering }: SubjectSuggesterNeeds,
  signal: AbortSignal,
): Promise<SubjectSuggestion> {
  const captioner = Object.hasOwn(captioners, id) ? captioners[id] : undefined;
  if (captioner === undefined)
    throw new DomainError('invalid', `there is no captioner ${id}; there is: ${Object.keys(captioners).join(', ')}`);
  if (captioner.suggestSubject === undefined)
    throw new DomainError('invalid', `the captioner ${id} does not look at photos; name one with a model`);
  const suggest = captioner.suggestSubject.bind(captioner);

  const { files, problems } = await intake.list(sourceFolder, includeSubfolders, signal);
  if (problems.length > 0) throw new DomainError('invalid', problems);
  const down = await captioner.problems(signal);
  if (down.length > 0)
    throw new DomainError(
      'conflict',
      down.map(({ reason }) => reason),
    );
  const suggestion = await rendering.withFolder(async (folder) =>
    suggest(await modelInputs(files, folder, rendering, signal), signal),
  );
  const after = await intake.list(sourceFolder, includeSubfolders, signal);
  if (selectionOf(after.files) === selectionOf(files)) return suggestion;
  throw new DomainError(
    'conflict',
    `the photos in ${sourceFolder} changed meanwhile; the suggestion was dropped; ask again`,
  );
}

function selectionOf(files: readonly SourceFile[]): string {
  const listed = files.map(({ relativePath, bytes }) => [relativePath, bytes]);
  return createHash('sha256').update(JSON.stringify(listed)).digest('hex');
}

/** Spread evenly over the folder; a photo that cannot be decoded gives its place to the next one. */
async function modelInputs(
  files: readonly SourceFile[],
  folder: string,
  { renderer, renderSettings }: Pick<SubjectSuggesterNeeds, 'renderer' | 'renderSettings'>,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const file of spread(files)) {
    if (paths.length === MOST_PHOTOS) break;
    const own = `${folder}/${paths.length}`;
    await mkdir(own, { recursive: true });
    try {
      const renditions = await renderer.render(file.path, own, renderSettings, signal);
      paths.push(`${own}/${renditionOf(renditions, 'model-input').path}`);
    } catch (error) {
      if (!(error instanceof RefusedPhoto)) throw error;
    }
  }
  if (paths.length === 0) throw new DomainError('invalid', 'no photo of the folder can be decoded');
  return paths;
}

/** First the representatives, then the rest in order. */
export function spread<Item>(items: readonly Item[], most = MOST_PHOTOS): readonly Item[] {
  if (items.length <= most) return items;
  const places = Array.from({ length: most }, (_, index) => Math.round((index * (items.length - 1)) / (most - 1)));
  const chosen = new Set(places);
  return [...places.map((place) => items[place]!), ...items.filter((_, place) => !chosen.has(place))];
}
