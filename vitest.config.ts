import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// What readers are served; React's development version is several times slower besides.
Object.assign(process.env, { NODE_ENV: "production" });

const alias = {
  "@": fileURLToPath(new URL("./src", import.meta.url)),
  // "server-only" throws outside a React server: the tests are the server.
  "server-only": fileURLToPath(new URL("./tests/support/empty.ts", import.meta.url)),
};

/** Test files that change what others share (a module, the environment, the clock) have a process each; loading everything anew takes longer than most tests do. */
const alone = ["tests/unit", "tests/integration"].flatMap((folder) =>
  readdirSync(folder)
    .map((name) => `${folder}/${name}`)
    .filter(
      (file) =>
        file.endsWith(".test.ts") &&
        /\bvi\.(?:do)?(?:mock|stub\w+|useFakeTimers|setSystemTime|resetModules)\(|\bprocess\.env\.\w+ = /i.test(readFileSync(file, "utf8")),
    ),
);
/** `TEST_RUN`: one copy of what was loaded serves a whole run, and no later one (tests/support/loaded-copy.ts). */
const env = { TZ: "Pacific/Chatham", TEST_RUN: String(Date.now()) };

/** Test files that ask a database. */
const beside = {
  env,
  // A loaded machine takes its time over a whole seed: that is no fault of the code.
  testTimeout: 20_000,
  setupFiles: ["tests/support/own-database.ts"],
  // Pages and whole files are made and thrown away by the thousand.
  execArgv: ["--max-semi-space-size=64"],
  // One database a worker, whose files run one after the other.
  maxWorkers: process.env.TEST_DATABASE_URLS?.split(" ").length ?? 1,
};

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: { name: "unit", include: ["tests/unit/**/*.test.ts", "tests/architecture.test.ts"], exclude: alone, isolate: false, env },
      },
      { resolve: { alias }, test: { name: "unit-alone", include: alone.filter((file) => file.startsWith("tests/unit")), env } },
      {
        resolve: { alias },
        test: { name: "integration", include: ["tests/integration/**/*.test.ts", "tests/search/**/*.test.ts"], exclude: alone, isolate: false, ...beside },
      },
      { resolve: { alias }, test: { name: "integration-alone", include: alone.filter((file) => file.startsWith("tests/integration")), ...beside } },
    ],
  },
});
