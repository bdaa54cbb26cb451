import { Button } from '@mantine/core';
import type { Finding } from '@proofline/domain/text-gate/finding.ts';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import classes from './fields.module.css';

type Props = {
  readonly id: string;
  readonly findings: readonly Finding[];
  readonly quoteOf: (finding: Finding) => string;
  readonly onRepair: (finding: Finding) => void;
};

/** What the gate has against one field, in words, with the repair where there is one. */
export function FindingList({ id, findings, quoteOf, onRepair }: Props) {
  return (
    <ul id={id} className={classes.findings}>
      {findings.map((finding) => (
        <li key={`${finding.rule} ${finding.span.start}`} data-severity={finding.severity}>
          {finding.severity === 'block' ? (
            <CircleAlert size={14} aria-hidden />
          ) : (
            <TriangleAlert size={14} aria-hidden />
          )}
          <span>
            <strong>{finding.severity === 'block' ? 'Blocks' : 'Check'}</strong> {quoted(quoteOf(finding))}
            {finding.reason}
          </span>
          {finding.repair !== undefined && (
            <Button size="compact-xs" variant="default" onClick={() => onRepair(finding)}>
              {finding.repair.replacement === null ? 'Remove' : `Use “${finding.repair.replacement}”`}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

const LONGEST_QUOTE = 40;

function quoted(text: string): string {
  if (text === '') return '';
  return `“${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text}”: `;
}
