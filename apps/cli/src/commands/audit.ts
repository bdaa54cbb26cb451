import { parseResponse, type ApiClient } from '@proofline/api/client.ts';
import type { RecordedFinding, SiteAudit, SiteFix } from '@proofline/domain/site-audit.ts';
import { Option, type Command } from 'commander';
import { problemsOf } from '../api-connection.ts';
import type { CliContext } from '../cli-context.ts';
import { proofline } from '../command-name.ts';
import { exitCodes, Refused } from '../exit-code.ts';
import { watch } from '../interruption.ts';
import { collectIds } from '../photo-id.ts';
import { tableOf } from '../table.ts';
import type { Terminal } from '../terminal.ts';

const LOOK_EVERY_MS = 250;
const PAGE = 1_000;

type Options = { readonly deep?: true; readonly adopt?: true; readonly json?: true };

export function addAuditCommand(program: Command, context: CliContext): void {
  const audit = program
    .command('audit')
    .description('compare the site with what was published there; changes nothing')
    .option('--deep', 'compare the contents of files too, not their sizes only')
    .addOption(
      new Option(
        '--adopt',
        'take the names of the site into the ledger instead, so that they are never given again',
      ).conflicts('deep'),
    )
    .option('--json', 'print what the API says')
    .action((options: Options) => (options.adopt ? adopt(context, options) : look(context, options)));
  audit
    .command('take')
    .description('carry out what was proposed for findings')
    .argument('<FINDING...>', 'numbers of findings', collectIds)
    .action((findingIds: readonly number[]) =>
      eachFinding(context, findingIds, async (client, findingId) => {
        const param = { findingId: String(findingId) };
        const { fix, subject } = await parseResponse(client.audits.findings[':findingId'].taking.$put({ param }));
        context.terminal.print(`finding ${findingId}: ${doneText(fix)}  ${subject}`);
      }),
    );
  audit
    .command('dismiss')
    .description('say that findings are as they should be')
    .argument('<FINDING...>', 'numbers of findings', collectIds)
    .requiredOption('--reason <text>', 'kept with the finding')
    .action((findingIds: readonly number[], { reason }: { readonly reason: string }) =>
      eachFinding(context, findingIds, async (client, findingId) => {
        const param = { findingId: String(findingId) };
        await parseResponse(client.audits.findings[':findingId'].dismissal.$put({ param, json: { reason } }));
        context.terminal.print(`finding ${findingId} is dismissed`);
      }),
    );
}

async function look(context: CliContext, options: Options): Promise<void> {
  const client = context.connect();
  const { id } = await parseResponse(client.audits.$post({ json: options.deep ? { deep: true } : {} }));
  const param = { auditId: String(id) };
  let audit: SiteAudit | undefined;
  await watch(LOOK_EVERY_MS, async () => {
    audit = await parseResponse(client.audits[':auditId'].$get({ param }));
    return audit.state !== 'running';
  });
  if (audit === undefined) throw new Error(`audit ${id} was not looked at`);
  if (audit.state === 'failed')
    throw new Refused(`the site could not be looked through: ${audit.error ?? 'no reason was given'}`);
  const findings = await findingsOf(client, id);
  if (options.json) context.terminal.printJson({ audit, findings });
  else show(context.terminal, audit, findings);
  if (findings.length > 0) context.setExitCode(exitCodes.somePhotosFailed);
}

async function findingsOf(client: ApiClient, auditId: number): Promise<readonly RecordedFinding[]> {
  const all: RecordedFinding[] = [];
  for (;;) {
    const query = { limit: String(PAGE), after: String(all.at(-1)?.id ?? 0) };
    const param = { auditId: String(auditId) };
    const page = await parseResponse(client.audits[':auditId'].findings.$get({ param, query }));
    if (page.length === 0) return all;
    all.push(...page);
  }
}

function show(terminal: Terminal, { extent, deep }: SiteAudit, findings: readonly RecordedFinding[]): void {
  const { rows, files, names } = extent;
  const looked = `${rows} rows, ${files} files and ${names} names were compared${deep ? ', contents too' : ''}`;
  if (findings.length === 0) {
    terminal.print(`${looked}: the site is as it was published`);
    return;
  }
  const table = tableOf(
    findings,
    [
      { head: 'Finding', value: ({ id }) => String(id), align: 'right' },
      { head: 'Kind', value: ({ kind }) => kind },
      { head: 'Fix', value: ({ fix }) => (fix === null ? 'by hand' : fixNames[fix.kind]) },
      { head: 'About', value: ({ subject }) => subject, share: 1, cut: 'middle' },
    ],
    terminal,
  );
  terminal.print(table);
  for (const { id, reason } of findings) terminal.print(`${terminal.style('yellow', String(id))}  ${reason}`);
  const fixable = findings.filter(({ fix }) => fix !== null).length;
  terminal.print(
    `${looked}: ${count(findings.length, 'finding')}, a fix is proposed for ${fixable}; nothing was changed`,
  );
  if (fixable > 0) terminal.print(`Carry one out with: ${proofline} audit take FINDING`);
}

const fixNames: Readonly<Record<SiteFix['kind'], string>> = {
  'publish-again': 'publish again',
  'remove-file': 'remove file',
  'refresh-mirror': 'refresh mirror',
  'adopt-names': 'adopt names',
};

const doneNames: Readonly<Record<SiteFix['kind'], string>> = {
  'publish-again': 'is being published again',
  'remove-file': 'removed, a copy is kept',
  'refresh-mirror': 'the mirror has the row of the site',
  'adopt-names': 'the names are in the ledger',
};

function doneText(fix: SiteFix | null): string {
  return fix === null ? 'nothing to do' : doneNames[fix.kind];
}

async function adopt(context: CliContext, options: Options): Promise<void> {
  const adoption = await parseResponse(context.connect().audits.adoption.$post());
  if (options.json) context.terminal.printJson(adoption);
  else
    context.terminal.print(
      `${count(adoption.adopted, 'name')} of ${count(adoption.rows, 'row')} taken into the ledger; the others were there already`,
    );
}

/** One that is refused does not stop the others. */
async function eachFinding(
  { connect, terminal, setExitCode }: CliContext,
  findingIds: readonly number[],
  act: (client: ApiClient, findingId: number) => Promise<void>,
): Promise<void> {
  const client = connect();
  let refused = 0;
  for (const findingId of findingIds) {
    try {
      await act(client, findingId);
    } catch (error) {
      const problems = problemsOf(error);
      if (problems === null) throw error;
      refused += 1;
      for (const problem of problems) terminal.warn(problem);
    }
  }
  if (refused > 0) setExitCode(refused === findingIds.length ? exitCodes.refused : exitCodes.somePhotosFailed);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
