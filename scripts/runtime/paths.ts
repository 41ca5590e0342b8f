import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout. */
export const root = resolve(fileURLToPath(new URL("../..", import.meta.url)));

/** An absolute path inside the checkout. */
export const inCheckout = (...parts) => resolve(root, ...parts);

/** Reads `.env.local`, then `.env`, when they exist, as Next does; what the terminal already sets wins. */
export function loadEnvFiles() {
  for (const name of [".env.local", ".env"]) {
    if (existsSync(inCheckout(name))) process.loadEnvFile(inCheckout(name));
  }
}
