import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { orProblems } from './fixtures/config-problems.ts';
import { readConfig } from './config.ts';

const workingFolder = mkdtempSync(join(tmpdir(), 'proofline-captioner-settings-'));

const read = (environment: Readonly<Record<string, string>>) =>
  orProblems(() => readConfig({ environment, workingFolder }).captioners);

test('without a word of the operator nobody is asked but a template, and Ollama would be on this machine', () => {
  expect(read({})).toMatchObject({
    usual: 'template',
    ollama: { baseUrl: 'http://127.0.0.1:11434', model: 'qwen3-vl:4b-instruct' },
    openAi: null,
    fallback: null,
    timeoutMs: 150_000,
  });
});

describe('where photos may be sent', () => {
  test.each(['http://127.0.0.1:11434/', 'http://localhost:11434', 'http://[::1]:11434', 'http://0.0.0.0:11434'])(
    '%s is this machine',
    (PROOFLINE_OLLAMA_URL) => {
      expect(read({ PROOFLINE_OLLAMA_URL })).toMatchObject({
        ollama: { baseUrl: expect.not.stringMatching(/0\.0\.0\.0:|\/$/) },
      });
    },
  );

  test.each([
    'http://192.168.1.20:11434',
    'https://ollama.com',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
  ])('%s is another one, and needs a word of the operator', (PROOFLINE_OLLAMA_URL) => {
    expect(read({ PROOFLINE_OLLAMA_URL })).toEqual([
      expect.stringMatching(/^PROOFLINE_OLLAMA_URL: photos would leave/),
    ]);
    expect(read({ PROOFLINE_OLLAMA_URL, PROOFLINE_CAPTIONER_REMOTE: 'on' })).toMatchObject({ usual: 'template' });
  });
});

test('what does not fit together is said at once', () => {
  const problems = read({
    PROOFLINE_CAPTIONER: 'oracle',
    PROOFLINE_OPENAI_URL: 'http://127.0.0.1:1234/v1',
    PROOFLINE_FALLBACK_MODEL: 'gemma3:4b',
  });
  expect(problems).toEqual([
    expect.stringContaining('PROOFLINE_OPENAI_MODEL: a server is named'),
    expect.stringContaining('PROOFLINE_FALLBACK_MODEL: a model is named'),
    'PROOFLINE_CAPTIONER: there is no captioner oracle; there is: template, ollama, openai-compatible',
  ]);
});

test('a key that is not allowed is not repeated', () => {
  const problems = read({ PROOFLINE_OPENAI_KEY: `secret-${'x'.repeat(600)}` });
  expect(problems).toEqual([expect.stringMatching(/^PROOFLINE_OPENAI_KEY: its value is not allowed/)]);
});
