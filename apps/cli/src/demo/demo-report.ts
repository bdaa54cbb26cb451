import { join } from 'node:path';
import type { SetOverview } from '@proofline/domain/overview.ts';
import type { ReviewListItem } from '@proofline/domain/review.ts';
import { dataFolderAt } from '@proofline/runtime/data-folder.ts';
import { legendOf, reviewTable } from '../commands/review-list.ts';
import { printable, type Terminal } from '../terminal.ts';

const ROWS_SHOWN = 8;

/** What waits for a person. */
export function describeWaiting(terminal: Terminal, items: readonly ReviewListItem[]): void {
  terminal.print(`\n${terminal.style('bold', `${items.length} photos wait for review`)}`);
  terminal.print(reviewTable(items.slice(0, ROWS_SHOWN), terminal));
  if (items.length > ROWS_SHOWN) terminal.print(`… and ${items.length - ROWS_SHOWN} more`);
  for (const line of legendOf(items.slice(0, ROWS_SHOWN))) terminal.print(line);
}

/** How it ended: photos in, approved, published, refused with reasons, and where the site is. */
export function summarize(
  terminal: Terminal,
  overview: SetOverview,
  { siteFolder, dataFolder }: { readonly siteFolder: string; readonly dataFolder: string },
): void {
  const { published = 0 } = overview.byState;
  terminal.print(`\n${terminal.style('bold', 'Done')}`);
  terminal.print(`photos in   ${overview.photos}`);
  terminal.print(`approved    ${published + overview.approved}`);
  terminal.print(`published   ${published}`);
  listEnded(terminal, overview);
  terminal.print(`site        ${join(siteFolder, 'index.html')}`);
  terminal.print(`catalogue   ${dataFolderAt(dataFolder).catalogueDatabase} (table photos_info_revamp)`);
}

/** What was refused by name, and what was given up. */
export function listEnded(terminal: Terminal, { refused, discarded }: SetOverview): void {
  terminal.print(`refused     ${refused.length}`);
  for (const { originalFileName, code, reason } of refused) {
    terminal.print(`            ${printable(originalFileName)}: ${code}, ${printable(reason)}`);
  }
  if (discarded.length === 0) return;
  terminal.print(terminal.style('red', `failed      ${discarded.length}`));
  for (const { originalFileName, reason } of discarded) {
    terminal.print(`            ${printable(originalFileName)}: ${printable(reason)}`);
  }
}
