import "server-only";
import { waitingFor } from "@/data/proposal/queue";
import { claimReminder, giveBackReminder, whoMayBeReminded, type Reminded } from "@/data/proposal/reminders";
import { env } from "@/env";
import { DEFAULT_LOCALE, localPath } from "@/i18n/locales";
import { formatDate, translator } from "@/i18n/translator";
import { publicOrigin } from "@/lib/http/origin";
import { logger } from "@/lib/logger";
import { sendMail } from "@/lib/mail";

/** No account says which language its person reads. */
const LOCALE = DEFAULT_LOCALE;
const DAY_MS = 86_400_000;
const LOOK_EVERY_MS = 600_000;

/** How many wait, since when and where they are read: nothing of what they say. */
function messageTo({ email, name }: Reminded, count: number, oldest: Date) {
  const t = translator(LOCALE, "staffViews");
  const site = translator(LOCALE, "site")("name");
  return {
    to: email,
    subject: t("mail.subject", { site, count }),
    text: t("mail.text", {
      ...{ name, count },
      date: formatDate(LOCALE, oldest.toISOString()),
      days: Math.floor((Date.now() - oldest.getTime()) / DAY_MS),
      link: publicOrigin() + localPath(LOCALE, "/admin/propositions"),
    }),
  };
}

/** Tells those who may decide, each once a day at most, of the proposals that wait for them. @returns how many were told */
export async function mailQueue(): Promise<number> {
  if (!env().SMTP_URL || !env().SMTP_FROM) return 0;
  let told = 0;
  for (const person of await whoMayBeReminded()) {
    const { count, oldest } = await waitingFor(person);
    if (!oldest || !(await claimReminder(person))) continue;
    if ((await sendMail(messageTo(person, count, oldest))) === "sent") told += 1;
    else await giveBackReminder(person);
  }
  return told;
}

/** Looks from time to time, as long as this process runs. Each does: the database says which one sends. */
export function keepMailingQueue(): void {
  const look = () =>
    mailQueue().catch((error: unknown) => logger.warn({ event: "queue_mail_failed", err: error }, "Nobody was told of the proposals that wait"));
  setInterval(() => void look(), LOOK_EVERY_MS).unref();
}
