import { keepProperty, readXmpPacket, type XmpProperties, type XmpValue } from './xmp-packet.ts';

/** What all packets of a file say together. Extended XMP counts only when a packet points to it by its GUID. */
export function readXmpProperties(
  packets: readonly Buffer[],
  extended: ReadonlyMap<string, Buffer> = new Map(),
): XmpProperties {
  const all = new Map<string, readonly XmpValue[]>();
  const add = (packet: Buffer) => readXmpPacket(packet).forEach((values, name) => keepProperty(all, name, values));
  packets.forEach(add);
  const guid = all.get('xmpNote:HasExtendedXMP')?.at(-1)?.text;
  const rest = guid === undefined ? undefined : extended.get(guid);
  if (rest !== undefined) add(rest);
  return all;
}

/** The one text of a property: the default language, else text without a language, else the first language there is. */
export function xmpText(properties: XmpProperties, name: string): string | undefined {
  const values = properties.get(name) ?? [];
  const plain = values.filter(({ language }) => language === undefined || language.toLowerCase() === 'x-default');
  return (plain.at(-1) ?? values[0])?.text;
}

export function xmpTexts(properties: XmpProperties, name: string): readonly string[] {
  return (properties.get(name) ?? []).map(({ text }) => text);
}
