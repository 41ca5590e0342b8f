// npm run db:migrate | db:seed | admin:create, and `node scripts/db.mjs diff` to write a migration.
import { requireSupportedNode } from "./runtime/node-version.mjs";

requireSupportedNode();
const { run } = await import("./runtime/lifetime.mjs");
const { commands } = await import("./runtime/database-commands.mjs");
const [name, ...args] = process.argv.slice(2);

await run(async () => {
  const command = commands[name];
  if (command) return command(args);
  console.error(`Usage: node scripts/db.mjs ${Object.keys(commands).join(" | ")}`);
  return 1;
});
