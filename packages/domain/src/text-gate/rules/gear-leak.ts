import type { GateRule } from '../define-rule.ts';
import { everywhere } from '../everywhere.ts';
import type { GateContext } from '../gate-context.ts';
import { foldName } from '../word.ts';

/** Settings and techniques: how it was taken, not what it shows. */
const TECHNIQUE =
  /(?<![\p{L}\p{N}])(?:f\/?\d+(?:\.\d+)?(?=[\s,.;]|$)|ISO[ -]?\d{2,6}|1\/\d{2,5}(?: ?s(?:ec(?:onds?)?)?)?|\d{2,3}(?:-\d{2,3})? ?mm(?: lens)?|\d+ ?megapixels?|DSLR|mirrorless|telephoto|wide[- ]angle|fish-?eye|prime lens|zoom lens|(?:shallow|narrow|wide) depth of field|depth of field|bokeh|(?:ND|polari[sz]ing|polari[sz]er) filter|HDR|(?:taken|shot|captured|photographed) (?:with|on|using) (?:an?|the) (?:[\p{L}\p{N}-]+ ){0,4}?(?:camera|lens|phone|drone))(?![\p{L}\p{N}])/giu;

/** Whoever stood behind the camera, and where: a photographer in the picture is "a photographer". */
const BEHIND =
  /\b(?:the|this|our) photographers?\b(?! (?:kneels?|stands?|sits?|in the|on the))|\b(?:patient |skilled |talented |lucky )photographer(?:['’]s)?\b|\bphotographer['’]s (?:long |patient |keen )?(?:eye|patience|wait|lens|perspective|view|vantage|skill|art|luck)\b|\b(?:caught|captured|frozen|seen|recorded|preserved|immortali[sz]ed) (?:by|on|in|through) (?:the |a |his |her )?(?:camera|lens|photographer|viewfinder|shutter)\b|\b(?:photographed|filmed|pictured) (?:from|through|against|just as|just before)\b|\b(?:shot|taken|captured) from (?:an? |the )?(?:low|high|above|below|side|distance|behind|opposite|moving|air|ground|drone|helicopter)\b|\b(?:low|high|dutch|tilted|oblique|camera|wide|upward|downward|dramatic|unusual)[- ]angle(?:d)?\b(?! (?:of the )?(?:sun|light|lamp|parking|winter))|\bfrom (?:a|an) (?:\p{L}+ )?(?:angle|vantage point|viewpoint|perspective)\b|\b(?:behind the (?:camera|lens)|in front of the lens|(?:looks?|looking|gaz\p{L}+|star\p{L}+|smil\p{L}+|pos\p{L}+) (?:straight |directly |right )?(?:(?:at|into) the (?:lens|photographer)|for the (?:camera|lens|photographer)))\b/giu;

/** Makers whose name is nothing else. */
const MAKERS =
  /(?<![\p{L}\p{N}])(?:canon(?= ?(?:EOS|R\d|\d+D))|nikon|fujifilm|leica|hasselblad|gopro|olympus(?= (?:OM|E-))|panasonic|lumix|pentax|sony (?:alpha|a\d|ilce)|iphone \d+|pixel \d|dji)(?: (?:[A-Z]+[- ]?\d+\w*|EOS \w+|Mark I+))*(?![\p{L}\p{N}])/giu;

export const gearLeak: GateRule = {
  id: 'gear-leak',
  check(text, context) {
    const typed = foldName(context.subject);
    return everywhere(text, { rule: 'gear-leak', severity: 'block' }, (part) =>
      [TECHNIQUE, BEHIND, MAKERS, ...ownGear(context)]
        .flatMap((pattern) => Array.from(part.matchAll(pattern)))
        .filter(([found]) => found !== '' && !typed.includes(foldName(found)))
        .map((match) => ({
          span: { start: match.index, end: match.index + match[0].length },
          reason: `"${match[0]}" tells of camera or lens, not of what is to be seen`,
        })),
    );
  },
};

/** The photo's own camera and lens: maker, model, and codes such as `RF24-70mm`, with any separators. */
function ownGear({ gear }: GateContext): readonly RegExp[] {
  return gear.flatMap((name) => {
    const words = foldName(name)
      .split(' ')
      .filter((word) => word !== '');
    const [maker = '', ...model] = words;
    const makerAlone = /^[a-z]{4,}$/u.test(maker) ? [maker] : [];
    const codes = words.filter((word) => word.length >= 3 && /\d/u.test(word) && /[a-z]/u.test(word));
    const names = [...makerAlone, ...codes, ...(model.length > 0 ? [model.join(' ')] : [])].filter(
      (one) => one.length >= 3,
    );
    return names.map((one) => new RegExp(`(?<![\\p{L}\\p{N}])${loosely(one)}(?![\\p{L}\\p{N}])`, 'giu'));
  });
}

/** Between letters and digits and where spaces are, anything or nothing may stand: Z 8, Z8, Z-8. */
function loosely(name: string): string {
  return name.replace(/(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])/gu, ' ').replace(/ +/gu, '[^\\p{L}\\p{N}]?');
}
