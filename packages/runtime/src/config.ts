import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative, resolve, isAbsolute, sep } from 'node:path';
import { parseEnv } from 'node:util';
import { DomainError } from '@proofline/domain/domain-error.ts';
import type { NamingSettings } from '@proofline/domain/file-name.ts';
import { defaultFolderMap, type FolderMap } from '@proofline/domain/folder-map.ts';
import { parseNamingSettings, type NamingSettingsText } from '@proofline/domain/naming-settings.ts';
import { defaultRenderSettings, type RenderSettings } from '@proofline/domain/rendition.ts';
import type { GateRuling, TextLimits } from '@proofline/domain/text-gate/gate-settings.ts';
import { closest, distance } from 'fastest-levenshtein';
import { ConfigError } from './config-error.ts';
import {
  environmentVariables,
  USUAL_PORT,
  type LogLevel,
  type Queue,
  type VariableName,
  type VariableValues,
} from './environment-variables.ts';
import { catalogueSettings, type CatalogueSettings } from './catalogue-settings.ts';
import { captionerSettings, type CaptionerSettings } from './captioner-settings.ts';
import { readFolderMap } from './folder-map-file.ts';
import { networkSettings, type NetworkSettings } from './network-settings.ts';
import { readTextGate } from './text-gate-file.ts';
import { rightsProblems } from './secret-file.ts';
import { siteServerSettings, type SiteServerSettings } from './site-settings.ts';

export type Config = {
  /** Absolute. Everything that Proofline keeps is below it. */
  readonly dataFolder: string;
  /** Absolute; the folder of the directory target. */
  readonly siteFolder: string;
  /** Absolute; browsers may look for photos below these and nowhere else. */
  readonly photoFolders: readonly string[];
  /** The website's table on a server; null: the one in the data folder. */
  readonly catalogue: CatalogueSettings | null;
  /** The server that the site's files go to; null: they go to the folder. */
  readonly siteServer: SiteServerSettings | null;
  readonly queue: Queue;
  /** `mayMove`: nobody asked for this port, so any free one will do when it is taken. */
  readonly api: {
    readonly port: number;
    readonly mayMove: boolean;
    /** Null: reached from this machine only. */
    readonly network: NetworkSettings | null;
  };
  /** Photos at once in one process; caps the concurrency of every stage. */
  readonly concurrency: number;
  /** Processes that do the work beside the system; at 0 the system does it itself. */
  readonly workers: number;
  /** Room that is left free on the disks of data folder and site. */
  readonly diskFloorBytes: number;
  readonly logLevel: LogLevel;
  readonly captioners: CaptionerSettings & { readonly limits: TextLimits };
  readonly render: RenderSettings;
  readonly naming: NamingSettings;
  readonly folderMap: FolderMap;
  /** How texts are judged. */
  readonly textGate: GateRuling;
  /** Absolute paths of the model files that the operator supplies. */
  readonly qualityModels: {
    readonly brisque: { readonly modelPath: string; readonly rangePath: string } | null;
    readonly nima: string | null;
    readonly clip: { readonly path: string; readonly headPath: string | null } | null;
  };
  readonly publication: {
    /** Without a slash at its end. */
    readonly publicUrlBase: string | null;
    readonly checkPublicUrls: boolean;
    readonly creator: string | null;
    readonly copyrightNotice: string | null;
    readonly publishGps: boolean;
  };
  /** Whether the published text stands in the published files too. */
  readonly embedText: boolean;
  /** Absolute; where published originals are kept. Null when they are not. */
  readonly archiveFolder: string | null;
};

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads and checks the whole configuration; throws `ConfigError` with every problem at once. `overrides` win over the environment,
 * which wins over `.env` in `workingFolder`, which wins over `defaults`; paths are relative to `workingFolder`.
 */
export function readConfig({
  defaults = {},
  overrides = {},
  environment = process.env,
  workingFolder = process.cwd(),
}: {
  readonly defaults?: Partial<Record<VariableName, string>>;
  readonly overrides?: Partial<Record<VariableName, string>>;
  readonly environment?: Environment;
  readonly workingFolder?: string;
} = {}): Config {
  const problems: string[] = [];
  const layers = [defaults, readEnvFile(join(workingFolder, '.env'), problems), environment, overrides];
  const given: Environment = Object.assign({}, ...layers.map(withoutEmpty));
  const values = checkedValues(given, problems);
  problems.push(...unknownVariables(given));
  const config = configOf(values, workingFolder, problems);
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

/** An empty value counts as unset: it hides nothing that stands below it. */
function withoutEmpty(environment: Environment): Environment {
  return Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
}

function readEnvFile(path: string, problems: string[]): Environment {
  try {
    const given = parseEnv(readFileSync(path, 'utf8'));
    problems.push(...exposedSecrets(path, given));
    return given;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new ConfigError([`${path} cannot be read (${(error as Error).message})`], { cause: error });
  }
}

/** A file with a password in it is as secret as the password. */
function exposedSecrets(path: string, given: Environment): readonly string[] {
  const names = Object.keys(withoutEmpty(given)).filter((name) => /^PROOFLINE_.*_(?:PASSWORD|PASSPHRASE)$/.test(name));
  return names.length === 0
    ? []
    : rightsProblems(path, statSync(path)).map((problem) => `${names.join(', ')}: ${problem}`);
}

function checkedValues(given: Environment, problems: string[]): VariableValues {
  const entries = Object.entries(environmentVariables).map(([name, variable]) => {
    const value = given[name]?.trim();
    if (value === undefined) return [name, variable.unset] as const;
    const parsed = variable.schema.safeParse(value);
    if (parsed.success) return [name, parsed.data] as const;
    const shown = 'secret' in variable ? 'its value' : JSON.stringify(value);
    problems.push(`${name}: ${shown} is not allowed; allowed is ${variable.allowed}`);
    return [name, variable.unset] as const;
  });
  return Object.fromEntries(entries) as VariableValues;
}

/** A misspelt switch would silently stay at its usual value, and positions would leave the machine or a folder be the wrong one. */
function unknownVariables(given: Environment): readonly string[] {
  const known = Object.keys(environmentVariables);
  return Object.keys(given)
    .filter((name) => name.startsWith('PROOFLINE_') && !known.includes(name))
    .map((name) => {
      const near = closest(name, known);
      const hint = distance(name, near) <= 4 ? `did you mean ${near}` : 'see .env.example for those that exist';
      return `${name}: there is no such variable; ${hint}`;
    });
}

function configOf(values: VariableValues, workingFolder: string, problems: string[]): Config {
  const dataFolder = resolve(workingFolder, values.PROOFLINE_DATA);
  const siteFolder = resolve(workingFolder, values.PROOFLINE_SITE ?? join(dataFolder, 'site'));
  if (isWithin(siteFolder, dataFolder))
    problems.push(
      `PROOFLINE_SITE: ${siteFolder} holds the data folder ${dataFolder}, which would be published; choose a folder that does not`,
    );
  if (values.PROOFLINE_PUBLIC_URL_CHECK && values.PROOFLINE_PUBLIC_URL_BASE === null)
    problems.push(
      'PROOFLINE_PUBLIC_URL_CHECK: there is no address to look at; set PROOFLINE_PUBLIC_URL_BASE, or leave it off',
    );
  if (values.PROOFLINE_WORKERS > 0 && values.QUEUE_URL.kind === 'embedded')
    problems.push(
      `PROOFLINE_WORKERS: ${values.PROOFLINE_WORKERS} workers cannot share the embedded queue engine, which lives in one process; set QUEUE_URL to a Redis, or leave PROOFLINE_WORKERS unset`,
    );
  const textGate = textGateOf(values.PROOFLINE_TEXT_GATE, { dataFolder, workingFolder }, problems);
  return {
    dataFolder,
    siteFolder,
    photoFolders: (values.PROOFLINE_PHOTO_FOLDERS ?? [homedir(), join(dataFolder, 'demo-photos')]).map((folder) =>
      resolve(workingFolder, folder),
    ),
    catalogue: catalogueSettings(values, workingFolder, problems),
    siteServer: siteServerSettings(values, workingFolder, problems),
    queue: values.QUEUE_URL,
    api: {
      port: values.PROOFLINE_PORT ?? USUAL_PORT,
      mayMove: values.PROOFLINE_PORT === null,
      network: networkSettings(values, workingFolder, problems),
    },
    concurrency: values.PROOFLINE_CONCURRENCY,
    workers: values.PROOFLINE_WORKERS,
    diskFloorBytes: values.PROOFLINE_DISK_FLOOR_MB * 1_000_000,
    logLevel: values.PROOFLINE_LOG_LEVEL,
    captioners: { ...captionerSettings(values, problems), limits: textGate.settings },
    render: {
      ...defaultRenderSettings,
      watermark: [values.PROOFLINE_WATERMARK_LINE_1, values.PROOFLINE_WATERMARK_LINE_2],
      webQuality: values.PROOFLINE_WEB_QUALITY,
      thumbQuality: values.PROOFLINE_THUMB_QUALITY,
      maxPixels: values.PROOFLINE_MAX_MEGAPIXELS * 1_000_000,
      minEdgePx: values.PROOFLINE_MIN_EDGE_PX,
    },
    naming: namingOf(values, problems),
    folderMap: folderMapOf(values.PROOFLINE_FOLDER_MAP, workingFolder, problems),
    textGate,
    qualityModels: qualityModelsOf(values, workingFolder, problems),
    publication: {
      publicUrlBase: values.PROOFLINE_PUBLIC_URL_BASE,
      checkPublicUrls: values.PROOFLINE_PUBLIC_URL_CHECK,
      creator: values.PROOFLINE_CREATOR,
      copyrightNotice: values.PROOFLINE_COPYRIGHT,
      publishGps: values.PROOFLINE_PUBLISH_GPS,
    },
    embedText: values.PROOFLINE_EMBED_TEXT,
    archiveFolder: archiveOf(values.PROOFLINE_ARCHIVE, siteFolder, workingFolder, problems),
  };
}

/** Originals are not for readers of the site. */
function archiveOf(path: string | null, siteFolder: string, workingFolder: string, problems: string[]): string | null {
  if (path === null) return null;
  const folder = resolve(workingFolder, path);
  if (isWithin(siteFolder, folder))
    problems.push(
      `PROOFLINE_ARCHIVE: ${folder} lies in the site folder ${siteFolder}, so the originals would be published; choose a folder outside of it`,
    );
  return folder;
}

/** The domain judges what can stand in a file name; each variable is judged alone, so that each problem names its own. */
function namingOf(values: VariableValues, problems: string[]): NamingSettings {
  const checked = (name: VariableName, text: NamingSettingsText) => {
    try {
      return parseNamingSettings(text);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      problems.push(...error.problems.map((problem) => `${name}: ${problem}`));
      return parseNamingSettings({});
    }
  };
  const { PROOFLINE_FILE_NAME_TEMPLATE: fileNameTemplate } = values;
  const { PROOFLINE_FALLBACK_CAMERA: fallbackCamera, PROOFLINE_FALLBACK_YEAR: fallbackYear } = values;
  return {
    template: checked('PROOFLINE_FILE_NAME_TEMPLATE', { fileNameTemplate }).template,
    fallbackCamera: checked('PROOFLINE_FALLBACK_CAMERA', { fallbackCamera }).fallbackCamera,
    fallbackYear: checked('PROOFLINE_FALLBACK_YEAR', { fallbackYear }).fallbackYear,
  };
}

function folderMapOf(path: string | null, workingFolder: string, problems: string[]): FolderMap {
  if (path === null) return defaultFolderMap;
  const { folderMap, problems: found } = readFolderMap(resolve(workingFolder, path));
  problems.push(...found.map((problem) => `PROOFLINE_FOLDER_MAP: ${problem}`));
  return folderMap;
}

/** A file that is named must be there; the one in the data folder may be. */
function textGateOf(
  path: string | null,
  { dataFolder, workingFolder }: { readonly dataFolder: string; readonly workingFolder: string },
  problems: string[],
): GateRuling {
  const file = path === null ? join(dataFolder, 'text-gate.jsonc') : resolve(workingFolder, path);
  const { ruling, problems: found } = readTextGate(file, { mustExist: path !== null });
  problems.push(...found.map((problem) => (path === null ? problem : `PROOFLINE_TEXT_GATE: ${problem}`)));
  return ruling;
}

function qualityModelsOf(values: VariableValues, workingFolder: string, problems: string[]): Config['qualityModels'] {
  const placed = (path: string | null) => (path === null ? null : resolve(workingFolder, path));
  const modelPath = placed(values.PROOFLINE_BRISQUE_MODEL);
  const rangePath = placed(values.PROOFLINE_BRISQUE_RANGE);
  const clip = placed(values.PROOFLINE_CLIP_MODEL);
  const headPath = placed(values.PROOFLINE_CLIP_HEAD);
  if ((modelPath === null) !== (rangePath === null))
    problems.push('PROOFLINE_BRISQUE_MODEL and PROOFLINE_BRISQUE_RANGE belong together: set both or neither');
  if (clip === null && headPath !== null)
    problems.push('PROOFLINE_CLIP_HEAD: it is the second part of PROOFLINE_CLIP_MODEL, which is not set');
  return {
    brisque: modelPath === null || rangePath === null ? null : { modelPath, rangePath },
    nima: placed(values.PROOFLINE_NIMA_MODEL),
    clip: clip === null ? null : { path: clip, headPath },
  };
}

/** Whether `inner` is `outer` or below it. */
function isWithin(outer: string, inner: string): boolean {
  const path = relative(outer, inner);
  return path === '' || (path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path));
}
