import type { SiteFix } from '@proofline/domain/site-audit.ts';
import { bytesInWords } from '../../lib/words.ts';

/** What a fix does, before somebody takes it. */
export function fixInWords(fix: SiteFix): string {
  switch (fix.kind) {
    case 'publish-again':
      return fix.replacePath === null
        ? `publish photo ${fix.photoId} again, under its approval`
        : `publish photo ${fix.photoId} again over ${fix.replacePath}`;
    case 'remove-file':
      return `take ${fix.path} (${bytesInWords(fix.bytes)}) off the site; a copy is kept`;
    case 'refresh-mirror':
      return `copy the site's row of ${fix.fileName} into the mirror`;
    case 'adopt-names':
      return 'take all names of the site into the ledger, so that none is given again';
  }
}

export const kindInWords = (kind: string) => kind.replaceAll('-', ' ');
