import { Button, Checkbox, Select } from '@mantine/core';
import type { FindingKind, SiteAudit } from '@proofline/domain/site-audit.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState } from '../../frame/empty-state.tsx';
import { LinkButton } from '../../frame/link-button.tsx';
import { Loading } from '../../frame/loading.tsx';
import { Problems } from '../../frame/problems.tsx';
import { useRole } from '../../frame/session.ts';
import { count, timeInWords } from '../../lib/words.ts';
import { FindingTable } from './finding-table.tsx';
import { kindInWords } from './fix-words.ts';
import { auditsQuery, useStartAudit } from './queries.ts';
import classes from './audit.module.css';

/** What the site really holds against what Proofline put there. Looking changes nothing. */
export function AuditPage() {
  const isOperator = useRole('operator');
  const { data: audits, error, refetch } = useQuery(auditsQuery());
  const start = useStartAudit();
  const [isDeep, setDeep] = useState(false);
  const [chosen, setChosen] = useState<number | null>(null);
  const [kind, setKind] = useState<FindingKind | null>(null);
  const shown = audits?.find(({ id }) => id === chosen) ?? audits?.[0];
  const isRunning = audits?.some(({ state }) => state === 'running') === true;
  return (
    <div className={classes.page}>
      <div className={classes.title}>
        <h1>Site audit</h1>
        <LinkButton size="compact-sm" variant="default" to="/publish">
          Back to Publish
        </LinkButton>
        <span className={classes.gap} />
        {isOperator && (
          <>
            <Checkbox
              label="Compare contents too, which reads every file"
              checked={isDeep}
              onChange={(event) => setDeep(event.currentTarget.checked)}
            />
            <Button loading={start.isPending} disabled={isRunning} onClick={() => start.mutate(isDeep)}>
              {isRunning ? 'It is being looked through …' : 'Look through the site'}
            </Button>
          </>
        )}
      </div>
      {start.isError && <Problems error={start.error} title="No audit was begun" />}
      {error !== null && audits === undefined && (
        <Problems error={error} title="The audits could not be read" retry={() => void refetch()} />
      )}
      {audits === undefined && error === null && <Loading what="the audits" lines={5} />}
      {audits?.length === 0 && (
        <EmptyState title="The site was never looked through">
          <p>An audit compares rows, files and names with what was published, and proposes a fix for what differs.</p>
        </EmptyState>
      )}
      {audits !== undefined && shown !== undefined && (
        <>
          <Select
            size="xs"
            w={380}
            label="Audit"
            allowDeselect={false}
            data={audits.map((audit) => ({ value: String(audit.id), label: nameOf(audit) }))}
            value={String(shown.id)}
            onChange={(value) => {
              setChosen(Number(value));
              setKind(null);
            }}
          />
          <Standing audit={shown} />
          <Kinds audit={shown} kind={kind} onKind={setKind} />
          {Object.keys(shown.counts).length > 0 && <FindingTable auditId={shown.id} kind={kind} />}
        </>
      )}
    </div>
  );
}

const nameOf = ({ id, startedAt, startedBy, deep }: SiteAudit) =>
  `Audit ${id}, ${timeInWords(startedAt)}, by ${startedBy}${deep ? ', contents too' : ''}`;

function Standing({ audit: { state, extent, error, finishedAt } }: { readonly audit: SiteAudit }) {
  if (state === 'failed')
    return (
      <p className={classes.failed} role="alert">
        It came to nothing: {error ?? 'no reason was given'}. Nothing on the site was changed.
      </p>
    );
  const looked = `${count(extent.rows, 'row')}, ${count(extent.files, 'file')} and ${count(extent.names, 'name')}`;
  return (
    <p role="status" className={classes.quiet}>
      {state === 'running'
        ? 'The site is being looked through …'
        : `Looked at ${looked}${finishedAt === null ? '' : `, done ${timeInWords(finishedAt)}`}.`}
    </p>
  );
}

type KindProps = {
  readonly audit: SiteAudit;
  readonly kind: FindingKind | null;
  readonly onKind: (kind: FindingKind | null) => void;
};

function Kinds({ audit, kind, onKind }: KindProps) {
  const counts = Object.entries(audit.counts) as [FindingKind, number][];
  if (counts.length === 0) return audit.state === 'finished' ? <EmptyState title="Nothing differs" /> : null;
  const all = counts.reduce((sum, [, findings]) => sum + findings, 0);
  return (
    <div className={classes.kinds} role="group" aria-label="Kinds of findings">
      {([[null, all], ...counts] as const).map(([name, findings]) => (
        <Button
          key={name ?? 'all'}
          size="compact-sm"
          variant={kind === name ? 'filled' : 'default'}
          aria-pressed={kind === name}
          onClick={() => onKind(name)}
        >
          {name === null ? 'all' : kindInWords(name)} ({findings})
        </Button>
      ))}
    </div>
  );
}
