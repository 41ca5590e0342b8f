import pino from "pino";
import { env } from "@/env";

/** One line of JSON an event. Names of fields that may hold a secret are never written. */
export const logger = pino({
  level: env().LOG_LEVEL,
  redact: ["password", "passwordHash", "token", "cookie", "authorization", "*.password", "*.passwordHash"],
});
