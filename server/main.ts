// The production server, started by scripts/runtime: a supervisor, the front, which listens to readers, and the workers, which render for it.
import { availableParallelism, setPriority } from "node:os";
import { env } from "@/env";
import { logger } from "@/lib/logger";
import { endOnSignal } from "./ending";
import { pathOf } from "./request-class";
import { roleOf, supervise } from "./supervisor";

/** The database needs the other cores of a large machine, and each worker takes its own memory. */
const MOST_BY_DEFAULT = 4;

/** How far the workers give way to the front, of 19, and the one that makes what takes long to the others too. */
const NICE = { worker: 5, long: 10 };

const role = roleOf(process.argv);

if (role?.name === "front") {
  const { serve } = await import("./serve");
  const { sharedAmong } = await import("./workers");
  await serve(async () => ({ application: sharedAmong(role.sockets), close: async () => undefined }), { workers: role.sockets.length });
  role.ready();
} else if (role) {
  // What is stored is sent first, however many pages are made.
  setPriority(role.takesLong ? NICE.long : NICE.worker);
  const { answerFront } = await import("./worker");
  const { prepareApplication } = await import("./application");
  const { application, close } = await prepareApplication();
  const listener = await answerFront(application, role.socket, (err, url) => logger.warn({ err, url: pathOf(url) }, "A response could not be made"));
  endOnSignal(listener, close, { isSupervised: true });
  role.ready();
} else {
  if (!env().PUBLIC_URL)
    logger.warn(
      "PUBLIC_URL is not set: addresses in pages, feeds and files are paths. Set it to the address that readers use, such as https://annuaire.example.org",
    );
  supervise(env().WORKERS ?? Math.min(availableParallelism(), MOST_BY_DEFAULT));
}
