import type { Invariant } from './invariant.ts';

/** At rest the truth has nothing for the engine: whatever an engine still held would be a job that nobody is waiting for. */
export const handedOver: Invariant = {
  name: 'nothing is left to hand to the engine, and nothing is halted',
  // oxlint-disable-next-line typescript/require-await -- the port is asynchronous, SQLite is not
  async check({ rows }) {
    const waiting = rows<{ jobId: string }>(`SELECT job_id AS jobId FROM outbox`);
    const halted = rows<{ stage: string; condition: string }>(`SELECT stage, condition FROM queue_blocks`);
    return [
      ...waiting.map(({ jobId }) => `${jobId} waits in the outbox`),
      ...halted.map(({ stage, condition }) => `${stage} is halted (${condition}) and nothing stands there`),
    ];
  },
};
