import { isEnding } from "./lifetime";

/** A length of time as a person says it: "0.4 s", "32 s", "2 min 05 s". */
export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, "0")} s`;
}

/**
 * Runs one named step and says how long it takes, counting on the spot in a terminal. `work` may return a short string,
 * which is shown beside the time. `talks` is for work that writes to the terminal.
 */
export async function step<T>(name: string, work: () => Promise<T>, { talks = false } = {}): Promise<T> {
  // After Ctrl-C nothing new begins.
  if (isEnding()) await new Promise(() => {});
  const begun = Date.now();
  const since = () => duration(Date.now() - begun);
  const onTheSpot = process.stdout.isTTY && !talks;
  const show = (text: string) => process.stdout.write(onTheSpot ? `\r\u001b[K${text}` : `${text}\n`);
  show(`• ${name}…`);
  const ticker = onTheSpot ? setInterval(() => show(`• ${name}… ${since()}`), 1000) : undefined;
  let end = "✗";
  let note = "";
  try {
    const result = await work();
    end = "✓";
    if (typeof result === "string" && result) note = `  (${result})`;
    return result;
  } finally {
    clearInterval(ticker);
    show(`${onTheSpot ? "" : "  "}${end} ${name}  ${since()}${note}${onTheSpot ? "\n" : ""}`);
  }
}
