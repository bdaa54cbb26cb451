import { fork, type ChildProcess } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { RefusedPhoto } from '@proofline/domain/refusal.ts';
import { DecoderCrashed, type ProcessEnd } from './decoder-crashed.ts';
import type { DecoderReply, DecoderResult, DecoderTask } from './decoder-task.ts';
import { lastReported } from './memory-report.ts';

/** How long a killed process may take to be gone; one that hangs in the kernel (dead network disk) is left behind. */
const KILL_PATIENCE_MS = 800;

/** Ceiling for JavaScript objects of a decoder process; pixels live outside of it. */
const MAX_OLD_SPACE_MB = 512;

const LAST_WORDS_MAX_CHARS = 1000;

/** Number of the stream in `stdio` below. */
const MEMORY_STREAM = 4;

export type DecoderProcess = {
  /** One task at a time. */
  run<Task extends DecoderTask>(task: Task): Promise<DecoderResult<Task>>;
  isAlive(): boolean;
  /** Resolves when the process is gone; its task rejects with `DecoderCrashed`. */
  kill(): Promise<void>;
};

type Assignment = { task: DecoderTask; resolve(result: unknown): void; reject(error: Error): void };

export function startDecoderProcess(processModule: URL, memoryLimitBytes: number): DecoderProcess {
  const child = forkDecoder(processModule, memoryLimitBytes);
  const lastWords = keepLastWords(child);
  const residentBytes = keepResidentBytes(child);
  const gone = Promise.withResolvers<void>();
  let alive = true;
  let cameUp = false;
  let current: Assignment | undefined;

  child.on('message', (reply: DecoderReply) => {
    cameUp = true;
    if (reply.kind === 'ready') return;
    const assignment = current;
    current = undefined;
    if (assignment !== undefined) settle(assignment, reply);
  });
  child.once('close', (exitCode, signal) => end({ exitCode, signal, lastWords: lastWords() }));
  child.once('error', (cause) => {
    child.kill('SIGKILL');
    end({ exitCode: null, signal: null, lastWords: `${cause.message} ${lastWords()}`.trim() });
  });

  return { run, isAlive: () => alive && child.connected, kill };

  function run<Task extends DecoderTask>(task: Task): Promise<DecoderResult<Task>> {
    return new Promise((resolve, reject) => {
      current = { task, resolve, reject };
      child.send(task);
    });
  }

  async function kill(): Promise<void> {
    child.kill('SIGKILL');
    const patience = setTimeout(() => end({ exitCode: null, signal: 'SIGKILL', lastWords: '' }), KILL_PATIENCE_MS);
    await gone.promise;
    clearTimeout(patience);
  }

  function end(way: Pick<ProcessEnd, 'signal' | 'exitCode' | 'lastWords'>): void {
    alive = false;
    const held = residentBytes();
    const outgrewMemory = held !== null && held > memoryLimitBytes;
    current?.reject(new DecoderCrashed(current.task, { ...way, cameUp, residentBytes: held, outgrewMemory }));
    current = undefined;
    gone.resolve();
  }
}

/**
 * The environment is not passed on: no password of ours is within reach of a decoder that a hostile file took over.
 * Two malloc arenas keep glibc's resident memory down by a quarter at the same speed; what this process had compiled comes up faster there, too.
 */
function forkDecoder(processModule: URL, memoryLimitBytes: number): ChildProcess {
  const compiled = getCompileCacheDir();
  return fork(processModule, [String(memoryLimitBytes)], {
    execArgv: [`--max-old-space-size=${MAX_OLD_SPACE_MB}`],
    // Node makes a folder for its version and kind of machine in the one that it is given.
    env: { MALLOC_ARENA_MAX: '2', ...(compiled !== undefined && { NODE_COMPILE_CACHE: dirname(compiled) }) },
    serialization: 'advanced',
    stdio: ['pipe', 'ignore', 'pipe', 'ipc', 'pipe'],
  });
}

function keepLastWords(child: ChildProcess): () => string {
  let words = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-LAST_WORDS_MAX_CHARS);
  });
  return () => words.trim();
}

/** What the process told last of its memory. */
function keepResidentBytes(child: ChildProcess): () => number | null {
  let told = '';
  const reports = child.stdio[MEMORY_STREAM] as Readable | null | undefined;
  reports?.setEncoding('utf8').on('data', (more: string) => {
    told = (told + more).slice(-LAST_WORDS_MAX_CHARS);
  });
  return () => lastReported(told);
}

function settle(assignment: Assignment, reply: Exclude<DecoderReply, { kind: 'ready' }>): void {
  switch (reply.kind) {
    case 'done':
      return assignment.resolve(reply.result);
    case 'refused':
      return assignment.reject(new RefusedPhoto(reply.refusal));
    case 'failed': {
      const error = Object.assign(new Error(reply.message), reply.system);
      error.stack = reply.stack;
      return assignment.reject(error);
    }
  }
}
