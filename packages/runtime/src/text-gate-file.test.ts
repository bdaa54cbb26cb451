import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { usualRuling } from '@proofline/domain/text-gate/gate-settings.ts';
import { describe, expect, test } from 'vitest';
import { readTextGate } from './text-gate-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'proofline-text-gate-'));
const path = join(folder, 'text-gate.jsonc');

function read(content: string) {
  writeFileSync(path, content);
  const { ruling, problems } = readTextGate(path, { mustExist: true });
  return { ruling, problems: problems.map((problem) => problem.replace(`${path}: `, '')) };
}

describe('a file of settings for the text gate', () => {
  test('may hold comments and a comma too many', () => {
    const { ruling, problems } = read('\uFEFF{ // ours\n "keywords": { "least": 3, "most": 8 }, /* few */ }');
    expect(problems).toEqual([]);
    expect(ruling.settings.keywords).toEqual({ least: 3, most: 8 });
  });

  test('that is no JSON is refused with the place', () => {
    expect(read('{\n  keywords: 3\n}').problems[0]).toBe('line 2, column 3: invalid symbol');
  });

  test('with wrong values is refused with all of them', () => {
    expect(read('{ "keywords": { "least": 3 }, "rules": { "shout": "off" } }').problems).toEqual([
      'keywords.most: Invalid input: expected number, received undefined',
      'rules.shout: there is no such rule; the nearest is shouting',
    ]);
  });

  test('is the usual one when it is not there, unless somebody named it', () => {
    const missing = join(folder, 'missing.jsonc');
    expect(readTextGate(missing, { mustExist: false })).toEqual({ ruling: usualRuling, problems: [] });
    expect(readTextGate(missing, { mustExist: true }).problems[0]).toContain(`${missing} cannot be read`);
  });
});

describe('the version of the settings', () => {
  const versionOf = (content: string) => read(content).ruling.version;

  test('is the usual one where they say nothing new', () => {
    expect(versionOf('{ "keywords": { "most": 15, "least": 5 } }')).toBe(usualRuling.version);
  });

  test('counts what is said, not how', () => {
    const version = versionOf('{ "language": "nl", "rules": { "shouting": "off", "markup": "warn" } }');
    expect(version).toMatch(/^[0-9a-f]{12}$/u);
    expect(versionOf('{ /* the same */ "rules": { "markup": "warn", "shouting": "off" }, "language": "nl" }')).toBe(
      version,
    );
    expect(versionOf('{ "language": "nl", "rules": { "shouting": "off", "markup": "block" } }')).not.toBe(version);
    expect(versionOf('{ "vocabulary": { "terms": ["mist"] } }')).not.toBe(usualRuling.version);
  });
});
