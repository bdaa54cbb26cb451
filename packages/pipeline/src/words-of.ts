/** The words of an error and of everything that caused it: what the operator reads. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const words: string[] = [];
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) words.push(cause.message);
  return words.join(': ');
}
