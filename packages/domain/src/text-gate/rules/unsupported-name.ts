import { allowedNames } from '../allowed-names.ts';
import { proseRule, type Hit } from '../define-rule.ts';
import { nameText, properNamesIn } from '../proper-names.ts';

/** Two capitalised words that are no name of a person, maker or place. */
const wellKnown =
  /^(?:milky way|art (?:deco|nouveau)|new year|big bang|world (?:war|cup|heritage)|northern lights|good friday|black friday|blue hour|golden hour|roman catholic|second world war|first world war|high street|old town|middle ages|olympic games|pride|jack russell|golden retriever|border collie|great dane|red cross)\b/u;

/** What people are called by in front of their names. */
const roles =
  /(?:man|woman|boy|girl|musician|singer|dancer|artist|painter|sculptor|vendor|seller|farmer|teacher|driver|worker|maker|keeper|player|builder|weaver|baker|smith|brother|sister|mother|father|uncle|aunt|son|daughter|grandfather|grandmother|friend|child|model|actor|actress|chef|cook|waiter|monk|nun|priest|guide|rider|runner|skater|shepherd|herder|pilot|nurse|doctor|student|mayor|named|called)$/u;

/**
 * A name of two words or more that a draft brings in and nothing given supports: of a person, a company, a species with capitals. Models invent such
 * names; whoever was there knows them, so what a person wrote is left alone, and a draft's name that nobody touched is not.
 */
export const unsupportedName = proseRule({
  id: 'unsupported-name',
  severity: 'warn',
  check(text, context): readonly Hit[] {
    const allowed = allowedNames(context);
    return properNamesIn(text).flatMap(({ words, startsSentence, before }) => {
      // The first word of a sentence has its capital anyway.
      const sure = startsSentence && words.length > 2 ? words : startsSentence ? words.slice(1) : words;
      const name = nameText(sure);
      const strange = name.split(' ').filter((part) => part.length > 2 && !allowed.has(part));
      const isName = sure.length >= 2 || (startsSentence && sure.length === 1 && words.length === 2);
      const isRole = words.length === 1 && !startsSentence && roles.test(before);
      const isNumbered = /^(?:\d+|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?)$/u.test(
        words[0]?.folded ?? '',
      );
      if ((!isName && !isRole) || isNumbered || strange.length === 0 || wellKnown.test(nameText(words))) return [];
      if (context.places(nameText(words)) !== null || (sure.length > 1 && context.places(name) !== null)) return [];
      if (strange.length < 2 && sure.length > 1) return [];
      // A reviewer who writes "the potter" instead of "Potter" left the name as it was.
      if (!context.isDrafted(nameText(words.slice(-2)))) return [];
      const [first] = startsSentence && sure.length === 1 ? words : sure;
      const last = words.at(-1);
      if (first === undefined || last === undefined) return [];
      return [
        {
          span: { start: first.start, end: last.end },
          reason: `nothing given for this photo supports the name "${text.slice(first.start, last.end)}"`,
        },
      ];
    });
  },
});
