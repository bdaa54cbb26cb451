import { basename } from 'node:path';
import { obeyOrders } from './obey-orders.ts';

/**
 * Imported before the program itself into every process of `proofline start`, by `--import`: the program is the product's own, and what the suite
 * orders reaches those of its processes that take part. Decoders and whatever else it starts run undisturbed.
 */
const roles = { 'main.ts': 'supervisor', 'system-process.ts': 'system', 'worker-process.ts': 'worker' } as const;

const program = basename(process.argv[1] ?? '');
const folder = process.env['CHAOS_ORDERS'];
if (folder !== undefined && program in roles) await obeyOrders(folder, roles[program as keyof typeof roles]);
