import { Button } from '@mantine/core';
import type { SubjectSuggestion as Suggestion } from '@proofline/domain/subject-suggestion.ts';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Problems } from '../../frame/problems.tsx';
import { announce } from '../../lib/announce.ts';
import { useCommands, useKeyOf } from '../../lib/commands.ts';
import { suggestSubject } from './queries.ts';
import classes from './sets.module.css';

const SUGGEST = 'Suggest a subject';

type Props = {
  readonly sourceFolder: string | null;
  readonly includeSubfolders: boolean;
  readonly typed: string;
  readonly onUse: (subject: string) => void;
};

/** What a model takes the folder to show. It writes nowhere until a person uses it, and one look runs at a time. */
export function SubjectSuggestion({ sourceFolder, includeSubfolders, typed, onUse }: Props) {
  const stop = useRef<AbortController>(null);
  const section = useRef<HTMLElement>(null);
  const result = useRef<HTMLDivElement>(null);
  const ask = useMutation({
    mutationFn: (folder: string) => {
      stop.current = new AbortController();
      return suggestSubject({ sourceFolder: folder, includeSubfolders }, stop.current.signal);
    },
    onSuccess: ({ subject }) => announce(`Suggested subject: ${subject}`),
  });
  // Asked for by a key from the top of a long form, it would answer out of sight.
  useEffect(() => {
    if (ask.status !== 'idle') section.current?.scrollIntoView({ block: 'nearest' });
  }, [ask.status]);
  const { reset } = ask;
  const cancel = () => {
    stop.current?.abort();
    reset();
  };
  // Another folder: what was read from the one before is of no use.
  useEffect(() => cancel, [sourceFolder, includeSubfolders]);
  const run = () => {
    if (sourceFolder === null) return announce('Choose a folder first');
    if (ask.isPending) {
      announce('A look is under way already');
      return result.current?.focus();
    }
    ask.mutate(sourceFolder);
  };
  useCommands('Sets', [{ keys: ['alt+g'], title: SUGGEST, run, inFields: true }]);
  const key = useKeyOf(SUGGEST);
  return (
    <section ref={section} className={classes.suggestion} aria-label="Subject by a model">
      <h3>Subject by a model</h3>
      <div className={classes.buttons}>
        <Button size="compact-sm" variant="default" disabled={sourceFolder === null || ask.isPending} onClick={run}>
          {ask.isPending ? 'Looking at some photos …' : SUGGEST}
          {key === undefined || ask.isPending ? '' : ` (${key})`}
        </Button>
        {ask.isPending && (
          <Button size="compact-sm" variant="default" onClick={cancel}>
            Cancel
          </Button>
        )}
      </div>
      <div ref={result} tabIndex={-1} aria-live="polite">
        {ask.isError && !stop.current?.signal.aborted && (
          <Problems error={ask.error} title="No subject was suggested; nothing was changed" />
        )}
        {ask.data !== undefined && <Result suggestion={ask.data} typed={typed} onUse={onUse} onKeep={() => reset()} />}
      </div>
    </section>
  );
}

type ResultProps = {
  readonly suggestion: Suggestion;
  readonly typed: string;
  readonly onUse: (subject: string) => void;
  readonly onKeep: () => void;
};

function Result({ suggestion: { subject, confidence, detail, captioner, model }, typed, onUse, onKeep }: ResultProps) {
  return (
    <div className={classes.suggested}>
      <p>
        <strong>{subject}</strong> · sure to {Math.round(confidence * 100)} %, says{' '}
        {model === null ? captioner : `${captioner}, ${model}`}
      </p>
      <p className={classes.quiet}>{detail}</p>
      <div className={classes.buttons}>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            onUse(subject);
            onKeep();
          }}
        >
          Use {subject}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onKeep}>
          {typed.trim() === '' ? 'Leave it' : 'Keep mine'}
        </Button>
      </div>
    </div>
  );
}
