import type { Command } from 'commander';
import type { CliContext } from '../cli-context.ts';
import { addReviewApprove } from './review-approve.ts';
import { addReviewEdit } from './review-edit.ts';
import { addReviewList } from './review-list.ts';
import { addReviewRedraft } from './review-redraft.ts';
import { addReviewReject } from './review-reject.ts';
import { addReviewShow } from './review-show.ts';
import { addReviewTake } from './review-take.ts';

export function addReviewCommand(program: Command, context: CliContext): void {
  const review = program.command('review').description('look at photos and decide; nothing is published undecided');
  addReviewList(review, context);
  addReviewShow(review, context);
  addReviewApprove(review, context);
  addReviewReject(review, context);
  addReviewEdit(review, context);
  addReviewRedraft(review, context);
  addReviewTake(review, context);
}
