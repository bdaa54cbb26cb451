import { defaultFolderMap } from '@proofline/domain/folder-map.ts';
import type { CaptionContext } from '@proofline/domain/captioner.ts';
import { dossier } from '@proofline/domain/fixtures/dossier.ts';
import { createTextGate } from '@proofline/domain/text-gate/text-gate.ts';
import { openCaptioners } from '@proofline/pipeline/adapters/captioners/index.ts';
import { openKnownPlaceNames } from '@proofline/pipeline/adapters/text-gate/known-place-names.ts';
import { openProfanityFinder } from '@proofline/pipeline/adapters/text-gate/profanity-finder.ts';
import { expect, test } from 'vitest';
import { readGood } from './corpus.ts';

const gate = createTextGate({
  folderMap: defaultFolderMap,
  vocabulary: { usualKeywords: () => [] },
  places: openKnownPlaceNames(),
  profanity: openProfanityFinder(),
});
const captioners = openCaptioners({} as Parameters<typeof openCaptioners>[0]);

test('what the captioner without a model drafts of ordinary sets passes the gate', async () => {
  const sets = [
    'good-tuning-1.txt',
    'good-tuning-2.txt',
    'good-tuning-3.txt',
    'good-held-out-1.txt',
    'good-held-out-2.txt',
  ].flatMap(readGood);
  const problems: string[] = [];
  for (const [index, { context: known, source }] of sets.entries()) {
    const context: CaptionContext = {
      subject: known.subject,
      location: known.location.replace(', ', index % 2 === 0 ? ', ' : ' '),
      folderDisplayName: known.folderDisplayName,
      fields: {
        widthPx: 6000,
        heightPx: index % 3 === 0 ? 9000 : 4000,
        make: 'Canon',
        model: 'Canon EOS R5',
        ...(known.captureLocalTime !== undefined && { dateTimeOriginal: known.captureLocalTime }),
      },
      numberInSet: (index % 40) + 1,
      ...(known.sunAltitudeDegrees !== undefined && { sunAltitudeDegrees: known.sunAltitudeDegrees }),
    };
    const draft = await captioners['template']!.draft('', context, new AbortController().signal);
    const { caption, altText, keywords } = draft;
    const set = { ...dossier.set, subject: context.subject, location: context.location, folderKey: known.folderKey };
    const photo = { ...dossier.photo, originalFileName: known.fileNames[0] ?? dossier.photo.originalFileName };
    const of = { ...dossier, photo, set, fileName: null, metadata: { ...dossier.metadata, file: context.fields } };
    for (const { rule, reason, severity } of gate.pass(of, draft, context, () => [], []).gate!.findings)
      if (severity === 'block')
        problems.push(`${source}: ${rule}: ${reason} in ${caption} / ${altText} / ${keywords.join(', ')}`);
  }
  expect(problems).toEqual([]);
});
