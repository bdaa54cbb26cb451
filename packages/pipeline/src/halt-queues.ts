import { haltMs, type QueueBlocks } from '@proofline/domain/blocking.ts';
import type { Engine } from './engine/engine.ts';

/** Halts again in an engine that knows nothing what the truth says is halted: at a start, and after the engine was wiped. */
export async function haltQueues(engine: Engine, blocks: QueueBlocks): Promise<void> {
  for (const block of blocks.list()) {
    // Held back in SQLite, not in the engine.
    if (block.captioner !== null) continue;
    const leftMs = haltMs(block, Date.now());
    if (leftMs > 0) await engine.queue(block.stage).rateLimit(leftMs);
  }
}
