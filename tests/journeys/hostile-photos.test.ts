import { mkdir, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSystem, type RunningSystem } from '../support/running-system.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';

/** What hostile folders and files do to the real program: real links on a real disk, real EXIF through the real stages, over HTTP. */

const SECRET = 'nobody-may-see-this';

let folder: string;
let photos: string;
let running: RunningSystem;
const counts = new Map<string, number>();

beforeAll(async () => {
  folder = await makeTemporaryFolder();
  photos = join(folder, 'photos');
  await mkdir(join(photos, 'lake', 'ice'), { recursive: true });
  await mkdir(join(folder, 'photos-private', SECRET), { recursive: true });
  await writeFile(join(folder, 'photos-private', 'IMG_1.JPG'), 'x');
  const links: readonly (readonly [string, string, 'dir' | 'junction' | 'file'])[] = [
    ['outside', join(folder, 'photos-private'), 'dir'],
    ['relative', '../photos-private', 'dir'],
    ['junction', join(folder, 'photos-private'), 'junction'],
    ['chain', join(photos, 'outside'), 'dir'],
    ['root', '/', 'dir'],
    ['loop', join(photos, 'loop'), 'dir'],
    ['file', join(folder, 'photos-private', 'IMG_1.JPG'), 'file'],
    ['gone', join(folder, 'not-there'), 'dir'],
  ];
  for (const [name, target, kind] of links) await symlink(target, join(photos, name), kind);
  running = await startSystem(folder, { PROOFLINE_PHOTO_FOLDERS: photos });
});
afterAll(async () => {
  process.stdout.write(`hostile input: ${[...counts].map(([what, times]) => `${what} ${times}`).join(', ')}\n`);
  await running.stop();
  await removeFolder(folder);
});

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const { apiUrl, token } = running.system;
  return fetch(`${apiUrl}/api${path}`, { headers: { Authorization: `Bearer ${token}`, ...headers } });
}

const browse = (rawQuery: string) => get(`/folders?path=${rawQuery}`);
const count = (what: string, times = 1) => counts.set(what, (counts.get(what) ?? 0) + times);

describe('the folder browser', () => {
  /** Ways out, seen from a folder that is open. */
  function waysOut(base: string): readonly string[] {
    const up = [
      '..',
      '../photos-private',
      `../photos-private/${SECRET}`,
      '../../../../../../etc',
      'lake/../../photos-private',
    ];
    const linked = [
      'outside',
      `outside/${SECRET}`,
      'relative',
      'junction',
      'junction/..',
      'chain',
      'root',
      'root/etc',
      'loop',
      'loop/loop',
    ];
    const files = [
      'file',
      'gone',
      'lake/ice/../../../photos-private',
      'lake/./../../photos-private',
      'lake//..//..//photos-private',
    ];
    const signs = [
      '..\\photos-private',
      '..;/photos-private',
      '....//photos-private',
      '.. /photos-private',
      'lake\0/../../photos-private',
      'lake\n',
      '%2e%2e/photos-private',
      '..%2fphotos-private',
      '%252e%252e%252fphotos-private',
      '..%c0%afphotos-private',
      '\u2025/photos-private',
      '\uFF0E\uFF0E/photos-private',
      '..\u2215photos-private',
      `${'../'.repeat(100)}etc`,
      'a'.repeat(5000),
      'a/'.repeat(2000),
    ];
    return [...up, ...linked, ...files, ...signs].map((way) => `${base}/${way}`);
  }
  const elsewhere = [
    '/',
    '//',
    '/etc',
    '/etc/passwd',
    '/proc/self/cwd',
    '/proc/self/root',
    '/dev/fd',
    '.',
    '..',
    '~',
    '~root',
    '',
    ' ',
    'photos',
    'lake',
    'C:',
    'C:\\',
    'C:/',
    'c:\\Windows',
    '\\\\?\\C:\\',
    '\\\\.\\C:',
    '\\\\server\\share',
    '//server/share',
    '\\\\127.0.0.1\\c$',
    'file:///etc',
    'file:/etc',
    'http://127.0.0.1/',
    'CON',
    'NUL',
    'lake::$DATA',
    '\0',
    '\0/etc',
    '$HOME',
    '%HOME%',
    '`id`',
    '$(id)',
    '; ls',
    '| ls',
    '*',
    '/*',
    '{a,b}',
  ];
  const encodings: readonly (readonly [string, (text: string) => string])[] = [
    ['once', encodeURIComponent],
    ['twice', (text) => encodeURIComponent(encodeURIComponent(text))],
    [
      'every byte',
      (text) => [...new TextEncoder().encode(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
    ],
  ];

  test.each(encodings)(
    'shows nothing outside the opened folders, however it is asked, encoded %s',
    async (_how, encode) => {
      const attacks = [
        ...waysOut(photos),
        ...waysOut('photos'),
        ...elsewhere,
        `${photos}-private`,
        `${photos}-private/${SECRET}`,
      ];
      const answers = new Set<number>();
      for (const attack of attacks) {
        const reply = await browse(encode(attack));
        const said = await reply.text();
        count('paths');
        answers.add(reply.status);
        expect([attack, [400, 404, 431].includes(reply.status)]).toEqual([attack, true]);
        if (reply.status === 431) continue;
        expect(reply.headers.get('Content-Type')).toBe('application/problem+json');
        // Only what was asked comes back, nothing of what is there.
        expect([attack, attack.includes(SECRET) || encode(attack).includes(SECRET) || !said.includes(SECRET)]).toEqual([
          attack,
          true,
        ]);
      }
      expect(answers).toContain(404);
    },
  );

  test('what is inside is shown, links that lead out are not in it, and a folder that turns into a link is none any more', async () => {
    const listed = async (path: string) => {
      const reply = await browse(encodeURIComponent(path));
      return { status: reply.status, said: await reply.text() };
    };
    const { status, said } = await listed(photos);
    expect(status).toBe(200);
    const { folders } = JSON.parse(said) as { folders: { name: string }[] };
    expect(folders.map(({ name }) => name)).toEqual(['lake']);
    await rename(join(photos, 'lake', 'ice'), join(photos, 'lake', 'ice-before'));
    await symlink(join(folder, 'photos-private'), join(photos, 'lake', 'ice'));
    expect((await listed(join(photos, 'lake', 'ice'))).status).toBe(404);
  });
});

describe('script in the EXIF of photos', () => {
  const payloads = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "'-alert(1)-'",
    '</title></textarea></script><svg onload=alert(1)>',
    'javascript:alert(1)//',
    '{{constructor.constructor("alert(1)")()}}',
    '<!--<script>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '<iframe srcdoc="<script>alert(1)</script>">',
    '=HYPERLINK("http://evil.example","x")',
    '<a href="data:text/html,<script>alert(1)</script>">',
    ']]><script>alert(1)</script>',
  ];

  test('goes through every stage and comes back as data, in a type and under a policy that run nothing', async () => {
    const source = join(photos, 'lake');
    for (const [index, payload] of payloads.entries()) {
      const pixels = Buffer.alloc(64 * 48 * 3, (index + 1) * 17);
      const texts = { ImageDescription: payload, Artist: payload, Copyright: payload, Make: payload, Model: payload };
      await sharp(pixels, { raw: { width: 64, height: 48, channels: 3 } })
        .withExif({ IFD0: texts })
        .jpeg()
        .toFile(join(source, `IMG_${index}.JPG`));
    }
    const { set } = await running.add({ sourceFolder: source, includeSubfolders: false });
    const ids = running.system.stores.photoLists.photos({ setId: set.id, limit: 100 }).map(({ id }) => id);
    expect(ids).toHaveLength(payloads.length);
    const perPhoto = ids.flatMap((id) => [
      `/photos/${id}`,
      `/reviews/${id}`,
      `/photos/${id}/field-history`,
      `/quality/photos/${id}`,
    ]);
    const lists = [
      '/reviews?limit=100',
      '/reviews/queue',
      '/photos',
      '/events?limit=500',
      '/events/newest?limit=100',
      '/overview',
      '/failures',
      '/searches?text=script',
      '/review-fields',
      '/analytics/cameras-by-year',
      '/analytics/cameras-by-year/csv',
    ];
    const arrived = new Set<string>();
    for (const path of [...perPhoto, ...lists]) {
      const reply = await get(path, { Accept: 'text/html,*/*' });
      const said = await reply.text();
      count('replies with EXIF');
      expect([path, [200, 400, 404].includes(reply.status)]).toEqual([path, true]);
      expect([path, reply.headers.get('Content-Type')]).toEqual([
        path,
        expect.stringMatching(/^(application\/(problem\+)?json|text\/csv)/),
      ]);
      expect(reply.headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(reply.headers.get('Content-Security-Policy')).toContain("default-src 'none'; script-src 'self'");
      for (const payload of payloads) if (said.includes(JSON.stringify(payload).slice(1, -1))) arrived.add(payload);
    }
    count('payloads', payloads.length);
    // Or nothing was proved: the words did go through.
    expect([...arrived].toSorted()).toEqual(payloads.toSorted());
  });
});
