import { env } from "@/env";

/**
 * Where readers reach this directory, without a final slash: PUBLIC_URL; "" when that is not set, so that addresses are paths. The Host
 * of a request is no substitute: anybody may send any, and what is made for one reader is given to others.
 */
export function publicOrigin(): string {
  return env().PUBLIC_URL?.replace(/\/+$/, "") ?? "";
}
