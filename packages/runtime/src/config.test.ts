import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { defaultFolderMap } from '@proofline/domain/folder-map.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { problemsWhen } from './fixtures/config-problems.ts';
import { readConfig } from './config.ts';
import { environmentVariables } from './environment-variables.ts';
import { envExample } from './env-example.ts';

let workingFolder: string;
beforeEach(() => {
  workingFolder = mkdtempSync(join(tmpdir(), 'proofline-config-'));
});

const read = (environment: Record<string, string>) => readConfig({ environment, workingFolder });

const problemsOf = (environment: Record<string, string>) => problemsWhen(() => read(environment));

describe('configuration', () => {
  test('an empty environment gives the usual values', () => {
    expect(read({})).toMatchObject({
      dataFolder: join(workingFolder, 'data'),
      siteFolder: join(workingFolder, 'data', 'site'),
      queue: { kind: 'embedded' },
      api: { port: 4170, mayMove: true },
      logLevel: 'info',
      render: { webQuality: 95, thumbQuality: 92, maxPixels: 300_000_000, minEdgePx: 16, watermark: ['', ''] },
      naming: { fallbackCamera: 'Unknown_Camera', fallbackYear: 'Undated' },
      folderMap: defaultFolderMap,
      publication: {
        publicUrlBase: null,
        checkPublicUrls: false,
        creator: null,
        copyrightNotice: null,
        publishGps: false,
      },
    });
  });

  test('every wrong variable is named at once, with what it may hold', () => {
    const problems = problemsOf({
      QUEUE_URL: 'http://example.com',
      PROOFLINE_PORT: '70000',
      PROOFLINE_CONCURRENCY: 'many',
      PROOFLINE_PUBLISH_GPS: 'perhaps',
      PROOFLINE_WEB_QUALITY: '0',
      PROOFLINE_THUMB_QUALITY: '101',
      PROOFLINE_LOG_LEVEL: 'loud',
      PROOFLINE_PUBLIC_URL_BASE: 'ftp://example.com',
      PROOFLINE_MAX_MEGAPIXELS: '1.5',
      PROOFLINE_FALLBACK_CAMERA: 'no spaces',
      PROOFLINE_DATA: '~/photos',
      PROOFLINE_WATERMARK_LINE_1: 'x'.repeat(101),
    });
    expect(new Set(problems.map((problem) => problem.split(':')[0]))).toEqual(
      new Set([
        'PROOFLINE_CONCURRENCY',
        'PROOFLINE_DATA',
        'PROOFLINE_FALLBACK_CAMERA',
        'PROOFLINE_LOG_LEVEL',
        'PROOFLINE_MAX_MEGAPIXELS',
        'PROOFLINE_PORT',
        'PROOFLINE_PUBLIC_URL_BASE',
        'PROOFLINE_PUBLISH_GPS',
        'PROOFLINE_THUMB_QUALITY',
        'PROOFLINE_WATERMARK_LINE_1',
        'PROOFLINE_WEB_QUALITY',
        'QUEUE_URL',
      ]),
    );
    expect(problems).toHaveLength(12);
    expect(problems).toContain('PROOFLINE_PORT: "70000" is not allowed; allowed is a whole number from 0 to 65535');
  });

  test('the text gate is set by a file that is named, or by the one in the data folder', () => {
    expect(read({}).textGate.version).toBe('usual');
    mkdirSync(join(workingFolder, 'data'));
    writeFileSync(join(workingFolder, 'data', 'text-gate.jsonc'), '{ "keywords": { "least": 3, "most": 8 } }');
    expect(read({})).toMatchObject({
      textGate: { settings: { keywords: { most: 8 } } },
      captioners: { limits: { keywords: { most: 8 } } },
    });
    writeFileSync(join(workingFolder, 'ours.jsonc'), '{ "language": "english" }');
    expect(
      problemsOf({ PROOFLINE_TEXT_GATE: 'ours.jsonc', PROOFLINE_PORT: 'x' }).map((one) => one.split(':')[0]),
    ).toEqual(['PROOFLINE_PORT', 'PROOFLINE_TEXT_GATE']);
  });

  test('the naming settings are judged by the rules of file names, each problem under its own variable', () => {
    const problems = problemsOf({
      PROOFLINE_FILE_NAME_TEMPLATE: '{subject}_{colour}.PNG',
      PROOFLINE_FALLBACK_YEAR: '../2025',
    });
    expect(new Set(problems.map((problem) => problem.split(':')[0]))).toEqual(
      new Set(['PROOFLINE_FILE_NAME_TEMPLATE', 'PROOFLINE_FALLBACK_YEAR']),
    );
    expect(problems.join()).toContain('must end with {sequence}.JPG');
    expect(problems.join()).toContain('{colour}');
  });

  test('a misspelt variable is reported with the one that was meant', () => {
    expect(problemsOf({ PROOFLINE_PUBLSH_GPS: 'off', PROOFLINE_SOMETHING_ELSE: '1' })).toEqual([
      'PROOFLINE_PUBLSH_GPS: there is no such variable; did you mean PROOFLINE_PUBLISH_GPS',
      'PROOFLINE_SOMETHING_ELSE: there is no such variable; see .env.example for those that exist',
    ]);
  });

  test('a password in a wrong queue address is not repeated in the message', () => {
    const [problem] = problemsOf({ QUEUE_URL: 'amqp://user:hunter2@host' });
    expect(problem).toMatch(/^QUEUE_URL: its value is not allowed/);
    expect(problem).not.toContain('hunter2');
  });

  test.each([
    ['embedded:', { kind: 'embedded' }],
    ['redis://127.0.0.1:6379', { kind: 'redis', url: 'redis://127.0.0.1:6379' }],
    ['rediss://user:secret@host:6380/0', { kind: 'redis', url: 'rediss://user:secret@host:6380/0' }],
  ])('the queue address %s is understood', (QUEUE_URL, queue) => {
    expect(read({ QUEUE_URL }).queue).toEqual(queue);
  });

  test('an empty value counts as unset', () => {
    expect(read({ PROOFLINE_PORT: ' ', PROOFLINE_CREATOR: '' })).toMatchObject({
      api: { port: 4170, mayMove: true },
      publication: { creator: null },
    });
  });

  test('a port that somebody asked for is not exchanged for another', () => {
    expect(read({ PROOFLINE_PORT: '0' }).api).toEqual({ port: 0, mayMove: false, network: null });
  });

  test('overrides win over the environment, it over .env, and that over defaults; empty values hide nothing', () => {
    writeFileSync(join(workingFolder, '.env'), 'PROOFLINE_CREATOR=File\nPROOFLINE_COPYRIGHT=File\nPROOFLINE_PORT=1\n');
    const config = readConfig({
      environment: { PROOFLINE_COPYRIGHT: 'Environment', PROOFLINE_PORT: '2' },
      overrides: { PROOFLINE_PORT: '3' },
      workingFolder,
    });
    expect(config.publication).toMatchObject({ creator: 'File', copyrightNotice: 'Environment' });
    expect(config.api.port).toBe(3);
    const defaults = { PROOFLINE_CREATOR: 'Usual', PROOFLINE_DATA: 'elsewhere' };
    const filled = readConfig({ environment: { PROOFLINE_DATA: ' ', PROOFLINE_CREATOR: '' }, defaults, workingFolder });
    expect(filled).toMatchObject({ dataFolder: join(workingFolder, 'elsewhere'), publication: { creator: 'File' } });
  });

  test('a site folder that holds the data folder is refused', () => {
    expect(problemsOf({ PROOFLINE_SITE: '.', PROOFLINE_DATA: 'inner' })).toEqual([
      expect.stringContaining('would be published'),
    ]);
    expect(problemsOf({ PROOFLINE_SITE: 'public', PROOFLINE_DATA: 'public' })).toHaveLength(1);
    expect(problemsOf({ PROOFLINE_SITE: '..public', PROOFLINE_DATA: 'data' })).toEqual([]);
  });

  test('the public address loses the slash at its end', () => {
    expect(read({ PROOFLINE_PUBLIC_URL_BASE: 'https://example.com/images/' }).publication.publicUrlBase).toBe(
      'https://example.com/images',
    );
  });

  test('public addresses can be checked only where there are any', () => {
    expect(problemsOf({ PROOFLINE_PUBLIC_URL_CHECK: 'on' })).toEqual([
      expect.stringMatching(/^PROOFLINE_PUBLIC_URL_CHECK: .*PROOFLINE_PUBLIC_URL_BASE/),
    ]);
    const base = { PROOFLINE_PUBLIC_URL_BASE: 'https://example.com' };
    expect(read({ ...base, PROOFLINE_PUBLIC_URL_CHECK: 'on' }).publication.checkPublicUrls).toBe(true);
  });

  test('a folder map file replaces the one that is built in', () => {
    writeFileSync(join(workingFolder, 'map.json'), '\uFEFF{"birds":"Bird Photography"}');
    expect(read({ PROOFLINE_FOLDER_MAP: 'map.json' }).folderMap).toEqual({ birds: 'Bird Photography' });
  });

  test('everything that is wrong with a folder map file is named', () => {
    writeFileSync(join(workingFolder, 'map.json'), '{"../up":"Up","birds":"","macro":3,"fine":"Fine"}');
    const problems = problemsOf({ PROOFLINE_FOLDER_MAP: 'map.json' });
    expect(problems).toHaveLength(3);
    expect(problems.join()).toMatch(/"\.\.\/up".*"birds".*"macro"/);
    expect(problemsOf({ PROOFLINE_FOLDER_MAP: 'absent.json' })).toEqual([expect.stringContaining('ENOENT')]);
  });
});

describe('.env.example', () => {
  test('lists exactly the variables that are read', () => {
    const committed = readFileSync(resolve(import.meta.dirname, '../../../.env.example'), 'utf8');
    expect(committed).toBe(envExample());
    expect(committed.match(/^#[A-Z_0-9]+=/gm)).toHaveLength(Object.keys(environmentVariables).length);
  });

  // Each alone: a password and a file with the password are alternatives.
  test.each(Object.entries(environmentVariables))('the example of %s in it is allowed', (_, { schema, example }) => {
    expect(schema.safeParse(example)).toMatchObject({ success: true });
  });
});
