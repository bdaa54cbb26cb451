import type { ReviewView } from '@proofline/domain/review.ts';
import { printable, type Terminal } from '../terminal.ts';
import { findingLines } from './finding-lines.ts';
import { revisionMark } from './revision-mark.ts';
import { proofline } from '../command-name.ts';

/** What a person made of a photo's text, what stands against that, and how to approve it. */
export function printChanged(view: ReviewView, terminal: Terminal): void {
  const { id } = view.dossier.photo;
  terminal.print(`photo ${id} now reads: "${printable(view.published.caption)}"`);
  for (const blocker of view.blockers) terminal.print(`  cannot be approved: ${blocker}`);
  for (const line of findingLines(view, terminal)) terminal.print(line);
  terminal.print(`Approve exactly this with: ${proofline} review approve ${id}@${revisionMark(view.revisionHash)}`);
}
