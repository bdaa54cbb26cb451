import { ProcessDied, type DeathEvidence } from '@proofline/domain/suspicion.ts';
import type { DecoderTask } from './decoder-task.ts';

/** How a decoder process ended: by `signal`, or with `exitCode`; `lastWords` is the end of what it wrote to stderr. */
export type ProcessEnd = {
  readonly signal: NodeJS.Signals | null;
  readonly exitCode: number | null;
  readonly lastWords: string;
  /** False: it ended before it could take its first task. */
  readonly cameUp: boolean;
  /** Most resident memory that it reported; null before its first report. */
  readonly residentBytes: number | null;
  /** It was ended for outgrowing its memory. */
  readonly outgrewMemory: boolean;
};

/** A decoder process died over a task. Another attempt runs in a new process; a photo that kills two is a suspect. */
export class DecoderCrashed extends ProcessDied {
  override readonly name = 'DecoderCrashed';
  readonly task: DecoderTask;
  readonly signal: NodeJS.Signals | null;
  readonly exitCode: number | null;
  override readonly evidence: DeathEvidence | null;

  constructor(task: DecoderTask, end: ProcessEnd) {
    const lastWords = end.lastWords === '' ? '' : `; its last words: ${end.lastWords}`;
    super(`the decoder process ${wayOf(end)} while it worked on ${task.kind} ${subjectOf(task)}${lastWords}`);
    this.task = task;
    this.signal = end.signal;
    this.exitCode = end.exitCode;
    this.evidence = end.cameUp ? evidenceOf(end) : null;
  }
}

/** Signals that come from within: the decoder itself did something that no process may do. */
const ownSignals: ReadonlySet<string> = new Set([
  'SIGSEGV',
  'SIGBUS',
  'SIGILL',
  'SIGFPE',
  'SIGABRT',
  'SIGTRAP',
  'SIGSYS',
]);

function evidenceOf({ signal, exitCode, residentBytes, lastWords, outgrewMemory }: ProcessEnd): DeathEvidence {
  const byItself = outgrewMemory || exitCode !== null || (signal !== null && ownSignals.has(signal));
  return { signal, exitCode, residentBytes, lastWords, byItself };
}

function wayOf({ signal, exitCode }: ProcessEnd): string {
  if (signal !== null) return `was ended by ${signal}`;
  return exitCode === null ? 'could not be started or reached' : `ended with exit code ${exitCode}`;
}

function subjectOf(task: DecoderTask): string {
  switch (task.kind) {
    case 'copy':
      return task.source;
    case 'read-metadata':
      return task.path;
    case 'inspect':
    case 'render':
    case 'view':
      return task.originalPath;
    case 'measure':
      return task.planes.luma.path;
    case 'judge':
      return task.plane.path;
  }
}
