import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { dataFolderAt } from '@proofline/runtime/data-folder.ts';
import { startChildProgram, type ChildProgram } from './child-program.ts';
import { compiledIn } from './quick-loading.ts';
import type { SystemNotice, SystemOrder } from './system-message.ts';

/** The system's process, which loads and waits for its order. */
export type LoadingSystem = ChildProgram<SystemOrder, SystemNotice>;

export type LoadingSystemOptions = {
  readonly dataFolder: string;
  /** Processes that load beside it. */
  readonly workers: number;
  readonly queue: 'redis' | 'embedded';
};

const PROGRAM = new URL('./system-process.ts', import.meta.url);
let ahead: { readonly dataFolder: string; readonly system: LoadingSystem } | undefined;

export function loadSystem({ dataFolder, workers, queue }: LoadingSystemOptions): LoadingSystem {
  return startChildProgram(PROGRAM, { argv: [dataFolder, String(workers), queue], compiled: compiledIn(dataFolder) });
}

/**
 * Half a second before the settings are read: it does nothing with them, nor to the data folder, before it is told to. Only for a folder that a system
 * has used before; workers are loaded when it is known how many.
 */
export function loadSystemAhead(environment: Readonly<Record<string, string | undefined>>): void {
  const { PROOFLINE_DATA: folder = '', QUEUE_URL: url = '' } = environment;
  const dataFolder = resolve(folder);
  if (folder === '' || !existsSync(dataFolderAt(dataFolder).reviewDatabase)) return;
  const queue = ['', 'embedded', 'embedded:'].includes(url) ? 'embedded' : 'redis';
  ahead = { dataFolder, system: loadSystem({ dataFolder, workers: 0, queue }) };
}

/** The one that was loaded ahead for this folder; once. One that was loaded for another ends. */
export function systemLoadedAhead(dataFolder: string): LoadingSystem | undefined {
  const loaded = ahead;
  ahead = undefined;
  if (loaded?.dataFolder === dataFolder) return loaded.system;
  loaded?.system.kill();
  return undefined;
}

/** For a start that was refused. */
export function endSystemLoadedAhead(): void {
  ahead?.system.kill();
  ahead = undefined;
}
