import { createHash } from 'node:crypto';
import type { CaptionContext } from '@proofline/domain/captioner.ts';
import { defaultGateSettings, type TextLimits } from '@proofline/domain/text-gate/gate-settings.ts';
import { captureMoment } from './capture-moment.ts';
import { draftSchemaOf } from './draft-reply.ts';
import { plainWords } from './plain-words.ts';
import { sunWords } from './sun-words.ts';
import type { VisionModel } from './vision-model.ts';

/** Fixed wording of the request. A change of it is another prompt version, by its hash. */
const rulesOf = ({ language, captionWords, altTextWords, keywords }: TextLimits) =>
  [
    'You write the text of one photograph for a photo catalogue. Answer with one JSON object and nothing else.',
    `caption: one complete ${nameOf(language)} sentence of ${rangeOf(captionWords)} words about what is visible. Name the subject and, when a location is given, the location.`,
    `alt_text: one ${nameOf(language)} sentence of ${rangeOf(altTextWords)} words for people who cannot see it, worded differently from the caption. Most important things first.`,
    `keywords: exactly ${keywords.most} different ${nameOf(language)} keywords in lower case, of one or two words each, the most important first.`,
    'Say only what you see or what the facts below say. When you are not sure, use the general word: a bridge, a bird, a flower.',
    'Never begin with "this image", "the photo shows" or the like, and never write the words photo, image, picture or photograph.',
    'Never mention camera, lens, settings, file names, folders or the series. No names of people, no brands that cannot be read, no emotions, no praise.',
    'Do not use a place name that is not in the list of allowed names, even when you believe to recognise the place.',
    'Words for the time of day and the season must agree with the facts.',
  ] as const;

const nameOf = (language: string) => new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
const rangeOf = ({ least, most }: TextLimits['captionWords']) => `${least} to ${most}`;

/** Raised when a draft of the same request would be treated otherwise: the wording counts by itself. */
const RULES_VERSION = 2;

/** Requests that between them use every word of the template, so that a change of any word shows in the hash. */
const specimens: readonly CaptionContext[] = [
  { subject: 'a', location: 'b', folderDisplayName: 'c', fields: {}, numberInSet: 1, hint: 'h' },
  ...[20, 50, 200].map((focalLengthMm, index) => ({
    subject: 'a',
    location: 'b',
    folderDisplayName: 'c',
    fields: { dateTimeOriginal: '2025-01-12T09:30:00', gpsLatitude: 52, gpsLongitude: 5, focalLengthMm },
    numberInSet: 1,
    sunAltitudeDegrees: [-20, -3, 5][index] ?? 0,
    places: [{ name: 'p', region: 'r', country: 'l', distanceKm: 1 }],
    allowedPlaceNames: ['p'],
    usualKeywords: ['k'],
  })),
];

/** What of a draft depends on settings alone. */
export type PromptParameters = {
  readonly temperature: number;
  readonly seed: number;
  readonly contextTokens: number;
  /** How long texts may be; as usual where nothing is said. */
  readonly limits?: TextLimits;
};

/** Names everything that is the same for every photo: template, rules, form of the answer, parameters, and the model's habits. */
export function promptVersion(parameters: PromptParameters, habits: VisionModel['habits'] = {}): string {
  const { temperature, seed, contextTokens, limits = defaultGateSettings } = parameters;
  const wording = [draftSystem(limits), draftSchemaOf(limits), specimens.map((context) => draftText(context, limits))];
  const parts = [RULES_VERSION, wording, temperature, seed, contextTokens, habits];
  return `prompt-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12)}`;
}

export function draftSystem(limits: TextLimits): string {
  return rulesOf(limits).join('\n');
}

export function draftText(context: CaptionContext, limits: TextLimits): string {
  const facts = factLines(context).filter((line) => line !== null);
  const hint = context.hint === undefined ? [] : [`The editor asks you to mind this: ${plainWords(context.hint)}`];
  return [
    'Facts:',
    ...facts.map((fact) => `- ${fact}`),
    ...hint,
    `Answer as JSON of this schema: ${JSON.stringify(draftSchemaOf(limits))}`,
  ].join('\n');
}

/** One fact in a line; what is not known is not mentioned. */
function factLines(context: CaptionContext): readonly (string | null)[] {
  const { subject, location, folderDisplayName, fields, places, allowedPlaceNames, usualKeywords } = context;
  const { sunAltitudeDegrees: sun } = context;
  const moment = captureMoment(fields);
  const time = /T(\d{2}:\d{2})/u.exec(fields.dateTimeOriginal ?? '')?.[1];
  const focalLengthMm = fields.focalLengthIn35mmFormatMm ?? fields.focalLengthMm;
  const [nearest] = places ?? [];
  return [
    `subject: ${plainWords(subject)}`,
    `location: ${plainWords(location)}`,
    `category: ${plainWords(folderDisplayName)}`,
    moment === null ? null : `taken in ${moment.monthAndYear}${moment.season === null ? '' : `, in ${moment.season}`}`,
    moment === null || moment.partOfDay === null ? null : `local time ${time}, ${moment.partOfDay} by the clock`,
    sun === undefined
      ? null
      : `sun ${Math.abs(Math.round(sun))} degrees ${sun < 0 ? 'below' : 'above'} the horizon: ${sunWords(sun)}`,
    focalLengthMm === undefined ? null : viewWords(focalLengthMm),
    nearest === undefined
      ? null
      : `taken near ${[nearest.name, nearest.region, nearest.country].filter(Boolean).join(', ')}`,
    allowedPlaceNames === undefined || allowedPlaceNames.length === 0
      ? 'allowed place names: none; name no place'
      : `allowed place names: ${allowedPlaceNames.join('; ')}`,
    usualKeywords === undefined || usualKeywords.length === 0
      ? null
      : `keywords the catalogue already uses here, prefer their spelling where they fit: ${usualKeywords.join(', ')}`,
  ];
}

/** By the field of view that the focal length stands for; never to be named in the text. */
function viewWords(focalLengthMm: number): string {
  if (focalLengthMm < 28)
    return `seen with a very wide view (${Math.round(focalLengthMm)} mm); things may look far away`;
  if (focalLengthMm < 90) return `seen with a usual view (${Math.round(focalLengthMm)} mm)`;
  return `seen through a long lens (${Math.round(focalLengthMm)} mm); things may look closer together than they are`;
}
