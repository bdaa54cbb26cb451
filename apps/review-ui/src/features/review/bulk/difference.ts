export type Difference = {
  readonly start: string;
  readonly removed: string;
  readonly added: string;
  readonly end: string;
};

/** The one part in which two texts differ, in whole words. */
export function differenceOf(before: string, after: string): Difference {
  const [old, fresh] = [wordsOf(before), wordsOf(after)];
  const most = Math.min(old.length, fresh.length);
  let same = 0;
  while (same < most && old[same] === fresh[same]) same += 1;
  let tail = 0;
  while (tail < most - same && old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]) tail += 1;
  return {
    start: old.slice(0, same).join(''),
    removed: old.slice(same, old.length - tail).join(''),
    added: fresh.slice(same, fresh.length - tail).join(''),
    end: old.slice(old.length - tail).join(''),
  };
}

/** Words, and what lies between them. */
const wordsOf = (text: string) => text.split(/(\s+)/).filter((part) => part !== '');
