import { proseRule, type Hit } from '../define-rule.ts';

/** Screen readers read alt text in one go; IPTC recommends at most 250 characters for it. */
export const characterLimit = proseRule({
  id: 'character-limit',
  severity: 'block',
  check(text, { settings }, field): readonly Hit[] {
    const { most, warnAbove } =
      field === 'caption' ? { ...settings.captionCharacters, warnAbove: Infinity } : settings.altTextCharacters;
    const limit = text.length > most ? most : warnAbove;
    if (text.length <= limit) return [];
    const severity = text.length > most ? 'block' : 'warn';
    const reason = `${text.length} characters are ${severity === 'block' ? 'too many' : 'many to listen to'}; ${limit} are ${severity === 'block' ? 'allowed' : 'usual'}`;
    return [{ span: { start: limit, end: text.length }, severity, reason }];
  },
});
