import { environmentFaults } from "../../src/env";
import { Failure } from "./failure";

/** Says what is wrong with the settings before anything slow begins. A database and a secret that are not given are made. */
export function checkSettings(given: NodeJS.ProcessEnv = process.env): void {
  const [fault] = environmentFaults({ ...given, DATABASE_URL: given.DATABASE_URL || "postgresql://embedded" });
  if (fault) throw new Failure(`${fault}: correct it in .env or where it is set, or leave it out.`);
}
