import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = {
  "@": fileURLToPath(new URL("./src", import.meta.url)),
  // "server-only" throws outside a React server: the tests are the server.
  "server-only": fileURLToPath(new URL("./tests/support/empty.ts", import.meta.url)),
};

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: { name: "unit", include: ["tests/unit/**/*.test.ts", "tests/architecture.test.ts"], env: { TZ: "Pacific/Chatham" } },
      },
      {
        resolve: { alias },
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts", "tests/search/**/*.test.ts"],
          env: { TZ: "Pacific/Chatham" },
          // A loaded machine takes its time over a whole seed: that is no fault of the code.
          testTimeout: 20_000,
          setupFiles: ["tests/support/own-database.ts"],
          // One database a worker, whose files run one after the other.
          maxWorkers: process.env.TEST_DATABASE_URLS?.split(" ").length ?? 1,
        },
      },
    ],
  },
});
