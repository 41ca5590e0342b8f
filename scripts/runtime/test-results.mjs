// What the test programs counted, from the JSON they write.
import { existsSync, readFileSync } from "node:fs";

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null);

/** `{ passed, failed, skipped }` of a Vitest JSON report, or null. A file that does not even load counts as one failure. */
export function vitestCounts(file) {
  const report = read(file);
  if (!report) return null;
  const unloaded = report.testResults.filter(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}

/** `{ passed, failed, skipped }` of a Playwright JSON report, or null. A test that passed at its second try has passed. */
export function playwrightCounts(file) {
  const report = read(file);
  if (!report) return null;
  const { expected, flaky, unexpected, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected + (report.errors?.length ?? 0), skipped };
}
