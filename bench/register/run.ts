// Runs the import of a made-up register in a process of its own, whose memory is measured.
import { executeScript } from "../../scripts/runtime/programs";

/** So that what is measured is what the import needs, and not what the collector has left lying. */
const HEAP = "--max-old-space-size=1100";

/**
 * Adds made-up organisations to the database at `url` until there are `size`: see load.ts.
 * @returns seconds of the imports, and the most memory of the process in MB
 */
export async function loadRegister(url: string, size: number): Promise<{ seconds: number; megabytes: number }> {
  const env = { ...process.env, DATABASE_URL: url, NODE_OPTIONS: [process.env.NODE_OPTIONS, HEAP].filter(Boolean).join(" ") };
  const { output } = await executeScript("bench/register/load.ts", [String(size)], { env, failure: "The register could not be loaded." });
  return JSON.parse(output.slice(output.lastIndexOf("{"))) as { seconds: number; megabytes: number };
}
