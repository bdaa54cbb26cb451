import { queuedJobStates, type QueueContent, type QueuedJob, type QueueView } from '@proofline/domain/queue-view.ts';
import type { Engine, EngineJob } from './engine/engine.ts';
import { stages } from './plan.ts';

/** Reads the engine and writes nothing to it. */
export function viewQueues(engine: Pick<Engine, 'kind' | 'queue'>): QueueView {
  return {
    async all() {
      const queues = await Promise.all(
        stages.map(async ({ name: stage }): Promise<QueueContent> => {
          const queue = engine.queue(stage);
          const [counts, isPaused] = [await queue.getJobCounts(...queuedJobStates), await queue.isPaused()];
          return {
            stage,
            isPaused,
            counts: Object.fromEntries(
              queuedJobStates.map((state) => [state, counts[state] ?? 0]),
            ) as QueueContent['counts'],
          };
        }),
      );
      return { engine: engine.kind, queues };
    },
    async jobs(stage, state, { skip, limit }) {
      // A queue holds a few hundred at most, and the embedded engine counts a range from its other end.
      const found = (await engine.queue(stage).getJobs([state], 0, -1, true)).slice(skip, skip + limit);
      // One that ends between listing and loading comes back empty.
      return (found as readonly (EngineJob | undefined)[]).flatMap((job) =>
        job === undefined ? [] : [presented(job, state)],
      );
    },
  };
}

function presented(job: EngineJob, state: QueuedJob['state']): QueuedJob {
  return {
    id: String(job.id),
    state,
    addedAt: new Date(job.timestamp).toISOString(),
    takenAt: job.processedOn === undefined ? null : new Date(job.processedOn).toISOString(),
    worker: job.processedBy ?? null,
    given: job.attemptsStarted,
    job: { ...job.data },
  };
}
