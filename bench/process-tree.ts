import { readFileSync, readdirSync } from 'node:fs';

export type ProcessFigures = {
  readonly pid: number;
  /** Which program of ours it is. */
  readonly role: string;
  readonly rssMb: number;
  /** User and system time since its start. */
  readonly cpuMs: number;
};

/** Clock ticks per second of `/proc`: 100 on every Linux that Node runs on. */
const MS_PER_TICK = 10;
const PAGE_BYTES = 4096;

/** The process `pid` and everything below it. Reads `/proc`, so on Linux only. */
export function processTree(pid: number): readonly ProcessFigures[] {
  const children = Map.groupBy(allProcesses(), ({ parent }) => parent);
  const below = (id: number): readonly number[] => [
    id,
    ...(children.get(id) ?? []).flatMap((child) => below(child.pid)),
  ];
  return below(pid).flatMap((id) => figuresOf(id) ?? []);
}

function allProcesses(): readonly { readonly pid: number; readonly parent: number }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const fields = statOf(Number(name));
      return fields === null ? [] : [{ pid: Number(name), parent: Number(fields[1]) }];
    });
}

function figuresOf(pid: number): ProcessFigures | null {
  const fields = statOf(pid);
  const command = read(`/proc/${pid}/cmdline`);
  if (fields === null || command === null) return null;
  const cpuMs = (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
  return { pid, role: roleOf(command), rssMb: (Number(fields[21]) * PAGE_BYTES) / 1e6, cpuMs };
}

/** Fields from the state on: the name before it may hold spaces. */
function statOf(pid: number): readonly string[] | null {
  const text = read(`/proc/${pid}/stat`);
  return text === null ? null : text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function roleOf(command: string): string {
  if (command.includes('system-process')) return 'system';
  if (command.includes('worker-process')) return 'worker';
  if (command.includes('decoder')) return 'decoder';
  return command.includes('redis-server') ? 'redis' : 'supervisor';
}

/** Null where the process has just ended. */
function read(file: string): string | null {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return null;
  }
}
