import type { GateRule } from '../define-rule.ts';
import { everywhere } from '../everywhere.ts';
import { foldName } from '../word.ts';

/** `… Photography` as a genre: what a category is called, never what a photo shows. */
const GENRE =
  /\b(?:nature|landscape|wildlife|street|portrait|macro|night|travel|flower|aviation|architecture|architectural|people|cityscape|urban|bird|aerial|sports?|food|product|event|documentary|fine art|black and white|stock)(?:[ _-](?:nature|landscape))?[ _-](?:photography|photos?|collection|gallery|category|folder)\b/giu;

/** Where a photo is kept, said in its text. */
const FILED =
  /\b(?:filed|catalogued|cataloged|categori[sz]ed|archived|tagged|classified|indexed) (?:under|as part of|in the category) (?:the )?\p{L}+|\b(?:category|folder|taxonomy): ?\p{L}+/giu;

/** The name of the set's category standing in the text. */
export const folderLeak: GateRule = {
  id: 'folder-leak',
  check(text, { folderDisplayName, subject }) {
    const typed = foldName(subject);
    const name = foldName(folderDisplayName);
    const ownName =
      name.includes(' ') && !typed.includes(name) ? [new RegExp(name.replaceAll(' ', '[^\\p{L}\\p{N}]+'), 'giu')] : [];
    return everywhere(text, { rule: 'folder-leak', severity: 'block' }, (part) =>
      [...ownName, GENRE, FILED]
        .flatMap((pattern) => Array.from(part.matchAll(pattern)))
        .filter(([found]) => !typed.includes(foldName(found)))
        .map((match) => ({
          span: { start: match.index, end: match.index + match[0].length },
          reason: `"${match[0]}" is the name of a category, it is not in the photo`,
        })),
    );
  },
};
