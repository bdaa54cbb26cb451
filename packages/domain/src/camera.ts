import { slug } from './slug.ts';

/** Longest camera token. Real cameras stay below 35; a broken EXIF model of 500 characters must not cost a photo its name. */
export const CAMERA_MAX_CHARS = 40;

/**
 * EXIF make and model as one token, as the site writes cameras: `Canon_EOS_R5_Mark_II`. Null when the file names neither: the caller
 * has a stated fallback, never somebody's camera.
 *
 * The brand is written as its owner writes it, without company forms (NIKON CORPORATION → Nikon), and once: a model that starts with the
 * brand does not repeat it, and a model that names another brand than the company that built it goes under its own (RICOH IMAGING
 * COMPANY, PENTAX K-3 II → Pentax_K_3_II). `m2`, `MkII` and `MarkII` are `Mark_II`; `+` is `Plus`, for it tells two models apart.
 */
export function cameraToken(make: string | undefined, model: string | undefined): string | null {
  const rawModel = spaced(model ?? '');
  const maker = brandOf(make ?? '');
  const modelBrand = brandAtStart(rawModel);
  const brand = modelBrand?.name ?? maker;
  const modelWords = rawModel.slice(modelBrand?.length ?? repeatedLength(rawModel, maker));
  const words = `${brand} ${markInWords(modelWords, brand).replaceAll('+', ' Plus ')}`;
  // No hyphens, as the site writes cameras: without this, slug would take E-M10 for an aircraft registration.
  const token = slug(words.replaceAll('-', ' '));
  return token === '' ? null : shorten(token);
}

/** Brand → how EXIF makes and models start with it. Longer spellings first where one starts with another. */
const brands: readonly (readonly [string, RegExp])[] = [
  ['Apple', /^apple\b/iu],
  ['Canon', /^canon\b/iu],
  ['Casio', /^casio\b/iu],
  ['Epson', /^(?:seiko )?epson\b/iu],
  ['Fujifilm', /^fuji ?(?:film)?\b/iu],
  ['Google', /^google\b/iu],
  ['GoPro', /^gopro\b/iu],
  ['Hasselblad', /^hasselblad\b/iu],
  ['HP', /^(?:hewlett-packard|hp)\b/iu],
  ['Huawei', /^huawei\b/iu],
  ['Kodak', /^(?:eastman )?kodak\b/iu],
  ['Konica_Minolta', /^konica minolta\b/iu],
  ['Leica', /^leica\b/iu],
  ['LG', /^lg(?:e| electronics)?\b/iu],
  ['Minolta', /^minolta\b/iu],
  ['Motorola', /^motorola\b/iu],
  ['Nikon', /^nikon\b/iu],
  ['Nintendo', /^nintendo\b/iu],
  ['Nokia', /^nokia\b/iu],
  ['OM_System', /^om (?:digital solutions|system)\b/iu],
  ['Olympus', /^olympus\b/iu],
  ['OnePlus', /^oneplus\b/iu],
  ['Panasonic', /^panasonic\b/iu],
  ['Pentax', /^(?:asahi )?pentax\b/iu],
  ['Phase_One', /^phase one\b/iu],
  ['Polaroid', /^polaroid\b/iu],
  ['Ricoh', /^ricoh\b/iu],
  ['Samsung', /^samsung\b/iu],
  ['Sigma', /^sigma\b/iu],
  ['Sony', /^sony\b/iu],
  ['Vivitar', /^vivitar\b/iu],
  ['vivo', /^vivo\b/iu],
  ['Xiaomi', /^xiaomi\b/iu],
];

/** Words of company names that are no part of a brand. */
const COMPANY_WORDS =
  /\b(?:corporation|corp|company|co|limited|ltd|incorporated|inc|llc|ag|gmbh|imaging|camera|cameras|optical|electronics|technologies|technology|computer|international|global)\b\.?/giu;

function brandOf(make: string): string {
  const text = spaced(make);
  const known = brandAtStart(text);
  if (known !== undefined) return known.name;
  const words = slug(text.replaceAll(COMPANY_WORDS, ' '));
  return /^[A-Z]{5,}$/u.test(words) ? words.charAt(0) + words.slice(1).toLowerCase() : words;
}

function spaced(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s_]+/gu, ' ')
    .trim();
}

function brandAtStart(text: string): { readonly name: string; readonly length: number } | undefined {
  for (const [name, start] of brands) {
    const match = start.exec(text);
    if (match !== null) return { name, length: match[0].length };
  }
  return undefined;
}

/** Length of an unlisted maker's name at the start of its own model. */
function repeatedLength(model: string, maker: string): number {
  const repeats = maker !== '' && slug(model).toLowerCase().startsWith(`${maker.toLowerCase()}_`);
  return repeats ? maker.length : 0;
}

/** Canon writes `EOS R5m2` into its files; everybody else's and older spellings say mark or mk. `EOS M2` is a camera of its own. */
function markInWords(model: string, brand: string): string {
  const spelt = model.replace(
    /[ -]*\b(?:mark|mk)[ .-]*(\d|i{1,3}|iv|v)\b|(?<=\w)(?:mark|mk)[ .-]*(\d|i{1,3}|iv|v)\b/giu,
    toMark,
  );
  return brand === 'Canon' || /^EOS\b/u.test(model) ? spelt.replace(/(?<=\d[a-z]?) ?m(\d)\b/giu, toMark) : spelt;
}

function toMark(_match: string, first?: string, second?: string): string {
  const number = first ?? second ?? '';
  return ` Mark ${['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][Number(number) - 1] ?? number.toUpperCase()}`;
}

function shorten(token: string): string {
  if (token.length <= CAMERA_MAX_CHARS) return token;
  const cut = token.slice(0, CAMERA_MAX_CHARS + 1);
  return slug(cut.includes('_') ? cut.slice(0, cut.lastIndexOf('_')) : cut.slice(0, CAMERA_MAX_CHARS));
}
