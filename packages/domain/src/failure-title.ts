import type { RefusalCode } from './refusal.ts';

/** What a photo is refused for, as a heading over the photos. */
const refusalTitles: Readonly<Record<RefusalCode, string>> = {
  missing: 'Original is gone',
  unreadable: 'Original may not be read',
  changed: 'Original changed meanwhile',
  'empty-file': 'Empty file',
  'not-a-photo': 'Not a photo',
  'unsupported-format': 'Format that cannot be decoded',
  'camera-raw': 'Camera raw file',
  animated: 'Animated picture',
  'multi-page': 'More than one page',
  truncated: 'File is cut short',
  corrupt: 'File is damaged',
  'too-many-pixels': 'Too many pixels',
  'too-small': 'Too small',
  duplicate: 'Same photo is there already',
  'name-too-long': 'Name would be too long',
  blank: 'Nothing to see in it',
  'not-captionable': 'Captioner refuses it',
  quarantined: 'Programs died over it',
};

/** Classes of errors that may be the last one of a photo. A test reads the sources and finds one that has no title here. */
const classTitles: Readonly<Record<string, string>> = {
  // Of a stage, whatever it does.
  AbortError: 'Stopped before it was done',
  AggregateError: 'Several things went wrong at once',
  Blocked: 'Something that it needs was away',
  DecoderCrashed: 'Decoder crashed',
  DomainError: 'Not possible as things stand',
  Error: 'Other error',
  NotAnError: 'Failed without saying how',
  RunOvertaken: 'Another run took it over',
  SetRefused: 'Its whole set was refused',
  StageTimeout: 'Took longer than its stage may',
  TimeoutError: 'No answer in time',
  WaitedInVain: 'Waited in vain for its turn',
  // Of adapters.
  JpegError: 'JPEG that cannot be read',
  ModelFault: 'Model failed',
  NoUsableDraft: 'No usable text was drafted',
  RefusedPhoto: 'Photo was refused',
  ReplyTimeout: 'Model did not answer in time',
  RuntimeMissing: 'Program for models is missing',
  // Of the database, and of the engine that holds the queues.
  EngineLostError: 'Queue engine was lost',
  EngineRefusedError: 'Queue engine refused',
  PostgresError: 'Queue database failed',
  SchemaRefused: 'Database of another version',
  SqliteError: 'Database failed',
  StatementError: 'Queue database refused a statement',
  UnusableDatabase: 'Database cannot be used',
  // Of the site.
  ApprovalVoid: 'Approval no longer holds',
  'foreign-file': "Somebody else's file is in its place",
  NoAnswer: "Site's database did not answer",
  PublicationConflict: "Site has somebody else's file or row",
  RemoteFault: 'File server failed',
  RolledBack: "Site's database took it back",
  RowRefused: "Row does not fit the site's table",
  StartOver: "Site's database broke off",
  StillLocked: "Site's table stayed locked",
};

const titles: ReadonlyMap<string, string> = new Map(Object.entries({ ...classTitles, ...refusalTitles }));

/** A code under which photos failed, in plain words; null for one that nobody gave words, as of a library. */
export function failureTitle(code: string): string | null {
  return titles.get(code) ?? null;
}

/** Every code that has words. */
export const titledFailures: readonly string[] = [...titles.keys()];
