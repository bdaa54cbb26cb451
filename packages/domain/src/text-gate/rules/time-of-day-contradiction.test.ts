import { expect, test } from 'vitest';
import { frozenLake } from '../fixtures/gate-context.ts';
import { proveRule } from './rule.conformance.ts';
import { timeOfDayContradiction } from './time-of-day-contradiction.ts';

proveRule(timeOfDayContradiction, {
  catches: [
    {
      given: { sunAltitudeDegrees: 40 },
      caption: 'Skaters on the lake in the middle of the night.',
      marks: 'middle of the night',
    },
    {
      altText: 'Frozen lake late in the evening.',
      given: { fileNames: ['Lake_Morning_Frost_002.jpg'] },
      marks: 'evening',
    },
    { caption: 'A frozen lake in the noon heat.', given: { fileNames: ['LakeNight007.jpg'] }, marks: 'noon' },
    { caption: 'A frozen lake at dusk.', given: { fileNames: ['lake-sunrise-0119.jpg'] }, marks: 'dusk' },

    { given: { sunAltitudeDegrees: -25 }, caption: 'Afternoon on the lake.', marks: 'Afternoon' },
    { given: { sunAltitudeDegrees: 35 }, altText: 'Stars above a lake.', marks: 'Stars' },
    { given: { sunAltitudeDegrees: 2, captureLocalTime: '2025-01-12T08:55:00' }, caption: 'A lake at sunset.' },
    { given: { sunAltitudeDegrees: 1, captureLocalTime: '2025-01-12T16:40:00' }, caption: 'A lake at dawn.' },
    { given: { fileNames: ['lake_sunrise_2.jpg'] }, caption: 'A lake at sunset.', marks: 'sunset' },
    { given: { sunAltitudeDegrees: -40 }, keywords: ['lake', 'midday'], becomes: ['lake'] },
  ],
  passes: [
    { caption: 'A frozen lake in the afternoon.', given: { fileNames: ['lake_sunset.jpg'] } },
    { caption: 'A market in the afternoon.', given: { subject: 'Night Market', fileNames: ['Night_Market_1.jpg'] } },
    {
      caption: 'Before dawn on a frozen lake.',
      given: { sunAltitudeDegrees: -20, captureLocalTime: '2025-01-12T04:20:00' },
    },

    { caption: 'A lake at sunset under stars at noon.' },
    { given: { sunAltitudeDegrees: 3, captureLocalTime: '2025-01-12T16:40:00' }, caption: 'A lake at sunset.' },
    {
      given: { sunAltitudeDegrees: 3, captureLocalTime: '2025-01-12T12:10:00' },
      caption: 'A polar lake at sunrise, or sunset.',
    },
    { given: { sunAltitudeDegrees: 40, subject: 'Night Sky Museum' }, caption: 'The night sky museum.' },
    { given: { fileNames: ['sunrise_and_sunset.jpg'] }, caption: 'A lake at sunset.' },
  ],
});

test.each([
  ['2025-01-12T09:30:00', 'warn'],
  ['2025-01-12T18:30:00', 'block'],
] as const)(
  'a morning that a file named sunset contradicts, with the clock at %s, is a reason to %s',
  (captureLocalTime, severity) => {
    const text = { caption: 'Thin ice covers a lake in the morning.', altText: '', keywords: [] };
    const found = timeOfDayContradiction.check(text, { ...frozenLake, captureLocalTime, fileNames: ['sunset.avif'] });
    expect(found).toMatchObject([{ severity, reason: expect.stringContaining('the name of the file') }]);
  },
);
