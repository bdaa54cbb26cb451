import type { PublishedPhoto } from '@proofline/domain/published-photo.ts';
import { embeddableText } from './embeddable-text.ts';

/**
 * The published text as an XMP packet (ISO 16684-1), one property per field of the IPTC Photo Metadata Standard. Camera and exposure stand
 * in the EXIF block only, so that no value is written twice. The picture's title is its published name: IPTC's Title is a
 * reference to the item, not a headline.
 */
export function xmpPacket(photo: PublishedPhoto, format: string | null = 'image/jpeg'): string {
  const properties = [
    simple('dc:format', format),
    languageAlternative('dc:title', photo.fileName.replace(/\.[^.]*$/, '')),
    languageAlternative('dc:description', photo.caption),
    languageAlternative('Iptc4xmpCore:AltTextAccessibility', photo.altText),
    list('dc:subject', 'rdf:Bag', photo.keywords),
    list('dc:creator', 'rdf:Seq', photo.creator === null ? [] : [photo.creator]),
    languageAlternative('dc:rights', photo.copyrightNotice ?? ''),
    simple('photoshop:Headline', photo.headline),
    simple('photoshop:DateCreated', dateCreated(photo)),
  ].filter((property) => property !== '');
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about="" ${namespaces}>`,
    ...properties,
    '</rdf:Description>',
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n');
}

const namespaces = [
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"',
  'xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"',
].join(' ');

/** The language of the text is not known, so it is the default one. */
function languageAlternative(property: string, text: string): string {
  if (text === '') return '';
  return `<${property}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt></${property}>`;
}

function list(property: string, container: 'rdf:Bag' | 'rdf:Seq', items: readonly string[]): string {
  if (items.length === 0) return '';
  const lines = items.map((item) => `<rdf:li>${escapeXml(item)}</rdf:li>`).join('');
  return `<${property}><${container}>${lines}</${container}></${property}>`;
}

function simple(property: string, text: string | null): string {
  return text === null || text === '' ? '' : `<${property}>${escapeXml(text)}</${property}>`;
}

/** XMP dates are ISO 8601 and may leave the zone out, which is what an EXIF time without an offset means. */
function dateCreated(photo: PublishedPhoto): string | null {
  if (photo.dateTimeOriginal === null) return null;
  return photo.dateTimeOriginal + (photo.offsetTimeOriginal ?? '');
}

/** A bare carriage return would be read back as a line feed (XML 1.0, section 2.11). */
function escapeXml(text: string): string {
  return embeddableText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#xD;');
}
