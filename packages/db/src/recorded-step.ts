import type { PreviousSite, PublicationStep } from '@proofline/domain/publication.ts';

/** A step of a publication as the run under `token` reported it. */
export type RecordedStep = {
  readonly publicationId: number;
  readonly token: string;
  readonly step: PublicationStep;
  readonly finishedAt: string;
  readonly detail: Readonly<Record<string, unknown>>;
};

/** What a step says of its publication as a whole; throws when it does not say it. */
export function factsOf({ step, detail }: Pick<RecordedStep, 'step' | 'detail'>) {
  if (step === 'embedded') return fileOf(detail);
  return step === 'previous-kept' ? previousOf(detail) : null;
}

/** From this step on, a file with the hash that it reports may be on the site. */
function fileOf({ webSha256, webBytes, embedsText }: Readonly<Record<string, unknown>>) {
  if (typeof webSha256 !== 'string' || typeof webBytes !== 'number') {
    throw new Error('the step embedded does not say which file it made (webSha256, webBytes)');
  }
  return { webSha256, webBytes, embedsText: embedsText !== false };
}

function previousOf({ previous }: Readonly<Record<string, unknown>>) {
  if (typeof previous !== 'object' || previous === null) {
    throw new Error('the step previous-kept does not say what the site had (previous)');
  }
  return { previous: previous as PreviousSite };
}
