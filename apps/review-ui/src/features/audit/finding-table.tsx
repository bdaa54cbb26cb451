import { Button, Modal, Table } from '@mantine/core';
import type { FindingKind, RecordedFinding } from '@proofline/domain/site-audit.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Loading } from '../../frame/loading.tsx';
import { Problems } from '../../frame/problems.tsx';
import { ReasonField } from '../../frame/reason-field.tsx';
import { useRole } from '../../frame/session.ts';
import { timeInWords } from '../../lib/words.ts';
import { fixInWords, kindInWords } from './fix-words.ts';
import { findingsQuery, useDismiss, useTakeFix } from './queries.ts';
import classes from './audit.module.css';

type Props = { readonly auditId: number; readonly kind: FindingKind | null };

/** What an audit found, each with the fix that is proposed. Nothing of it happens before a reviewer takes it. */
export function FindingTable({ auditId, kind }: Props) {
  const query = useInfiniteQuery(findingsQuery(auditId, kind));
  const isReviewer = useRole('reviewer');
  const take = useTakeFix();
  const [asked, setAsked] = useState<RecordedFinding | null>(null);
  const findings = query.data?.pages.flat();
  if (findings === undefined)
    return query.error === null ? (
      <Loading what="what was found" lines={6} />
    ) : (
      <Problems error={query.error} title="The findings could not be read" retry={() => void query.refetch()} />
    );
  return (
    <>
      {take.isError && <Problems error={take.error} title="The fix was not carried out" />}
      <Table.ScrollContainer
        minWidth={700}
        maxHeight={520}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': 'Findings' } }}
      >
        <Table stickyHeader aria-label="What was found">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>What</Table.Th>
              <Table.Th>Name or path</Table.Th>
              <Table.Th>Why</Table.Th>
              <Table.Th>Proposed</Table.Th>
              <Table.Th>Decision</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {findings.map((finding) => (
              <Table.Tr key={finding.id}>
                <Table.Td>{kindInWords(finding.kind)}</Table.Td>
                <Table.Td className={classes.name}>{finding.subject}</Table.Td>
                <Table.Td>{finding.reason}</Table.Td>
                <Table.Td>{finding.fix === null ? 'nothing that Proofline can do' : fixInWords(finding.fix)}</Table.Td>
                <Table.Td>
                  {finding.state === 'open' && isReviewer ? (
                    <span className={classes.buttons}>
                      {finding.fix !== null && (
                        <Button
                          size="compact-sm"
                          variant="default"
                          aria-label={`Carry out the fix for ${finding.subject}`}
                          loading={take.isPending && take.variables === finding.id}
                          onClick={() => take.mutate(finding.id)}
                        >
                          Carry out
                        </Button>
                      )}
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={`Dismiss ${finding.subject}`}
                        onClick={() => setAsked(finding)}
                      >
                        Dismiss …
                      </Button>
                    </span>
                  ) : (
                    decisionOf(finding)
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {query.hasNextPage && (
        <Button
          size="compact-sm"
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          Show more
        </Button>
      )}
      {asked !== null && <DismissDialog finding={asked} close={() => setAsked(null)} />}
    </>
  );
}

function decisionOf({ state, decidedBy, decidedAt, note }: RecordedFinding): string {
  if (state === 'open') return 'open';
  const when = decidedAt === null ? '' : `, ${timeInWords(decidedAt)}`;
  return `${state} by ${decidedBy ?? 'nobody'}${when}${note === null ? '' : `: ${note}`}`;
}

function DismissDialog({ finding, close }: { readonly finding: RecordedFinding; readonly close: () => void }) {
  const [reason, setReason] = useState('');
  const dismiss = useDismiss();
  return (
    <Modal opened onClose={close} title={`Dismiss: ${kindInWords(finding.kind)}`}>
      <form
        className={classes.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() === '') return;
          dismiss.mutate({ findingId: finding.id, reason: reason.trim() }, { onSuccess: close });
        }}
      >
        <p>{finding.subject} stays as it is.</p>
        <ReasonField reason={reason} onReason={setReason} />
        {dismiss.isError && <Problems error={dismiss.error} title="It was not dismissed" />}
        <Button type="submit" disabled={reason.trim() === ''} loading={dismiss.isPending}>
          Dismiss
        </Button>
      </form>
    </Modal>
  );
}
