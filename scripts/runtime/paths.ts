import { existsSync } from "node:fs";
import { resolve } from "node:path";

/** The checkout. */
export const root = resolve(import.meta.dirname, "../..");

/** An absolute path inside the checkout. */
export const inCheckout = (...parts: string[]) => resolve(root, ...parts);

/** Reads `.env.local`, then `.env`, when they exist, as Next does; what the terminal already sets wins. */
export function loadEnvFiles(): void {
  for (const name of [".env.local", ".env"]) {
    if (existsSync(inCheckout(name))) process.loadEnvFile(inCheckout(name));
  }
}
