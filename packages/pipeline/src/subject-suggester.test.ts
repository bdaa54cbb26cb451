import type { Captioner } from '@proofline/domain/captioner.ts';
import type { FolderListing } from '@proofline/domain/photo-intake.ts';
import { RefusedPhoto } from '@proofline/domain/refusal.ts';
import { defaultRenderSettings } from '@proofline/domain/rendition.ts';
import type { SubjectSuggestion } from '@proofline/domain/subject-suggestion.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createSubjectSuggester, spread } from './subject-suggester.ts';

const PATIENCE_MS = 20_000;
const request = { sourceFolder: '/photos', includeSubfolders: true };
const suggestion: SubjectSuggestion = {
  subject: 'Frozen Lake',
  confidence: 0.8,
  detail: 'Ice',
  captioner: 'eyes',
  model: 'm',
};

test('a few photos, spread over the folder, are looked at; one that cannot be decoded gives its place away', async () => {
  const world = newWorld({ files: 10, broken: ['/photos/3.jpg'] });
  world.answer.resolve(suggestion);
  expect(await world.suggester.suggest(request, PATIENCE_MS)).toEqual(suggestion);
  expect(world.looks).toEqual([['/photos/0.jpg', '/photos/6.jpg', '/photos/9.jpg', '/photos/1.jpg']]);
});

test('a second request joins the one that runs, and later ones ask anew', async () => {
  const world = newWorld({ files: 3 });
  const both = [world.suggester.suggest(request, PATIENCE_MS), world.suggester.suggest(request, PATIENCE_MS)];
  world.answer.resolve(suggestion);
  expect(await Promise.all(both)).toEqual([suggestion, suggestion]);
  expect(world.looks).toHaveLength(1);
  await world.suggester.suggest(request, PATIENCE_MS);
  expect(world.looks).toHaveLength(2);
});

test('who does not wait long enough picks the answer up with the same request', async () => {
  const world = newWorld({ files: 3 });
  expect(await world.suggester.suggest(request, 1)).toBeNull();
  world.answer.resolve(suggestion);
  expect(await world.suggester.suggest(request, PATIENCE_MS)).toEqual(suggestion);
  expect(world.looks).toHaveLength(1);
});

test('what was read from other photos than lie there now is dropped', async () => {
  const world = newWorld({ files: 3 });
  const asked = world.suggester.suggest(request, PATIENCE_MS);
  await world.looking;
  world.setFiles(4);
  world.answer.resolve(suggestion);
  await expect(asked).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('changed meanwhile'),
  });
});

test.each([
  ['template', 'does not look at photos'],
  ['absent', 'there is no captioner absent; there is: eyes, template'],
])('the captioner %s is refused in words', async (captioner, words) => {
  const world = newWorld({ files: 3 });
  await expect(world.suggester.suggest({ ...request, captioner }, PATIENCE_MS)).rejects.toThrow(words);
});

test('few photos are all looked at, in their order', () => {
  expect(spread([1, 2, 3])).toEqual([1, 2, 3]);
  expect(spread([1, 2, 3, 4, 5])).toEqual([1, 2, 4, 5, 3]);
});

function newWorld({ files, broken = [] }: { readonly files: number; readonly broken?: readonly string[] }) {
  let listing = listingOf(files);
  const looks: (readonly string[])[] = [];
  const answer = Promise.withResolvers<SubjectSuggestion>();
  const looking = Promise.withResolvers<void>();
  const decoded = new Map<string, string>();
  const eyes: Captioner = {
    id: 'eyes',
    version: () => Promise.resolve('1'),
    problems: () => Promise.resolve([]),
    draft: () => Promise.reject(new Error('not asked for')),
    suggestSubject(paths) {
      looks.push(paths.map((path) => decoded.get(path) ?? ''));
      looking.resolve();
      return answer.promise;
    },
  };
  const { suggestSubject: _none, ...template } = eyes;
  const suggester = createSubjectSuggester({
    intake: { list: () => Promise.resolve(listing) },
    renderer: {
      render(path, folder) {
        if (broken.includes(path)) return Promise.reject(new RefusedPhoto({ code: 'corrupt', reason: 'broken' }));
        decoded.set(`${folder}/m.jpg`, path);
        const size = { sha256: '', bytes: 1, widthPx: 1, heightPx: 1 };
        return Promise.resolve([{ kind: 'model-input', path: 'm.jpg', ...size }]);
      },
    },
    renderSettings: defaultRenderSettings,
    captioners: { eyes, template: { ...template, id: 'template' } },
    usualCaptioner: 'eyes',
    withFolder(work) {
      const folder = mkdtempSync(join(tmpdir(), 'proofline-suggestion-'));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      return work(folder);
    },
  });
  return {
    suggester,
    looks,
    answer,
    looking: looking.promise,
    setFiles: (count: number) => void (listing = listingOf(count)),
  };
}

function listingOf(count: number): FolderListing {
  const files = Array.from({ length: count }, (_, index) => ({
    path: `/photos/${index}.jpg`,
    relativePath: `${index}.jpg`,
    bytes: 1,
  }));
  return { files, ignored: [], problems: [] };
}
