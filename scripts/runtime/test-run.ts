import { explain } from "./failure.mjs";
import { ensureInstalled } from "./install.mjs";
import { isEnding } from "./lifetime.mjs";
import { ensureClient } from "./prisma-client.mjs";
import { duration } from "./steps.mjs";
import { runStage, stages } from "./test-stages.mjs";

const groups = [...new Set(stages.map(({ group }) => group))];

// What the user's own site is set to must not reach the tests, nor the tests it.
const settings = ["DATABASE_URL", "TEST_DATABASE_URL", "PUBLIC_URL", "NEXTAUTH_URL", "NEXTAUTH_SECRET", "HOST", "PORT", "NODE_ENV"];

/** Runs the stages of the groups asked for (all without any) and returns the exit code. */
export async function runTests(asked) {
  const unknown = asked.filter((group) => !groups.includes(group));
  if (unknown.length > 0) {
    console.error(`There is no stage "${unknown[0]}": choose among ${groups.join(", ")}.`);
    return 1;
  }
  for (const name of settings) delete process.env[name];
  const begun = Date.now();
  const summary = [];
  let passed = 0;
  let failed = 0;
  const tell = (error) => isEnding() || console.error(`\n${explain(error)}\n`);
  try {
    await ensureInstalled();
    await ensureClient();
  } catch (error) {
    tell(error);
    failed = 1;
  }
  for (const stage of stages.filter(({ group }) => asked.length === 0 || asked.includes(group))) {
    if (failed > 0) {
      summary.push(`  – ${stage.name}: not run`);
      continue;
    }
    const stageBegun = Date.now();
    const counts = await runStage(stage, tell);
    passed += counts.passed;
    failed += counts.failed;
    const mark = counts.failed > 0 ? "✗" : "✓";
    summary.push(`  ${mark} ${stage.name}: ${counts.passed} passed, ${counts.failed} failed (${duration(Date.now() - stageBegun)})`);
  }
  console.log(`\nSummary, in ${duration(Date.now() - begun)}:\n${summary.join("\n")}\n`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}
