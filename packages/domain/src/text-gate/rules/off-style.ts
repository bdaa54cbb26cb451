import { proseRule, type Hit } from '../define-rule.ts';
import { blockAbove, styleOf, warnAbove } from '../style/style-model.ts';
import type { StyleCategory } from '../style/style-words.ts';

/** Fewer words have no style. */
const LEAST_WORDS = 4;

const faults: Readonly<Record<StyleCategory, string>> = {
  picture: 'talks about the picture instead of what is in it',
  hedge: 'guesses',
  mental: 'says what somebody thinks or wants, which nobody can see',
  feeling: 'names a mood, which nobody can see',
  moodadj: 'names a mood, which nobody can see',
  symbol: 'says what it stands for instead of what it is',
  praise: 'praises instead of describing',
  degree: 'strengthens instead of describing',
  universal: 'claims more than one photo can show',
  viewer: 'speaks to or about whoever looks at it',
  imperative: 'speaks to whoever looks at it',
  meta: 'talks about the task',
  advert: 'advertises',
  vague: 'fits any photo',
  leadin: 'says that something is shown instead of what',
};

/**
 * Style that no list of phrases ends: what a small model, trained on the corpora of this repository, takes for mood, praise, a guess or talk of the
 * picture. It may be wrong, so it warns; it holds up only what scores above every good text that it had not seen.
 */
export const offStyle = proseRule({
  id: 'off-style',
  severity: 'warn',
  check(text, { subject, location, settings }): readonly Hit[] {
    if (settings.language !== 'en' || text.split(/\s+/u).length < LEAST_WORDS) return [];
    const { score, span, category } = styleOf(text, { subject, location });
    if (score <= warnAbove) return [];
    const said = text.slice(span.start, span.end);
    const fault = category === undefined ? 'says more than can be seen' : faults[category];
    return [{ span, reason: `"${said}" ${fault}`, severity: score > blockAbove ? 'block' : 'warn' }];
  },
});
