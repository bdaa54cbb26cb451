import { DomainError } from './domain-error.ts';
import { DEFAULT_FILE_NAME_TEMPLATE, fileNameTemplateProblems, parseFileNameTemplate } from './file-name-template.ts';
import type { NamingSettings } from './file-name.ts';
import { slug } from './slug.ts';
import { isWindowsDeviceName } from './windows-device-name.ts';

/** The settings as the operator writes them; what is absent or null keeps its default. */
export type NamingSettingsText = {
  readonly fileNameTemplate?: string | null;
  /** Default `Unknown_Camera`: a stated gap, never somebody's camera. */
  readonly fallbackCamera?: string | null;
  /** Default `Undated`: a stated gap, never the current year. */
  readonly fallbackYear?: string | null;
};

/** Longest fallback, so that it cannot use up the name. */
const FALLBACK_MAX_CHARS = 30;

/** Throws `DomainError('invalid')` with every problem of every setting. */
export function parseNamingSettings(text: NamingSettingsText): NamingSettings {
  const template = text.fileNameTemplate ?? DEFAULT_FILE_NAME_TEMPLATE;
  const fallbackCamera = text.fallbackCamera ?? 'Unknown_Camera';
  const fallbackYear = text.fallbackYear ?? 'Undated';
  const problems = [
    ...fileNameTemplateProblems(template),
    ...fallbackProblems('camera', fallbackCamera),
    ...fallbackProblems('year', fallbackYear),
  ];
  if (problems.length > 0) throw new DomainError('invalid', problems);
  return { template: parseFileNameTemplate(template), fallbackCamera, fallbackYear };
}

/** A fallback is used as it is written, in names and as a folder of the site, so it has to be safe as it is written. */
function fallbackProblems(what: string, fallback: string): readonly string[] {
  const shown = `the fallback ${what} ${JSON.stringify(fallback)}`;
  const safe = slug(fallback);
  if (safe === '') return [`${shown} has no letter or digit`];
  if (safe !== fallback) return [`${shown} cannot stand in a file name; write it as ${safe}`];
  if (isWindowsDeviceName(fallback)) return [`${shown} is a device name of Windows; use another word`];
  if (fallback.length > FALLBACK_MAX_CHARS) return [`${shown} has more than ${FALLBACK_MAX_CHARS} characters`];
  return [];
}
