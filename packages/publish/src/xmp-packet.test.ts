import { expect, test } from 'vitest';
import { examplePhoto } from './fixtures/published-photo.ts';
import { xmpPacket } from './xmp-packet.ts';

test('text cannot break out of the packet', () => {
  const packet = xmpPacket(examplePhoto({ caption: '</rdf:li> & "quoted" ]]> \r\n <!-- ?>' }));
  expect(packet).toContain('>&lt;/rdf:li&gt; &amp; "quoted" ]]&gt; &#xD;\n &lt;!-- ?&gt;</rdf:li>');
});

test('a character that XML cannot carry is a space', () => {
  expect(xmpPacket(examplePhoto({ headline: 'one\u0000two\u001bthree\uffff' }))).toContain(
    '>one two three </photoshop',
  );
});

test('a field without a value has no property', () => {
  const packet = xmpPacket(
    examplePhoto({ headline: null, creator: null, copyrightNotice: null, dateTimeOriginal: null, keywords: [] }),
  );
  expect(packet.match(/<(dc|photoshop|Iptc4xmpCore):\w+/g)).toEqual([
    '<dc:format',
    '<dc:title',
    '<dc:description',
    '<Iptc4xmpCore:AltTextAccessibility',
  ]);
});
