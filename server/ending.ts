import type { Listener } from "./listener";

/** The command that started us waits 8 s before it kills us. */
const GRACE_MS = 6000;

/**
 * On SIGTERM: lets running requests end, closes what is left, and ends this process. The same on SIGINT unless a supervisor ends it in its turn: a
 * terminal sends that to all of them at once.
 */
export function endOnSignal(listener: Listener, closeRest: () => Promise<unknown>, { isSupervised = false } = {}): void {
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    await listener.close(GRACE_MS);
    await closeRest();
    process.exit(0);
  };
  process.on("SIGTERM", () => void end());
  process.on("SIGINT", () => void (isSupervised || end()));
}
