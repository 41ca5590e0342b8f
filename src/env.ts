import { z } from "zod";

const POSTGRESQL = /^postgres(ql)?:\/\//;

/**
 * The environment, read once and checked: what is wrong stops the start with a sentence.
 * `npm start` fills what a newcomer has not set (database, secret).
 */
const schema = z.object({
  /** PostgreSQL 15 to 18. */
  DATABASE_URL: z.string().regex(POSTGRESQL, "must start with postgresql://"),
  /** Streaming replicas for reading, separated by commas; each address leads to one of them. */
  DATABASE_REPLICA_URLS: z
    .string()
    .default("")
    .transform((list) =>
      list
        .split(",")
        .map((url) => url.trim())
        .filter((url) => url !== ""),
    )
    .refine((urls) => urls.every((url) => POSTGRESQL.test(url) && URL.canParse(url)), "must be addresses that start with postgresql://, separated by commas"),
  /** Signs the session cookie; at least 32 characters. Scripts that sign nothing do without. */
  NEXTAUTH_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  /** The address that readers use, such as https://annuaire.example.org; without it the request's host is used. */
  PUBLIC_URL: z.url().optional(),
  /** The folder of the build, as Next is configured. */
  NEXT_DIST_DIR: z.string().default(".next"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Environment = z.infer<typeof schema>;

/** Whether pages are served for development: known without any configuration. */
export const isDevelopment = process.env.NODE_ENV === "development";

let cached: Environment | null = null;

/** @throws Error naming each wrong variable, never its value */
export function env(): Environment {
  if (cached) return cached;
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
    throw new Error(`The environment is not usable. ${faults}`);
  }
  cached = parsed.data;
  return cached;
}
