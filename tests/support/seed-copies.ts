import { afterEach } from "vitest";
import { copySeedFiles, type SeedCopy } from "./seed-files";

/** Copies that a test file may spoil, each removed after the test that made it. */
export function seedCopies(): () => Promise<SeedCopy> {
  const made: SeedCopy[] = [];
  afterEach(async () => {
    for (const copy of made.splice(0)) await copy.remove();
  });
  return async () => {
    const copy = await copySeedFiles();
    made.push(copy);
    return copy;
  };
}
