import { availableParallelism } from 'node:os';
import { defaultRenderSettings } from '@proofline/domain/rendition.ts';
import { z } from 'zod';
import { catalogueVariables } from './catalogue-variables.ts';
import { networkVariables } from './network-variables.ts';
import { siteVariables } from './site-variables.ts';
import {
  isPlainUrl,
  path,
  quality,
  serverAddress,
  text,
  wholeNumber,
  withoutTrailingSlash,
  type Variable,
} from './variable.ts';

export type Queue = { readonly kind: 'embedded' } | { readonly kind: 'redis'; readonly url: string };

const structuredOutputs = ['auto', 'json_schema', 'json_object', 'prompt'] as const;

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** The port that a browser bookmark can rely on; when it is taken and nobody asked for it, any free one serves. */
export const USUAL_PORT = 4170;

/** Every variable that Proofline reads, in the order of `.env.example`. */
export const environmentVariables = {
  PROOFLINE_DATA: path('Folder that holds everything Proofline keeps', './data', './data'),
  PROOFLINE_SITE: path('Folder that the website is served from', null, './data/site'),
  PROOFLINE_PHOTO_FOLDERS: {
    purpose: 'Folders that the web application may look for photos in, with | between; your home folder when unset',
    allowed: 'paths without ~ at their start',
    example: './photos|./archive',
    unset: null,
    schema: z
      .string()
      .transform((value) => value.split('|').filter((folder) => folder !== ''))
      .refine((folders) => folders.every((folder) => !folder.startsWith('~') && !folder.includes('\0'))),
  } satisfies Variable<readonly string[] | null>,
  ...siteVariables,
  QUEUE_URL: {
    purpose: 'Queue engine: nothing to install when unset, or a Redis or Valkey server with noeviction',
    allowed: 'embedded: or an address like redis://host:6379 or rediss://user:password@host:6380/0',
    example: 'redis://127.0.0.1:6379',
    unset: { kind: 'embedded' },
    schema: z.string().transform(queueOf),
    secret: true,
  } satisfies Variable<Queue>,
  PROOFLINE_PORT: {
    purpose: 'Port of the local API; 0 takes any free one',
    allowed: 'a whole number from 0 to 65535',
    example: String(USUAL_PORT),
    unset: null,
    schema: wholeNumber(0, 65_535),
  } satisfies Variable<number | null>,
  ...networkVariables,
  PROOFLINE_CONCURRENCY: {
    purpose: 'Photos worked on at once in each stage by one process; the number of processor cores when unset',
    allowed: 'a whole number from 1 to 64',
    example: '4',
    unset: availableParallelism(),
    schema: wholeNumber(1, 64),
  } satisfies Variable<number>,
  PROOFLINE_WORKERS: {
    purpose: 'Worker processes that share the work, on Redis only; at 0 the system does it itself',
    allowed: 'a whole number from 0 to 32',
    example: '2',
    unset: 0,
    schema: wholeNumber(0, 32),
  } satisfies Variable<number>,
  PROOFLINE_DISK_FLOOR_MB: {
    purpose: 'Room that is left free on the disks of the data folder and the site, in MB; below it work waits',
    allowed: 'a whole number from 0 to 100000000',
    example: '500',
    unset: 500,
    schema: wholeNumber(0, 100_000_000),
  } satisfies Variable<number>,
  PROOFLINE_CAPTIONER: text(
    'Who drafts the text of sets that name nobody: template (no model), ollama or openai-compatible',
    'template',
    'ollama',
    50,
  ),
  PROOFLINE_OLLAMA_URL: serverAddress('Address of Ollama', 'http://127.0.0.1:11434', 'http://127.0.0.1:11434'),
  PROOFLINE_OLLAMA_MODEL: text('Model that Ollama drafts with', 'qwen3-vl:4b-instruct', 'qwen3-vl:4b-instruct', 200),
  PROOFLINE_OLLAMA_KEEP_ALIVE: {
    purpose: 'How long Ollama keeps the model in memory when nothing is asked; -1 for ever',
    allowed: 'a time like 30m, or a number of seconds',
    example: '30m',
    unset: '30m',
    schema: z.string().regex(/^-?\d{1,6}(?:\.\d+)?(?:ms|s|m|h)?$/),
  } satisfies Variable<string>,
  PROOFLINE_OPENAI_URL: serverAddress(
    'Address of a server that speaks the protocol of OpenAI (LM Studio, llama.cpp, vLLM), with /v1',
    null,
    'http://127.0.0.1:1234/v1',
  ),
  PROOFLINE_OPENAI_MODEL: text('Model that this server drafts with', null, 'qwen3-vl-4b', 200),
  PROOFLINE_OPENAI_KEY: {
    ...text('Key that this server asks for', null, 'a-key', 500),
    secret: true,
  } satisfies Variable<string | null>,
  PROOFLINE_OPENAI_STRUCTURED: {
    purpose: 'How this server is made to answer in JSON; auto finds out what it can',
    allowed: structuredOutputs.join(', '),
    example: 'auto',
    unset: 'auto',
    schema: z.string().toLowerCase().pipe(z.enum(structuredOutputs)),
  } satisfies Variable<(typeof structuredOutputs)[number]>,
  PROOFLINE_CAPTIONER_REMOTE: {
    purpose: 'Whether photos may be sent to a captioner on another machine',
    allowed: 'on or off',
    example: 'off',
    unset: false,
    schema: z.stringbool(),
  } satisfies Variable<boolean>,
  PROOFLINE_CAPTIONER_TEMPERATURE: {
    purpose: 'How freely a model writes; 0 is nearly the same text every time',
    allowed: 'a number from 0 to 2',
    example: '0.2',
    unset: 0.2,
    schema: z
      .string()
      .regex(/^\d(?:\.\d{1,3})?$/)
      .transform(Number)
      .pipe(z.number().min(0).max(2)),
  } satisfies Variable<number>,
  PROOFLINE_CAPTIONER_SEED: {
    purpose: 'Seed of the model; the same seed gives about the same text',
    allowed: 'a whole number from 0 to 999999999',
    example: '1',
    unset: 1,
    schema: wholeNumber(0, 999_999_999),
  } satisfies Variable<number>,
  PROOFLINE_CAPTIONER_CONTEXT_TOKENS: {
    purpose: 'Tokens that photo, facts and answer may have together; more needs more memory',
    allowed: 'a whole number from 2048 to 262144',
    example: '4096',
    unset: 4096,
    schema: wholeNumber(2048, 262_144),
  } satisfies Variable<number>,
  PROOFLINE_CAPTIONER_TIMEOUT_S: {
    purpose: 'Longest time that a model may take for one photo, in seconds',
    allowed: 'a whole number from 5 to 240',
    example: '150',
    unset: 150,
    schema: wholeNumber(5, 240),
  } satisfies Variable<number>,
  PROOFLINE_FALLBACK_CAPTIONER: text(
    'Who drafts again what did not pass the text gate: ollama, openai-compatible or template; nobody when unset',
    null,
    'ollama',
    50,
  ),
  PROOFLINE_FALLBACK_MODEL: text(
    'Model of the second captioner, where it is not that of the first',
    null,
    'gemma3:4b',
    200,
  ),
  PROOFLINE_LOG_LEVEL: {
    purpose: 'How much is logged',
    allowed: logLevels.join(', '),
    example: 'info',
    unset: 'info',
    schema: z.string().toLowerCase().pipe(z.enum(logLevels)),
  } satisfies Variable<LogLevel>,
  PROOFLINE_WATERMARK_LINE_1: text(
    'First line of the watermark; two unset lines mean no watermark',
    '',
    'Jane Doe',
    100,
  ),
  PROOFLINE_WATERMARK_LINE_2: text('Second line of the watermark', '', 'www.example.com', 100),
  PROOFLINE_CREATOR: text('Photographer to publish where no person wrote one', null, 'Jane Doe', 200),
  PROOFLINE_COPYRIGHT: text('Copyright notice to publish where no person wrote one', null, '© Jane Doe', 200),
  PROOFLINE_FILE_NAME_TEMPLATE: text(
    'How published files are named; the default grammar of the site when unset',
    null,
    '{subject}_{location}_{folderPhotography}_{camera}_{year}_{sequence}.JPG',
    300,
  ),
  PROOFLINE_FALLBACK_CAMERA: text('Stands in a file name where the camera is not known', null, 'Unknown_Camera', 100),
  PROOFLINE_FALLBACK_YEAR: text('Stands for the year where the date of a photo is not known', null, 'Undated', 100),
  PROOFLINE_FOLDER_MAP: path('JSON file of folder keys and display names', null, './folder_map.json'),
  PROOFLINE_TEXT_GATE: path(
    'How texts are judged: lengths, rules, house words (docs/text-gate.md); text-gate.jsonc in the data folder when unset, if it is there',
    null,
    './text-gate.jsonc',
  ),
  PROOFLINE_PUBLIC_URL_BASE: {
    purpose: 'Public address below which the site shows its images; site-relative paths when unset',
    allowed: 'an address that starts with http:// or https:// and has no query',
    example: 'https://www.example.com/images',
    unset: null,
    schema: z
      .url({ protocol: /^https?$/ })
      .refine(isPlainUrl)
      .transform(withoutTrailingSlash),
  } satisfies Variable<string | null>,
  PROOFLINE_PUBLIC_URL_CHECK: {
    purpose: 'Whether each published file is fetched from its public address before the photo counts as published',
    allowed: 'on or off',
    example: 'off',
    unset: false,
    schema: z.stringbool(),
  } satisfies Variable<boolean>,
  PROOFLINE_PUBLISH_GPS: {
    purpose: 'Whether positions leave this machine',
    allowed: 'on or off',
    example: 'off',
    unset: false,
    schema: z.stringbool(),
  } satisfies Variable<boolean>,
  PROOFLINE_EMBED_TEXT: {
    purpose: 'Whether the published text stands in the published files too; off, a change of text sends no file',
    allowed: 'on or off',
    example: 'on',
    unset: true,
    schema: z.stringbool(),
  } satisfies Variable<boolean>,
  PROOFLINE_ARCHIVE: path(
    'Folder that keeps every published original under its published name, with its text beside it; nothing is archived when unset',
    null,
    './archive',
  ),
  ...catalogueVariables,
  PROOFLINE_WEB_QUALITY: quality('JPEG quality of the large image', defaultRenderSettings.webQuality),
  PROOFLINE_THUMB_QUALITY: quality('JPEG quality of the thumbnail', defaultRenderSettings.thumbQuality),
  PROOFLINE_MAX_MEGAPIXELS: {
    purpose: 'Photos with more pixels are refused before they are decoded, in millions',
    allowed: 'a whole number from 1 to 2000',
    example: String(defaultRenderSettings.maxPixels / 1_000_000),
    unset: defaultRenderSettings.maxPixels / 1_000_000,
    schema: wholeNumber(1, 2000),
  } satisfies Variable<number>,
  PROOFLINE_MIN_EDGE_PX: {
    purpose: 'Photos whose shorter edge is below this are refused, in pixels',
    allowed: 'a whole number from 1 to 10000',
    example: String(defaultRenderSettings.minEdgePx),
    unset: defaultRenderSettings.minEdgePx,
    schema: wholeNumber(1, 10_000),
  } satisfies Variable<number>,
  PROOFLINE_BRISQUE_MODEL: path(
    'BRISQUE model of OpenCV (brisque_model_live.yml); without it the score is absent and a proxy stands in for it',
    null,
    '/usr/share/opencv4/quality/brisque_model_live.yml',
  ),
  PROOFLINE_BRISQUE_RANGE: path(
    'Ranges that belong to that model',
    null,
    '/usr/share/opencv4/quality/brisque_range_live.yml',
  ),
  PROOFLINE_NIMA_MODEL: path(
    'NIMA as an ONNX file; a file of the same name in .json may say how it wants its picture',
    null,
    './models/nima.onnx',
  ),
  PROOFLINE_CLIP_MODEL: path(
    'CLIP aesthetic predictor as an ONNX file, or the vision tower of one',
    null,
    './models/clip-vision.onnx',
  ),
  PROOFLINE_CLIP_HEAD: path(
    'Second part of the predictor where the model is a vision tower: an ONNX file, or weights {"w": [...], "b": 0} as JSON',
    null,
    './models/aesthetic-head.json',
  ),
} as const;

export type VariableName = keyof typeof environmentVariables;

/** The values by variable, complete and checked. */
export type VariableValues = {
  readonly [Name in VariableName]:
    | (typeof environmentVariables)[Name]['unset']
    | z.output<(typeof environmentVariables)[Name]['schema']>;
};

function queueOf(value: string, context: z.RefinementCtx<string>): Queue {
  if (value === 'embedded:' || value === 'embedded') return { kind: 'embedded' };
  if (/^rediss?:\/\//.test(value) && URL.canParse(value) && new URL(value).hostname !== '')
    return { kind: 'redis', url: value };
  context.addIssue({ code: 'custom', message: 'no queue engine has this address' });
  return z.NEVER;
}
