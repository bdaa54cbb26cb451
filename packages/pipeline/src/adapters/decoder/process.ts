import sharp from 'sharp';
import { copyOriginal } from '../intake/copy-original.ts';
import { readPhotoFields } from '../metadata/read-photo-fields.ts';
import { readPlanes } from '../meter/read-planes.ts';
import { readOriginalHeader } from '../renderer/original-header.ts';
import { writeRenditions } from '../renderer/write-renditions.ts';
import { writeView } from '../renderer/write-view.ts';
import type { DecoderTask } from './decoder-task.ts';
import { serveDecoderTasks } from './serve-tasks.ts';

/** The program of a decoder process: one pixel thread, no cache, since each photo is seen once. */
sharp.concurrency(1);
sharp.cache(false);

serveDecoderTasks(runTask);

async function runTask(task: DecoderTask): Promise<unknown> {
  switch (task.kind) {
    case 'copy':
      return copyOriginal(task.source, task.temporaryPath, task.destination);
    case 'inspect':
      await readOriginalHeader(task.originalPath, task.settings);
      return undefined;
    case 'read-metadata':
      return readPhotoFields(task.path);
    case 'render':
      return writeRenditions(task.originalPath, task.folder, task.settings);
    case 'view':
      return writeView(task);
    case 'measure':
      return readPlanes(task.planes, task.brisque);
    case 'judge':
      throw new Error('the learnt models have a process of their own');
  }
}
