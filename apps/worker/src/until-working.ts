/** Whatever is due may be held back; nobody waits for that. */
const MOST_MS = 1_500;

/**
 * Lets the first job be taken up before the process loads what people need: that has it for itself for some tenths of a second, and work that was cut
 * off has waited longer than they have. `claimed` resolves once the claim is on the disk.
 */
export async function untilWorking(claimed: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const longEnough = new Promise<void>((resolve) => (timer = setTimeout(resolve, MOST_MS)));
  await Promise.race([claimed, longEnough]);
  clearTimeout(timer);
}
