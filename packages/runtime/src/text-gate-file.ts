import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { usualRuling, type GateRuling } from '@proofline/domain/text-gate/gate-settings.ts';
import { parseGateSettings } from '@proofline/domain/text-gate/gate-settings-file.ts';
import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';

const VERSION_DIGITS = 12;

export type TextGateFile = { readonly ruling: GateRuling; readonly problems: readonly string[] };

/** Reads the operator's settings of the text gate, JSON that may hold comments. `problems` names everything that is wrong with them. */
export function readTextGate(path: string, { mustExist }: { readonly mustExist: boolean }): TextGateFile {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    if (!mustExist && (error as NodeJS.ErrnoException).code === 'ENOENT') return { ruling: usualRuling, problems: [] };
    return refused([`${path} cannot be read (${(error as Error).message})`]);
  }
  const errors: ParseError[] = [];
  const content: unknown = parse(text, errors, { allowTrailingComma: true });
  if (errors.length > 0) return refused(errors.map((error) => `${path}: ${placeOf(text, error)}`));
  const parsed = parseGateSettings(content);
  if ('problems' in parsed) return refused(parsed.problems.map((problem) => `${path}: ${problem}`));
  return { ruling: { ...parsed.ruling, version: versionOf(parsed.ruling) }, problems: [] };
}

const refused = (problems: readonly string[]): TextGateFile => ({ ruling: usualRuling, problems });

function placeOf(text: string, { error, offset }: ParseError): string {
  const before = text.slice(0, offset).split('\n');
  return `line ${before.length}, column ${before.at(-1)!.length + 1}: ${inWords(printParseErrorCode(error))}`;
}

/** `PropertyNameExpected` → `property name expected`. */
function inWords(code: string): string {
  return code.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
}

/** By what the settings say, however they are laid out and in whatever order. */
function versionOf(ruling: Omit<GateRuling, 'version'>): string {
  const usual = JSON.stringify(sorted({ ...usualRuling, version: undefined }));
  const text = JSON.stringify(sorted(ruling));
  return text === usual
    ? usualRuling.version
    : createHash('sha256').update(text).digest('hex').slice(0, VERSION_DIGITS);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, sorted(part)]));
}
