import type { Captioner } from '@proofline/domain/captioner.ts';

/** A captioner that is up until it is told to go down, and counts what it is asked. */
export function captionerThatGoesDown({ afterDrafts = Infinity } = {}) {
  let drafts = 0;
  let isDown = false;
  const captioner: Captioner = {
    id: 'template',
    version: () => Promise.resolve('test'),
    problems: () =>
      Promise.resolve(isDown ? [{ condition: 'captioner-unavailable', reason: 'nobody answers at port 11434' }] : []),
    async draft(_modelInputPath, { subject, numberInSet }, signal) {
      signal.throwIfAborted();
      if (isDown) throw new Error('the connection was cut');
      drafts += 1;
      isDown = drafts >= afterDrafts;
      return {
        captioner: 'template',
        model: null,
        modelDigest: null,
        promptVersion: 'test',
        caption: `${subject} number ${numberInSet} in the evening`,
        altText: `Photo number ${numberInSet} of ${subject}`,
        keywords: ['test'],
        confidence: 'low',
        latencyMs: 1,
      };
    },
  };
  return {
    captioners: { template: captioner },
    get drafts() {
      return drafts;
    },
    comeUp() {
      isDown = false;
      afterDrafts = Infinity;
    },
  };
}
