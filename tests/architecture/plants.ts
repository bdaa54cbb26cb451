const reaching = 'never by a path into it';
const siblings = 'know the domain and not each other';
const joining = 'Only main files, run-*.ts and open-*.ts of the worker join adapters';

/** One forbidden thing per wall: where it is planted, what it says there, the rule that must answer, and a part of its answer. */
export const plants = [
  ['packages/domain/src/a.ts', `import 'node:fs';`, 'no-restricted-imports', 'The domain is pure'],
  ['packages/domain/src/b.ts', `import 'node:fs/promises';`, 'no-restricted-imports', 'The domain is pure'],
  ['packages/domain/src/c.ts', `import 'fs';`, 'no-restricted-imports', 'The domain is pure'],
  [
    'packages/domain/src/d.ts',
    `import type {} from '@proofline/db/x.ts';`,
    'no-restricted-imports',
    'The domain is pure',
  ],
  ['packages/domain/src/e.ts', `import 'vitest';`, 'no-restricted-imports', 'The domain is pure'],
  ['packages/domain/src/f.ts', `import '../../db/src/x.ts';`, 'no-restricted-imports', reaching],
  ['packages/domain/src/g.test.ts', `import 'sharp';`, 'no-restricted-imports', 'no other package'],
  ['packages/domain/src/h.test.ts', `import '../../db/src/x.ts';`, 'no-restricted-imports', reaching],
  ['packages/db/src/a.ts', `import '@proofline/pipeline/x.ts';`, 'no-restricted-imports', siblings],
  ['packages/db/src/b.ts', `import '../../publish/src/x.ts';`, 'no-restricted-imports', reaching],
  [
    'packages/db/src/c.ts',
    `export const x = await import('@proofline/runtime/x.ts');`,
    'no-restricted-imports',
    siblings,
  ],
  ['packages/publish/src/a.ts', `export * from '@proofline/db/x.ts';`, 'no-restricted-imports', siblings],
  ['packages/runtime/src/a.ts', `import type {} from '@proofline/publish/x.ts';`, 'no-restricted-imports', siblings],
  ['packages/pipeline/src/a.ts', `import '@proofline/db/x.ts';`, 'no-restricted-imports', siblings],
  [
    'packages/pipeline/src/b.ts',
    `import './adapters/x/y.ts';`,
    'no-restricted-imports',
    'only main files join adapters',
  ],
  ['packages/pipeline/src/c.ts', `import '../../db/src/x.ts';`, 'no-restricted-imports', reaching],
  ['packages/pipeline/src/d.test.ts', `import '@proofline/db/x.ts';`, 'no-restricted-imports', siblings],
  [
    'packages/pipeline/src/stages/a.ts',
    `import type {} from '../adapters/x.ts';`,
    'no-restricted-imports',
    'only main files join adapters',
  ],
  ['packages/pipeline/src/stages/b.ts', `import '@proofline/publish/x.ts';`, 'no-restricted-imports', siblings],
  ['packages/pipeline/src/adapters/a.ts', `import '../stages/x.ts';`, 'no-restricted-imports', 'fulfils a port'],
  ['packages/pipeline/src/adapters/b/c.ts', `import '../../plan.ts';`, 'no-restricted-imports', 'fulfils a port'],
  ['packages/pipeline/src/adapters/d.ts', `import '@proofline/db/x.ts';`, 'no-restricted-imports', siblings],
  ['packages/pipeline/src/adapters/e.ts', `import '../../../db/src/x.ts';`, 'no-restricted-imports', reaching],
  ['apps/cli/src/commands/a.ts', `import '@proofline/db/x.ts';`, 'no-restricted-imports', joining],
  ['apps/worker/src/a.ts', `import '@proofline/pipeline/adapters/x.ts';`, 'no-restricted-imports', joining],
  ['apps/api/src/a.ts', `import '@proofline/publish/x.ts';`, 'no-restricted-imports', joining],
  ['apps/api/src/b.ts', `import '../../cli/src/x.ts';`, 'no-restricted-imports', reaching],
  ['apps/api/src/app.ts', `import 'node:fs';`, 'no-restricted-imports', 'free of Node'],
  ['apps/api/src/c.ts', `import 'node:crypto';`, 'no-restricted-imports', 'free of Node'],
  ['apps/api/src/routes/a.ts', `import 'node:fs/promises';`, 'no-restricted-imports', 'free of Node'],
  ['apps/api/src/routes/b.ts', `import '@hono/node-server';`, 'no-restricted-imports', 'free of Node'],
  ['apps/api/src/routes/c.ts', `import '@proofline/runtime/x.ts';`, 'no-restricted-imports', joining],
  ['apps/api/src/routes/d.ts', `import '../../../cli/src/x.ts';`, 'no-restricted-imports', reaching],
  ['apps/worker/src/main.ts', `import '../../../packages/db/src/x.ts';`, 'no-restricted-imports', reaching],
  ['tests/a.test.ts', `import '../packages/db/src/x.ts';`, 'no-restricted-imports', reaching],
  ['packages/db/src/d.ts', `export const x = process.env['HOME'];`, 'no-process-env', 'process.env'],
  ['packages/runtime/src/logger.ts', `export const x = process.env['HOME'];`, 'no-process-env', 'process.env'],
  ['packages/db/src/e.ts', `console.log('x');`, 'no-console', 'console'],
  ['packages/db/src/f.ts', `import './g.ts';`, 'no-cycle', 'cycle'],
  ['packages/db/src/h.ts', `import type { I } from './i.ts';\nexport type H = I;`, 'no-cycle', 'cycle'],
  ['packages/db/src/j.ts', `${'// one line\n'.repeat(300)}export {};`, 'max-lines', 'too many lines'],
  ['packages/db/src/k.ts', `const add = async () => 1;\nadd();`, 'no-floating-promises', 'romise'],
  ['packages/db/src/l.ts', `export const x = await 1;`, 'await-thenable', 'await'],
  ['packages/db/src/m.ts', `export const x = [1].forEach(async () => {});`, 'no-misused-promises', 'romise'],
  [
    'packages/db/src/n.ts',
    `export function f(x: 'a' | 'b'): void {\n  switch (x) {\n    case 'a':\n  }\n}`,
    'switch-exhaustiveness-check',
    'exhaustive',
  ],
] as const;

/** What each place may well do; one complaint here and a wall stands in the wrong place. */
export const clean = {
  'packages/domain/src/clean.ts': `import { z } from 'zod';\nimport { y } from './sub/y.ts';\nexport const x = [z, y];`,
  'packages/domain/src/clean.test.ts': `import { rm } from 'node:fs/promises';\nimport { it } from 'vitest';\nimport fc from 'fast-check';\nexport const x = [rm, it, fc];`,
  'packages/db/src/clean.ts': `import { z } from '@proofline/domain/photo.ts';\nimport { y } from 'better-sqlite3';\nimport { rm } from 'node:fs';\nexport const x = [z, y, rm];`,
  'packages/pipeline/src/stages/clean.ts': `import { z } from '@proofline/domain/stage.ts';\nexport const x = z;`,
  'packages/pipeline/src/adapters/renderer/clean.ts': `import { z } from '../decoder/pool.ts';\nimport sharp from 'sharp';\nexport const x = [z, sharp];`,
  'packages/runtime/src/config.ts': `export const x = process.env['HOME'];`,
  'apps/worker/src/open-x.ts': `import { z } from '@proofline/publish/x.ts';\nexport const x = z;`,
  'apps/worker/src/run-system.ts': `import { z } from '@proofline/db/x.ts';\nimport { y } from '@proofline/pipeline/adapters/y.ts';\nexport const x = [z, y];`,
  'apps/cli/src/commands/clean.ts': `import { z } from '@proofline/runtime/config.ts';\nconsole.log(z);`,
  'apps/api/src/main.ts': `import { serve } from '@hono/node-server';\nimport { x } from '@proofline/runtime/config.ts';\nexport const y = [serve, x];`,
  'apps/api/src/routes/clean.ts': `import { Hono } from 'hono';\nimport { z } from '@proofline/domain/review.ts';\nexport const x = [Hono, z];`,
  'tests/clean.test.ts': `import { z } from '@proofline/db/x.ts';\nexport const x = [z, process.env['CI']];`,
} as const;

/** The other halves of the planted cycles. */
export const cycles = {
  'packages/db/src/g.ts': `import './f.ts';`,
  'packages/db/src/i.ts': `import type { H } from './h.ts';\nexport type I = H;`,
} as const;
