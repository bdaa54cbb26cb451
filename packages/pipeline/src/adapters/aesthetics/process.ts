import sharp from 'sharp';
import type { DecoderTask } from '../decoder/decoder-task.ts';
import { serveDecoderTasks } from '../decoder/serve-tasks.ts';
import { judgePlane } from './judge-plane.ts';

/** The program of the one process that holds the learnt models: they are large, and a crash in their runtime ends nothing else. */
sharp.concurrency(1);
sharp.cache(false);

serveDecoderTasks((task: DecoderTask) => {
  if (task.kind !== 'judge') throw new Error(`the process of the learnt models cannot ${task.kind}`);
  return judgePlane(task.plane, task.models);
});
