/** Milliseconds of processor time of the least of three runs. To be compared with another cost of the same run only: what a machine has at a moment differs. */
export function costMs(work: () => void): number {
  return Math.min(...Array.from({ length: 3 }, () => once(work)));
}

function once(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
