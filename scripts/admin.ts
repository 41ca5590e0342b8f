/**
 * Creates accounts of staff from the command line: whoever can run it already holds the database.
 *   --first                                  the first administrator, when there is no account; one line of JSON
 *   --email x [--name …] [--role admin|editor] [--reset]   an account, or a new password for one
 */
import { parseArgs } from "node:util";
import { z } from "zod";
import { hashPassword, oneTimePassword } from "@/auth/passwords";
import { database } from "@/data/client";
import { countAccounts, createAccount, findAccount, ONE_TIME_HOURS, setPassword } from "@/data/user/accounts";
import { removeSecondFactor } from "@/data/user/second-factor";
import { USER_ROLES } from "@/domain/vocabularies";

const FIRST_ADMINISTRATOR = { email: "administration@annuaire.local", name: "Administration", role: "admin" } as const;

/** Who the history names: whoever can run this command. */
const COMMAND = { importName: "admin:create" } as const;

/** Said to whoever typed the command, without a stack. */
class Refusal extends Error {}

const schema = z.object({
  email: z.email("--email is not an e-mail address: write it as in --email name@example.org").max(254, "--email is too long."),
  name: z.string().trim().min(1, "--name is empty.").max(120, "--name is too long (120 characters at most).").optional(),
  role: z.enum(USER_ROLES, `--role is ${USER_ROLES.join(" or ")}.`).optional(),
});

async function createFirst(): Promise<void> {
  const password = oneTimePassword();
  const none = (await countAccounts()) > 0;
  const created = none ? null : await createAccount({ ...FIRST_ADMINISTRATOR, passwordHash: await hashPassword(password), mustChange: true }, COMMAND);
  console.log(JSON.stringify(created ? { email: created.email, password } : {}));
}

async function createOrReset(options: { email?: string; name?: string; role?: string; reset?: boolean }): Promise<void> {
  const parsed = schema.safeParse({ ...options, email: options.email?.trim() ?? "" });
  if (!parsed.success) throw new Refusal(parsed.error.issues[0]?.message);
  const { email, name, role } = parsed.data;
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);

  const existing = await findAccount(email);
  if (existing) {
    if (!options.reset) throw new Refusal(`${existing.email} has an account already: add --reset to give it a new password.`);
    await setPassword(existing.id, { passwordHash, mustChange: true }, COMMAND);
    // Whoever is locked out may have lost their telephone too.
    if (await removeSecondFactor(existing.id, COMMAND)) console.log(`The second factor of ${existing.email} is removed.`);
    console.log(`New one-time password for ${existing.email}; every open session of the account has ended.`);
  } else {
    if (options.reset) throw new Refusal(`${email} has no account: leave out --reset to create one.`);
    const created = await createAccount({ email, name: name ?? email, role: role ?? "admin", passwordHash, mustChange: true }, COMMAND);
    if (!created) throw new Refusal(`${email} was given an account a moment ago.`);
    console.log(`Account created for ${created.email} (${created.role}).`);
  }
  console.log(
    `  e-mail:             ${email.toLowerCase()}\n  one-time password:  ${password}\nIt is shown this once, and must be changed at the first sign-in, within ${ONE_TIME_HOURS} hours.`,
  );
}

try {
  const { values } = parseArgs({
    options: {
      first: { type: "boolean" },
      email: { type: "string" },
      name: { type: "string" },
      role: { type: "string" },
      reset: { type: "boolean" },
    },
  });
  if (values.first) await createFirst();
  else await createOrReset(values);
} catch (error) {
  const argument = error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
  if (!(error instanceof Refusal) && !argument) throw error;
  console.error(error instanceof Error ? error.message.split("\n")[0] : "");
  process.exitCode = 1;
} finally {
  await database().$disconnect();
}
