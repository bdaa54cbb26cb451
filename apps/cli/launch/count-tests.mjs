/**
 * The part of vitest's JSON report that is counted. A file that could not even be loaded has no tests in it, only a
 * failed status.
 *
 * @typedef {{
 *   testResults: readonly { status: string, assertionResults: readonly { status: string }[] }[],
 * }} Report
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 */

/**
 * A file that failed without a failed test of its own (it did not load, or a hook threw) counts as one failure, and so
 * does a run that ended badly without any (an error outside of tests): no red run reads as green.
 *
 * @param {Report} report
 * @param {number} exitCode of vitest
 * @returns {Count}
 */
export function countTests({ testResults }, exitCode) {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const file of testResults) {
    const statuses = file.assertionResults.map((test) => test.status);
    const failed = statuses.filter((status) => status === 'failed').length;
    count.passed += statuses.filter((status) => status === 'passed').length;
    count.failed += failed === 0 && file.status === 'failed' ? 1 : failed;
    count.skipped += statuses.filter((status) => status !== 'passed' && status !== 'failed').length;
  }
  if (exitCode !== 0 && count.failed === 0) count.failed = 1;
  return count;
}

/** @param {Count} count */
export function countLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}
