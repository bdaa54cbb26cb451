/**
 * Text as metadata blocks can carry it. XML 1.0 has no way to write most control characters, and EXIF ends a text at NUL. None of
 * them shows on a screen, so each becomes a space: what a person approved reads the same, and no two words run together.
 */
export function embeddableText(text: string): string {
  return text.replaceAll(notXmlCharacters, ' ');
}

/** Everything outside the production Char of XML 1.0 (section 2.2). */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const notXmlCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
