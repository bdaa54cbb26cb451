import type { SourceChange } from './source-change.ts';

/** A build without one of the things that keep the promises. The suite is worth what it finds in these. */
export type SafetyMutant = { readonly name: string; readonly changes: readonly SourceChange[] };

const POSITIONS = 'packages/db/src/positions.ts';

/** The first three are in every test run, all of them in `pnpm chaos --mutants`. */
export const safetyMutants: readonly SafetyMutant[] = [
  {
    name: 'without compare-and-set',
    changes: [
      {
        file: POSITIONS,
        from: 'WHERE p.id = ? AND p.stage = ? AND p.epoch = ? AND p.run_token = ?',
        to: `WHERE p.id = ? AND ? <> '' AND ? > 0 AND ? <> ''`,
      },
    ],
  },
  {
    // What is due is no row until the engine has it: one that refuses it loses it.
    name: 'without outbox',
    changes: [
      {
        file: 'packages/pipeline/src/dispatcher.ts',
        from: `  reachFaultPoint('outbox-read', stage);`,
        to: `  ledger.forgetOutbox(entries.map(({ id }) => id));`,
      },
    ],
  },
  {
    name: 'without epoch',
    changes: [{ file: POSITIONS, from: 'run_token = NULL, epoch = epoch + 1', to: 'run_token = NULL, epoch = epoch' }],
  },
  {
    name: 'without a token in the names of files',
    changes: [
      {
        file: 'packages/pipeline/src/workspace.ts',
        from: 'return `${subjectPath(subject)}/${stage}-${token}`;',
        to: 'return `${subjectPath(subject)}/${stage}${token.slice(0, 0)}`;',
      },
    ],
  },
  {
    name: 'without recovery at the start',
    changes: [{ file: 'packages/db/src/due-work.ts', from: 'giveBackPhotos.run();', to: '' }],
  },
  {
    name: 'without a look at the generation of the engine',
    changes: [
      {
        file: 'packages/pipeline/src/reconciler.ts',
        from: 'if (present !== generation) {',
        to: `if (present === 'never') {`,
      },
    ],
  },
  {
    // Neither the database nor the desk nor the run asks whether a person approved this very revision: a correction goes out under the old approval.
    name: 'without the check of approvals',
    changes: [
      {
        file: 'packages/db/src/open-stores.ts',
        from: 'if (!joins) migrate(connection.sqlite, { backupFolder, now });',
        to: `if (!joins) migrate(connection.sqlite, { backupFolder, now });
          for (const trigger of ['publications_need_an_approval', 'publications_keep_an_approval', 'text_change_voids_approval_insert', 'text_change_voids_approval_update'])
            connection.sqlite.exec('DROP TRIGGER IF EXISTS ' + trigger);`,
      },
      {
        file: 'packages/db/src/publication-records.ts',
        from: 'wasApproved: (photoId, revisionHash) => approved.get(photoId, revisionHash) !== undefined,',
        to: 'wasApproved: () => approved !== undefined,',
      },
    ],
  },
  {
    name: 'without removing the folders of runs that were cut off',
    changes: [
      {
        file: 'apps/worker/src/run-system.ts',
        from: 'await workspace.removeAttempt(subject, stage, token);',
        to: 'void [workspace, subject, stage, token];',
      },
    ],
  },
];
