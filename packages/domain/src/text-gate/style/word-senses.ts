import { wordSenseTable } from './word-sense-table.ts';

/** One of the classes that a word belongs to, with its share of the word's uses, 0…1. */
export type WordSense = { readonly name: string; readonly share: number };

/** WordNet's lexicographer files in their order, each with the letter that stands for it in the table. */
export const senseNames: readonly { readonly name: string; readonly letter: string }[] = (
  'adj.all adj.pert adv.all noun.tops noun.act noun.animal noun.artifact noun.attribute noun.body noun.cognition noun.communication noun.event noun.feeling ' +
  'noun.food noun.group noun.location noun.motive noun.object noun.person noun.phenomenon noun.plant noun.possession noun.process noun.quantity ' +
  'noun.relation noun.shape noun.state noun.substance noun.time verb.body verb.change verb.cognition verb.communication verb.competition ' +
  'verb.consumption verb.contact verb.creation verb.emotion verb.motion verb.perception verb.possession verb.social verb.stative verb.weather adj.ppl'
)
  .split(' ')
  .map((name, index) => ({ name, letter: String.fromCharCode((index < 26 ? 65 : 71) + index) }));

export type WordEntry = { readonly stem: string; readonly senses: readonly WordSense[] };

/** What is known of a word in any of its forms; a word that nobody knows is its own stem and has no senses. */
export function sensesOf(folded: string): WordEntry {
  table ??= readTable();
  const known = wordForms(folded).filter((form) => table!.has(form));
  const [first] = known;
  if (first === undefined) return { stem: folded, senses: [] };
  const stem = known.reduce((shortest, form) => (form.length < shortest.length ? form : shortest));
  return { stem, senses: table.get(first)! };
}

/** Whether a longer word of the table begins so. Goes through all of it: for few questions. */
export function beginsWord(folded: string): boolean {
  table ??= readTable();
  for (const word of table.keys()) if (word.length > folded.length && word.startsWith(folded)) return true;
  return false;
}

let table: ReadonlyMap<string, readonly WordSense[]> | undefined;

function readTable(): ReadonlyMap<string, readonly WordSense[]> {
  const names = new Map(senseNames.map(({ name, letter }) => [letter, name]));
  return new Map(
    wordSenseTable
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [code, ...words] = line.split(' ');
        const senses = Array.from(code!.matchAll(/([A-Za-z])(\d)/gu), ([, letter, quarters]) => ({
          name: names.get(letter!)!,
          share: Number(quarters) / 4,
        }));
        return words.map((word) => [word, senses] as const);
      }),
  );
}

/** What may end a form of a word, and what stands there in the dictionary. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/^.*-/u, ''],
  [/['’].*$/u, ''],
  [/ies$/u, 'y'],
  [/ves$/u, 'f'],
  [/es$/u, ''],
  [/s$/u, ''],
  [/([b-df-hj-np-tv-z])\1(?:ing|ed|er)$/u, '$1'],
  [/ing$/u, ''],
  [/ing$/u, 'e'],
  [/ied$/u, 'y'],
  [/ed$/u, ''],
  [/ed$/u, 'e'],
  [/ly$/u, ''],
  [/ily$/u, 'y'],
  [/iness$/u, 'y'],
  [/ness$/u, ''],
];

/** The word itself, then what it may be a form of. */
export function wordForms(folded: string): readonly string[] {
  return [folded, ...endings.map(([end, instead]) => folded.replace(end, instead))].filter(
    (form, index, all) => all.indexOf(form) === index && (index === 0 || form.length > 2),
  );
}
