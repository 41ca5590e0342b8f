import { ensureClient } from "./build";
import { explain } from "./failure";
import { isEnding } from "./lifetime";
import { duration } from "./steps";
import { groups, runStage, stagesOf, type Stage } from "./test-stages";

// What the user's own site is set to must not reach the tests, nor the tests it.
const SETTINGS = ["DATABASE_URL", "TEST_DATABASE_URLS", "PUBLIC_URL", "TRUSTED_PROXIES", "NEXTAUTH_URL", "NEXTAUTH_SECRET", "HOST", "PORT", "NODE_ENV"];

/** Runs the stages of the groups asked for (all without any) and returns the exit code. */
export async function runTests(asked: string[]): Promise<number> {
  const unknown = asked.find((group) => !groups.includes(group));
  if (unknown !== undefined) {
    console.error(`There is no stage "${unknown}": choose among ${groups.join(", ")}.`);
    return 1;
  }
  for (const name of SETTINGS) delete process.env[name];
  const begun = Date.now();
  const summary: string[] = [];
  const total = { passed: 0, failed: 0 };
  const tell = (error: unknown) => {
    if (!isEnding()) console.error(`\n${explain(error)}\n`);
  };
  await ensureClient().catch((error: unknown) => {
    tell(error);
    total.failed = 1;
  });
  const runInOrder = async (stages: Stage[]) => {
    for (const stage of stages) {
      if (total.failed > 0) {
        summary.push(`  – ${stage.name}: not run`);
        continue;
      }
      const stageBegun = Date.now();
      const { passed, failed } = await runStage(stage, tell);
      total.passed += passed;
      total.failed += failed;
      summary.push(`  ${failed > 0 ? "✗" : "✓"} ${stage.name}: ${passed} passed, ${failed} failed (${duration(Date.now() - stageBegun)})`);
    }
  };
  for (const sideBySide of stagesOf(asked.length === 0 ? groups : asked)) await Promise.all(sideBySide.map(runInOrder));
  console.log(`\nSummary, in ${duration(Date.now() - begun)}:\n${summary.join("\n")}\n`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 ? 1 : 0;
}
