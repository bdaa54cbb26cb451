import { hitsOf, type GateRule } from '../define-rule.ts';
import { everywhere } from '../everywhere.ts';
import { foldName } from '../word.ts';

const patterns: readonly (readonly [RegExp, string])[] = [
  [/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu, 'is an e-mail address'],
  [
    /(?<![\p{N}.,])\+\d{1,3}[ ().-]*\d(?:[ ().-]*\d){6,12}(?!\p{N})|\(\d{3}\) ?\d{3}[ -]\d{4}\b|\b0\d{2,4}[ -]\d{3,4}[ -]\d{3,4}\b/gu,
    'is a telephone number',
  ],
  // Nobody is 300 years old, and a range of years is nobody's age.
  [
    /\b(?:aged? (?:\d{1,2}|10\d)\b|(?<!\d (?:and|to|or) |\d ?[–-] ?)(?<!\d)(?:\d{1,2}|10\d)[- ](?:years?[- ]old\b|years of age))/giu,
    'tells the age of somebody',
  ],
  [
    /\b(?:named|called|by the name of|whose name is) \p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*/gu,
    'gives the name of somebody',
  ],
  [
    /\b(?:licen[cs]e|number|registration) plates? (?:number |reads? |reading |with |of |is )?[A-Z0-9]{1,4}[- ]?[A-Z0-9]{1,4}(?:[- ]?[A-Z0-9]{1,4})?\b/gu,
    'is the number of a vehicle',
  ],
  [
    /\b(?:plates?|registration|licen[cs]e) (?:number |reads? |reading |with |of |is |marked )?(?=[A-Z0-9 -]*\d)(?=[A-Z0-9 -]*[A-Z]{1})[A-Z0-9]{1,5}(?:[- ][A-Z0-9]{1,4}){1,4}\b/gu,
    'is the number of a vehicle',
  ],
  [
    /\b(?:born|date of birth|d\.?o\.?b\.?):? (?:on |in )?(?:the )?\d{1,2}(?:[./-]\d{1,2}[./-]|(?:st|nd|rd|th)? \p{L}+ )\d{2,4}\b/giu,
    'tells when somebody was born',
  ],
  [/\b0\d{3,4} \d{5,7}\b/gu, 'is a telephone number'],
  [
    /\b\p{Lu}\p{L}+(?:straat|gracht|weg|laan|plein|kade|stra(?:ß|ss)e|allee|gasse|gade|gatan|vej|v[äa]gen|utca) \d{1,4}\p{L}?\b|\b\d{1,5} (?:\p{Lu}[\p{L}’'.]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Blvd|Close|Court|Crescent|Terrace)\b|\b(?:[Rr]ue|[Vv]ia|[Cc]alle|[Rr]ua|[Uu]lica|[Uu]l\.|[Aa]v(?:enida|\.)) (?:\p{L}+ ){0,3}\p{Lu}[\p{L}’'-]+,? \d{1,4}\b/gu,
    'is the address of somebody',
  ],
  [
    /-?\d{1,3}\.\d{4,}\s?°?\s?[NS]?,? ?-?\d{1,3}\.\d{4,}|\b\d{1,3}° ?\d{1,2}['’′](?: ?[\d.]+["”″])? ?[NSEW]\b/gu,
    'is an exact position',
  ],
  [/\bhttps?:\/\/\S+|\bwww\.\S+|\b[a-z0-9-]{2,}\.(?:com|net|org|nl|de|info|io|co\.uk)\b/giu, 'is a web address'],
  [/\b\d{3}[-.]\d{3}[-.]\d{4}\b|\b0\d{1,3}[-/ ]\d{6,8}\b/gu, 'is a telephone number'],
  [/\b[A-Z]{2}\d{2} ?(?:[A-Z0-9]{4} ?){2,7}\b/gu, 'is a bank account'],
  [/\b(?:passport|credit card|social security|account) (?:number|no\.?)\b/giu, 'is about a document of somebody'],
  [/\b(?:@)[a-z][\p{L}\p{N}_.]{2,}\b/giu, 'is an account name'],
];

/** What identifies a person: nobody drafted by a machine into a public caption agreed to that. What the operator typed may stand. */
export const personalData: GateRule = {
  id: 'personal-data',
  check(text, { subject, location }) {
    const typed = foldName(`${subject} ${location}`);
    return everywhere(text, { rule: 'personal-data', severity: 'block' }, (part) =>
      patterns
        .flatMap(([pattern, what]) => hitsOf(part, pattern, (found) => `"${found}" ${what}`))
        .filter(({ span }) => {
          const found = foldName(part.slice(span.start, span.end)).replace(
            /^(?:named|called|by the name of|whose name is) /u,
            '',
          );
          return !typed.includes(found);
        }),
    );
  },
};
