import { SaxesParser, type SaxesAttributeNS, type SaxesTagNS } from 'saxes';
import { decodeXml } from './text-encoding.ts';

/** Values of one XMP property in document order; several for a list and for one text in several languages. */
export type XmpValue = { readonly text: string; readonly language: string | undefined };

/** Properties by their usual name, e.g. `dc:title`, whatever prefix the packet chose for the namespace. */
export type XmpProperties = ReadonlyMap<string, readonly XmpValue[]>;

/** Elements inside each other: real packets have about ten. The parser's work grows with the square of this. */
const MAX_DEPTH = 256;
/** Errors of the XML that a packet may have: real damage is a few places, and each error costs the parser a stack trace. */
const MAX_ERRORS = 1000;
/** Both are checked after so much of the packet. */
const STRIDE_CHARS = 16_384;

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns';

/** Namespaces of the properties that we read (XMP specification part 2; IPTC 2025.1; CIPA DC-010), without the closing `/` or `#`. */
const prefixes = new Map([
  ['http://purl.org/dc/elements/1.1', 'dc'],
  ['http://ns.adobe.com/photoshop/1.0', 'photoshop'],
  ['http://ns.adobe.com/tiff/1.0', 'tiff'],
  ['http://ns.adobe.com/exif/1.0', 'exif'],
  ['http://cipa.jp/exif/1.0', 'exifEX'],
  ['http://ns.microsoft.com/photo/1.0', 'MicrosoftPhoto'],
  ['http://iptc.org/std/Iptc4xmpCore/1.0/xmlns', 'Iptc4xmpCore'],
  ['http://ns.adobe.com/xmp/note', 'xmpNote'],
  [RDF, 'rdf'],
  ['adobe:ns:meta', 'x'],
]);
const knownPrefixes = new Set(prefixes.values());

/**
 * Reads the top-level properties of a packet: as attributes or elements, in any number of rdf:Description, alone or in rdf:Alt, Seq
 * or Bag. Structures are passed over: nothing of PhotoFields is inside one. A packet that ends before its RDF does says nothing, as
 * with exiftool; other errors of the XML are passed over where the parser can go on. Entities of a DOCTYPE are never expanded.
 */
export function readXmpPacket(packet: Buffer): XmpProperties {
  const properties = new Map<string, readonly XmpValue[]>();
  const reader = readRdf((name, values) => keepProperty(properties, name, values));
  const parser = new SaxesParser({ xmlns: true, position: false });
  let errors = 0;
  parser.on('error', () => {
    errors += 1;
  });
  parser.on('opentag', reader.open);
  parser.on('text', reader.text);
  parser.on('cdata', reader.text);
  parser.on('closetag', reader.close);
  const xml = onlyXml(decodeXml(packet));
  for (let at = 0; at < xml.length && errors <= MAX_ERRORS && !reader.isTooDeep(); at += STRIDE_CHARS)
    parser.write(xml.slice(at, at + STRIDE_CHARS));
  return reader.isComplete() ? properties : new Map();
}

/**
 * Adds a property that may be there already, from another rdf:Description or another packet. The later one counts, except that camera
 * data (`exif:`, `exifEX:`, `tiff:`) stays as first found: exiftool trusts these less than EXIF and never lets a repeat replace them.
 */
export function keepProperty(
  properties: Map<string, readonly XmpValue[]>,
  name: string,
  values: readonly XmpValue[],
): void {
  if (!(/^(?:exif|exifEX|tiff):/.test(name) && properties.has(name))) properties.set(name, values);
}

/** Writers put their own headers before the packet, zeros or line ends after it, and ampersands bare into it. */
function onlyXml(text: string): string {
  const start = text.search(/<(?:\?xpacket|\?xml|[A-Za-z])/);
  const end = text.lastIndexOf('>');
  const bareAmpersand = /<!\[CDATA\[(?:[^]*?\]\]>|[^]*)|&(?!(?:#\d+|#x[\da-fA-F]+|amp|lt|gt|quot|apos);)/g;
  return start < 0
    ? ''
    : text.slice(start, end + 1).replace(bareAmpersand, (match) => (match === '&' ? '&amp;' : match));
}

/** What an element is for the RDF, by what its parent is. */
type Role = 'outside' | 'rdf' | 'node' | 'property' | 'list' | 'item' | 'wrapper' | 'value' | 'ignored';

type Frame = {
  readonly role: Role;
  readonly name: string;
  readonly language: string | undefined;
  text: string;
  /** Of a property that is a list; undefined for one that is a single value. */
  items: XmpValue[] | undefined;
};

function readRdf(found: (name: string, values: readonly XmpValue[]) => void) {
  const frames: Frame[] = [];
  let complete = false;

  function open(element: SaxesTagNS): void {
    const parent = frames.at(-1);
    const name = usualName(element);
    const role = roleOf(name, parent?.role ?? 'outside');
    const attributes = Object.values(element.attributes);
    const language = attributes.find((attribute) => attribute.name === 'xml:lang')?.value;
    const resource = attributes.find((attribute) => usualName(attribute) === 'rdf:resource')?.value ?? '';
    frames.push({ role, name, language, text: resource, items: undefined });
    if (role === 'node') for (const attribute of attributes) foundAttribute(attribute);
    if (role === 'list' && parent) parent.items ??= [];
  }

  function foundAttribute(attribute: SaxesAttributeNS): void {
    const name = usualName(attribute);
    if (!name.startsWith('rdf:')) found(name, [{ text: attribute.value, language: undefined }]);
  }

  function text(piece: string): void {
    const frame = frames.at(-1);
    if (frame !== undefined && ['property', 'item', 'value'].includes(frame.role)) frame.text += piece;
  }

  function close(): void {
    const frame = frames.pop();
    if (frame === undefined) return;
    const value = { text: frame.text, language: frame.language };
    if (frame.role === 'rdf') complete = true;
    if (frame.role === 'property') found(frame.name, frame.items ?? [value]);
    if (frame.role === 'item') frames.findLast(({ role }) => role === 'property')?.items?.push(value);
    if (frame.role !== 'value') return;
    const holder = frames.findLast(({ role }) => role === 'property' || role === 'item');
    if (holder) holder.text = frame.text;
  }

  return { open, text, close, isComplete: () => complete, isTooDeep: () => frames.length > MAX_DEPTH };
}

function roleOf(name: string, parent: Role): Role {
  if (parent === 'outside') return name === 'rdf:RDF' ? 'rdf' : 'outside';
  if (parent === 'rdf') return 'node';
  if (parent === 'node') return 'property';
  if (parent === 'list') return name === 'rdf:li' ? 'item' : 'ignored';
  if (parent === 'property' || parent === 'item' || parent === 'wrapper') {
    if (name === 'rdf:value') return 'value';
    if (name === 'rdf:Description') return 'wrapper';
    if (parent === 'property' && /^rdf:(?:Alt|Seq|Bag)$/.test(name)) return 'list';
  }
  return 'ignored';
}

/** A namespace that we do not know, or none, leaves the prefix to say which is meant, as with exiftool: writers misspell addresses. */
function usualName({ uri, prefix, local }: SaxesTagNS | SaxesAttributeNS): string {
  const usual = prefixes.get(uri.replace(/[/#]+$/, '')) ?? (knownPrefixes.has(prefix) ? prefix : '?');
  return `${usual}:${local}`;
}
