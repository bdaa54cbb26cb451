import { readXmpPacket, type XmpProperties, type XmpValue } from './xmp-packet.ts';

/**
 * What all packets of a file say together. Where two have one property, the later packet counts, except that camera data
 * (`exif:`, `exifEX:`, `tiff:`) stays as first found: exiftool ranks these as less reliable than EXIF itself and so never lets a
 * repeat replace them. Extended XMP counts only when a packet points to it by its GUID.
 */
export function readXmpProperties(
  packets: readonly Buffer[],
  extended: ReadonlyMap<string, Buffer> = new Map(),
): XmpProperties {
  const all = new Map<string, readonly XmpValue[]>();
  for (const packet of packets) addProperties(all, readXmpPacket(packet));
  const guid = all.get('xmpNote:HasExtendedXMP')?.at(-1)?.text;
  const rest = guid === undefined ? undefined : extended.get(guid);
  if (rest !== undefined) addProperties(all, readXmpPacket(rest));
  return all;
}

function addProperties(all: Map<string, readonly XmpValue[]>, properties: XmpProperties): void {
  for (const [name, values] of properties) if (!(isCameraData(name) && all.has(name))) all.set(name, values);
}

const isCameraData = (name: string): boolean => /^(?:exif|exifEX|tiff):/.test(name);

/** The one text of a property: the default language, else text without a language, else the first language there is. */
export function xmpText(properties: XmpProperties, name: string): string | undefined {
  const values = properties.get(name) ?? [];
  const plain = values.filter(({ language }) => language === undefined || language.toLowerCase() === 'x-default');
  return (isCameraData(name) ? plain[0] : plain.at(-1))?.text ?? values[0]?.text;
}

export function xmpTexts(properties: XmpProperties, name: string): readonly string[] {
  return (properties.get(name) ?? []).map(({ text }) => text);
}
