// npm run db:migrate | db:seed | admin:create | geo:import | backup | restore, and `node scripts/db.mjs diff` to write a migration.
import { bootstrap } from "./runtime/bootstrap.mjs";

await bootstrap();
const { run } = await import("./runtime/lifetime.ts");
const { runCommand } = await import("./runtime/database-commands.ts");

await run(() => runCommand(process.argv.slice(2)));
