// node deploy/serve.mjs
// One server of ours and nothing else: on a build that is there (`node deploy/build.mjs`) and on a
// database that is migrated and loaded. Settings as in the README; DATABASE_URL and NEXTAUTH_SECRET are needed.
import { bootstrap } from "../scripts/runtime/bootstrap.mjs";

await bootstrap();
const { run } = await import("../scripts/runtime/lifetime.ts");
const { serveBuild } = await import("../scripts/runtime/serve.ts");

await run(serveBuild, { interruptedCode: 0 });
