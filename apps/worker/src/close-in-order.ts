/**
 * Collects what must be closed, and closes it in the reverse order of opening: whoever uses something is gone before it is. Every part gets its
 * turn, whatever the others throw; the errors come out together.
 */
export function closeInOrder() {
  const steps: (() => void | Promise<void>)[] = [];
  let closing: Promise<void> | undefined;
  return {
    /** Registers what was opened last. */
    last(close: () => void | Promise<void>): void {
      steps.push(close);
    },
    close(): Promise<void> {
      closing ??= closeAll(steps.toReversed());
      return closing;
    },
  };
}

async function closeAll(steps: readonly (() => void | Promise<void>)[]): Promise<void> {
  const errors: unknown[] = [];
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw new AggregateError(errors, 'not everything could be closed in good order');
}
