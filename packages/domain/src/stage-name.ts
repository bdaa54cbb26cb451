/** Stage names are stored in rows and job ids and never reused for something else. */
export const stageNames = [
  'validate-set',
  'ingest-original',
  'extract-metadata',
  'reserve-file-names',
  'render-photo',
  'measure-quality',
  'draft-text',
  'open-review',
  'publish-photo',
  'release-workspace',
  'roll-back',
  'withdraw-photo',
] as const;

export type StageName = (typeof stageNames)[number];
