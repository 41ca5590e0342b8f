import { beforeEnd, isEnding } from "./lifetime.mjs";

const interactive = Boolean(process.stdout.isTTY);

/** A length of time as a person says it: "0.4 s", "32 s", "2 min 05 s". */
export function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, "0")} s`;
}

/**
 * Runs one named step and says how long it takes: counting on the spot in a terminal, every 15 seconds in a log.
 * `work` may return a short string, which is shown beside the time. `talks` is for work that writes to the terminal.
 */
export async function step(name, work, { talks = false } = {}) {
  // After Ctrl-C nothing new begins.
  if (isEnding()) await new Promise(() => {});
  const begun = Date.now();
  const onTheSpot = interactive && !talks;
  const write = (text) => process.stdout.write(text);
  write(onTheSpot ? `• ${name}…` : `• ${name}…\n`);
  const tick = () => write(onTheSpot ? `\r• ${name}… ${duration(Date.now() - begun)}` : `  … ${name}: ${duration(Date.now() - begun)}\n`);
  const ticker = talks ? undefined : setInterval(tick, onTheSpot ? 1000 : 15_000);
  const forget = beforeEnd(() => clearInterval(ticker));
  const close = (mark, note) => {
    clearInterval(ticker);
    forget();
    const line = `${mark} ${name}  ${duration(Date.now() - begun)}${note ? `  (${note})` : ""}`;
    write(onTheSpot ? `\r\u001b[K${line}\n` : `  ${line}\n`);
  };
  try {
    const result = await work();
    close("✓", typeof result === "string" ? result : "");
    return result;
  } catch (error) {
    close("✗", "");
    throw error;
  }
}
