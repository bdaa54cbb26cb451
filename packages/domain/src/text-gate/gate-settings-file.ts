import { z } from 'zod';
import { similarityRatio } from '../similar-text.ts';
import { defaultGateSettings, ruleSettings, type GateRuling } from './gate-settings.ts';
import { gateRuleIds } from './rules/rule-ids.ts';
import { foldName } from './word.ts';

/** Longest texts and lists that a model with the usual context has room for. */
const MOST_WORDS = 100;
const MOST_KEYWORDS = 50;
/** IIM 2:25 holds 64 bytes. */
const TERM_BYTES = 64;
const MOST_TERMS = 20_000;

const words = z
  .strictObject({ least: z.int().min(1).max(MOST_WORDS), most: z.int().min(1).max(MOST_WORDS) })
  .optional();
const characters = z.int().min(20).max(2000);
const term = z
  .string()
  .trim()
  .min(1)
  .refine(
    (text) => new TextEncoder().encode(text).length <= TERM_BYTES,
    `more than ${TERM_BYTES} bytes, which IPTC cannot hold`,
  );

/** What a settings file may say; what it leaves out stays as usual. */
const file = z.strictObject({
  language: z
    .string()
    .refine(isLanguage, 'no language has this code; write it in two letters, like en or nl')
    .optional(),
  captionWords: words,
  altTextWords: words,
  captionCharacters: z.strictObject({ most: characters }).optional(),
  altTextCharacters: z.strictObject({ warnAbove: characters, most: characters }).optional(),
  keywords: z
    .strictObject({ least: z.int().min(1).max(MOST_KEYWORDS), most: z.int().min(1).max(MOST_KEYWORDS) })
    .optional(),
  rules: z.record(z.string(), z.enum(ruleSettings)).optional(),
  vocabulary: z
    .strictObject({
      terms: z.array(term).max(MOST_TERMS).optional(),
      synonyms: z.record(term, term).optional(),
      onlyTheseTerms: z.boolean().optional(),
    })
    .optional(),
});

type File = z.infer<typeof file>;

/** Reads what a settings file holds; `problems` names everything that is wrong with it, and nothing of it holds then. */
export function parseGateSettings(
  content: unknown,
): { readonly ruling: Omit<GateRuling, 'version'> } | { readonly problems: readonly string[] } {
  const parsed = file.safeParse(content);
  const problems = [
    ...(parsed.success ? contradictions(parsed.data) : parsed.error.issues.flatMap(inWords)),
    ...unknownRules(content),
  ];
  if (!parsed.success || problems.length > 0) return { problems };
  const { vocabulary = {}, ...said } = parsed.data;
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Omit<
    File,
    'vocabulary'
  >;
  return {
    ruling: {
      settings: { ...defaultGateSettings, ...(given as Partial<typeof defaultGateSettings>) },
      vocabulary: {
        terms: vocabulary.terms ?? [],
        synonyms: vocabulary.synonyms ?? {},
        onlyTheseTerms: vocabulary.onlyTheseTerms ?? false,
      },
    },
  };
}

function isLanguage(code: string): boolean {
  if (!/^[a-z]{2}$/.test(code)) return false;
  return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(code) !== undefined;
}

function inWords(issue: z.core.$ZodIssue): readonly string[] {
  const place = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => `${place === '' ? '' : `${place}.`}${key}: there is no such setting`);
  return [`${place === '' ? 'the file' : place}: ${issue.message}`];
}

/** Looked for in the raw content, so that a misspelt rule is named beside whatever else is wrong. */
function unknownRules(content: unknown): readonly string[] {
  const { rules } = z
    .object({ rules: z.record(z.string(), z.unknown()).catch({}) })
    .catch({ rules: {} })
    .parse(content);
  const ids: readonly string[] = gateRuleIds;
  return Object.keys(rules)
    .filter((id) => !ids.includes(id))
    .map((id) => {
      const nearest = ids.toSorted((a, b) => similarityRatio(id, b) - similarityRatio(id, a))[0]!;
      return `rules.${id}: there is no such rule; the nearest is ${nearest}`;
    });
}

function contradictions({ vocabulary, ...said }: File): readonly string[] {
  const { captionWords, altTextWords, keywords, altTextCharacters } = { ...defaultGateSettings, ...said };
  const ranges = Object.entries({ captionWords, altTextWords, keywords }) as [
    string,
    { least: number; most: number },
  ][];
  return [
    ...ranges
      .filter(([, { least, most }]) => least > most)
      .map(([name, { least, most }]) => `${name}: at least ${least} and at most ${most} cannot both be`),
    ...(altTextCharacters !== undefined && altTextCharacters.warnAbove > altTextCharacters.most
      ? [
          `altTextCharacters: a warning above ${altTextCharacters.warnAbove} comes after the most, ${altTextCharacters.most}`,
        ]
      : []),
    ...vocabularyProblems(vocabulary),
  ];
}

function vocabularyProblems(vocabulary: File['vocabulary']): readonly string[] {
  const { terms = [], synonyms = {}, onlyTheseTerms = false } = vocabulary ?? {};
  const entries = Object.entries(synonyms);
  const own = new Map(entries.map(([other, word]) => [foldName(other), word]));
  const twice = [...Map.groupBy(entries, ([other]) => foldName(other)).values()].filter((same) => same.length > 1);
  return [
    ...(onlyTheseTerms && terms.length === 0
      ? ['vocabulary.onlyTheseTerms: there are no terms; every keyword would count as new']
      : []),
    ...entries
      .filter(([other, word]) => foldName(other) === foldName(word))
      .map(([other]) => `vocabulary.synonyms.${other}: it stands for itself`),
    ...entries
      .filter(([other, word]) => foldName(other) !== foldName(word) && own.has(foldName(word)))
      .map(
        ([other, word]) =>
          `vocabulary.synonyms.${other}: "${word}" is itself replaced by "${own.get(foldName(word))}"; name that one`,
      ),
    ...twice.map((same) => `vocabulary.synonyms: ${same.map(([other]) => `"${other}"`).join(' and ')} are one word`),
  ];
}
