import { DomainError } from './domain-error.ts';

/**
 * What a file name can be made of. `folder` is the folder key in capitals (`Nature`), `folderPhotography` the same with `_Photography`
 * behind it unless it ends with that already (`Nature_Photography`).
 */
export const fileNameTokens = ['subject', 'location', 'folder', 'folderPhotography', 'camera', 'year'] as const;
export type FileNameToken = (typeof fileNameTokens)[number];
export type FileNameTokenValues = Readonly<Record<FileNameToken, string>>;

/** A checked grammar for file names. `stem` is everything before the sequence number. */
export type FileNameTemplate = {
  readonly source: string;
  readonly stem: readonly TemplatePart[];
};

type TemplatePart =
  | { readonly kind: 'token'; readonly token: FileNameToken }
  | { readonly kind: 'text'; readonly text: string };

/** The original's grammar, original-system.md §2.1. */
export const DEFAULT_FILE_NAME_TEMPLATE = '{subject}_{location}_{folderPhotography}_{camera}_{year}_{sequence}.JPG';

/** Longest fixed text, so that words are left for the photo. */
const FIXED_TEXT_MAX_CHARS = 60;

/** Throws `DomainError('invalid')` with every problem of `source`. */
export function parseFileNameTemplate(source: string): FileNameTemplate {
  const problems = fileNameTemplateProblems(source);
  if (problems.length > 0) throw new DomainError('invalid', problems);
  return { source, stem: [...stemParts(stemSourceOf(source))] };
}

/** Everything that is wrong with `source`, in words; empty when it is a template. */
export function fileNameTemplateProblems(source: string): readonly string[] {
  const problems = [...endingProblems(source), ...stemProblems(stemSourceOf(source))];
  return problems.map((problem) => `the file name template ${JSON.stringify(source)} ${problem}`);
}

/** The name up to its sequence number. */
export function fillStem(template: FileNameTemplate, values: FileNameTokenValues): string {
  return template.stem.map((part) => (part.kind === 'token' ? values[part.token] : part.text)).join('');
}

export function usesToken(template: FileNameTemplate, ...tokens: readonly FileNameToken[]): boolean {
  return template.stem.some((part) => part.kind === 'token' && tokens.includes(part.token));
}

const PLACEHOLDER = /\{([^{}]*)\}/gu;

function stemSourceOf(source: string): string {
  return source.replace(/(?:\{sequence\})?(?:\.\w*)?$/u, '');
}

function endingProblems(source: string): readonly string[] {
  const stemSource = stemSourceOf(source);
  const problems: string[] = [];
  if (source.slice(stemSource.length) !== '{sequence}.JPG') problems.push('must end with {sequence}.JPG');
  if (stemSource.includes('{sequence}')) problems.push('may use {sequence} only once, at its end');
  if (/[^_-]$/u.test(stemSource)) {
    problems.push('must have _ or - before {sequence}, so that the number can be told from what is before it');
  }
  return problems;
}

function stemProblems(stemSource: string): readonly string[] {
  const problems: string[] = [];
  for (const [placeholder, name] of stemSource.matchAll(PLACEHOLDER)) {
    if (name === 'sequence' || isToken(name)) continue;
    problems.push(`has the unknown token ${placeholder}; there is ${known()}`);
  }
  const text = stemSource.replaceAll(PLACEHOLDER, '');
  if (/[{}]/u.test(text)) problems.push('has a { or } without its partner');
  if (/[^A-Za-z0-9_{}-]/u.test(text)) problems.push('may have only letters A to Z, digits, _ and - between its tokens');
  if (/^[_-]/u.test(stemSource)) problems.push('must not start with _ or -');
  if (/[_-]{2}/u.test(stemSource)) problems.push('must not have two of _ and - in a row');
  if (/\}\{/u.test(stemSource)) problems.push('must have _ or - between two tokens');
  if (text.length > FIXED_TEXT_MAX_CHARS)
    problems.push(`has more than ${FIXED_TEXT_MAX_CHARS} characters of fixed text`);
  return problems;
}

function* stemParts(stemSource: string): Generator<TemplatePart> {
  for (const part of stemSource.split(/(\{[^{}]*\})/u)) {
    const token = part.slice(1, -1);
    if (part.startsWith('{') && isToken(token)) yield { kind: 'token', token };
    else if (part !== '') yield { kind: 'text', text: part };
  }
}

function isToken(name: string | undefined): name is FileNameToken {
  return fileNameTokens.some((token) => token === name);
}

function known(): string {
  return [...fileNameTokens, 'sequence'].map((token) => `{${token}}`).join(', ');
}
