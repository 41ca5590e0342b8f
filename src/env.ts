import { BlockList, isIP } from "node:net";
import { z } from "zod";

const POSTGRESQL = /^postgres(ql)?:\/\//;

/** The addresses in a list such as "loopback, 10.0.0.0/8, fd00::1"; null when one of them is none. */
function blockList(list: string): BlockList | null {
  const blocks = new BlockList();
  const named = list.split(",").map((one) => one.trim());
  for (const block of named.flatMap((one) => (one === "loopback" ? ["127.0.0.0/8", "::1"] : one === "" ? [] : [one]))) {
    const [address = "", bits, ...more] = block.split("/");
    const version = isIP(address);
    const most = version === 6 ? 128 : 32;
    if (version === 0 || more.length > 0 || (bits !== undefined && (!/^\d{1,3}$/.test(bits) || Number(bits) > most))) return null;
    blocks.addSubnet(address, Number(bits ?? most), version === 6 ? "ipv6" : "ipv4");
  }
  return blocks;
}

/**
 * The environment, read once and checked: what is wrong stops the start with a sentence.
 * `npm start` fills what a newcomer has not set (database, secret).
 */
const schema = z.object({
  /** PostgreSQL 15 to 18. */
  DATABASE_URL: z.string("must be set").regex(POSTGRESQL, "must start with postgresql://"),
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
  /** The address that readers use, such as https://annuaire.example.org; without it the addresses in pages and files are relative. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: "must be an address that begins with http:// or https://, such as https://annuaire.example.org" })
    .optional(),
  /** Who publishes this site, as the law where it is published asks for it: a name and an address. */
  PUBLISHER: z.string().max(500, "must have at most 500 characters").optional(),
  /** Where readers write about an entry. */
  CONTACT_EMAIL: z.email("must be an e-mail address").optional(),
  /** The number that readers call about an entry, such as +223 20 22 22 22. */
  CONTACT_PHONE: z
    .string()
    .regex(/^\+?[\d\s().-]{6,30}$/, "must be a telephone number")
    .optional(),
  /** Where people write about what concerns them; without it to CONTACT_EMAIL. */
  PRIVACY_EMAIL: z.email("must be an e-mail address").optional(),
  /** The relay of mail, such as smtps://user:password@mail.example.org; without it and SMTP_FROM links to choose a password are passed on by hand. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^\s]+$/, "must be an address that begins with smtp:// or smtps://")
    .refine((url) => URL.canParse(url), "must be an address that begins with smtp:// or smtps://")
    .optional(),
  /** Who the messages come from: an address, or a name and an address in angle brackets. */
  SMTP_FROM: z
    .string()
    .regex(/^(?:[^<>\r\n]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/, "must be an e-mail address, alone or as Name <name@example.org>")
    .optional(),
  /** The proxies that are believed about who asks and where: addresses, blocks such as 10.0.0.0/8, or "loopback", separated by commas. */
  TRUSTED_PROXIES: z
    .string()
    .default("")
    .transform((list, context) => {
      const blocks = blockList(list);
      if (!blocks) context.addIssue('must be addresses, blocks such as 10.0.0.0/8, or the word "loopback", separated by commas');
      return blocks ?? z.NEVER;
    }),
  /** Where the site listens; without HOST on every address. */
  PORT: z.coerce.number("must be a number").int("must be a whole number").min(0, "must be 0 or more").max(65_535, "must be at most 65535").default(3000),
  HOST: z.string().optional(),
  /** How many processes answer readers; without it as many as there are cores, at most 4. */
  WORKERS: z.coerce.number("must be a number").int("must be a whole number").min(1, "must be 1 or more").max(64, "must be at most 64").optional(),
  /** The folder of the build, as Next is configured. */
  NEXT_DIST_DIR: z.string().default(".next"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"], "must be debug, info, warn, error or silent").default("info"),
});

export type Environment = z.infer<typeof schema>;

/** Whether pages are served for development: known without any configuration. */
export const isDevelopment = process.env.NODE_ENV === "development";

/**
 * Tells Next where it reaches this very server. After a form it fetches the page that follows, by the reader's protocol unless
 * it is told: behind a proxy that ends TLS, nobody would answer.
 */
export function tellNextOwnOrigin(origin: string): void {
  process.env.__NEXT_PRIVATE_ORIGIN = origin;
}

/** An empty variable is one that is not set. */
const parse = (given: NodeJS.ProcessEnv) => schema.safeParse(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== "")));

/** What is wrong with these variables, each by its name and never with its value: "PORT must be …". */
export const environmentFaults = (given: NodeJS.ProcessEnv): string[] =>
  parse(given).error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`) ?? [];

let cached: Environment | null = null;

/** @throws Error naming each wrong variable, never its value */
export function env(): Environment {
  if (cached) return cached;
  const { data } = parse(process.env);
  if (!data) throw new Error(`The environment is not usable. ${environmentFaults(process.env).join("; ")}.`);
  cached = data;
  return cached;
}
