import { beforeAll, describe, expect, test } from 'vitest';
import { citiesGazetteer } from './cities.ts';

describe('names near a position', () => {
  const gazetteer = citiesGazetteer();
  // Reads the data, once.
  beforeAll(async () => void (await gazetteer.near(0, 0)));

  test.each([
    ['Amsterdam', 52.3731, 4.8922, { name: 'Amsterdam', region: 'North Holland', country: 'Netherlands' }],
    ['Haifa', 32.8191, 34.9983, { name: 'Haifa', country: 'Israel' }],
    ['Kyoto', 35.0211, 135.7538, { country: 'Japan' }],
  ])('%s', async (_name, latitude, longitude, expected) => {
    const places = await gazetteer.near(latitude, longitude);
    expect(places[0]).toMatchObject(expected);
    expect(places.length).toBeLessThanOrEqual(5);
    for (const { distanceKm } of places) expect(distanceKm).toBeLessThanOrEqual(25);
  });

  test('nothing is near in the middle of an ocean', async () => {
    expect(await gazetteer.near(-40, -130)).toEqual([]);
  });
});
