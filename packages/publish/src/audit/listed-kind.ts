export type ListedKind = 'web' | 'thumb' | 'temporary' | 'other';

/** What a file of the site is, by its path. Pages, scripts and whatever else a website has are `other` and nobody's fault. */
export function listedKind(path: string): ListedKind {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  if (TEMPORARY.test(name)) return 'temporary';
  if (parts.length < 3 || !IMAGE.test(name)) return 'other';
  return parts[1]?.toLowerCase() === 'thumbs' ? 'thumb' : 'web';
}

/** Names that upload programs and FTP servers give to a file until it is whole, and leave behind when the line breaks. */
const TEMPORARY =
  /^\.proofline-[\w-]+\.(?:tmp|part)$|\.(?:part|partial|filepart|tmp|temp|upload|crdownload)$|^\.in\..+\.$|^\.pureftpd-upload\.|~$/i;

const IMAGE = /\.(?:jpe?g|jpe|jfif|png|webp|avif|gif)$/i;
