import "server-only";
import { waitingFor } from "@/data/proposal/queue";
import { claimReminder, giveBackReminder, whoMayBeReminded, type Reminded } from "@/data/proposal/reminders";
import { env } from "@/env";
import { inEveryLanguage } from "@/i18n/in-every-language";
import { localPath } from "@/i18n/locales";
import { formatDate, translator } from "@/i18n/translator";
import { publicOrigin } from "@/lib/http/origin";
import { sendMail } from "@/lib/mail";

const DAY_MS = 86_400_000;

/** How many wait, since when and where they are read: nothing of what they say. */
function messageTo({ email, name }: Reminded, count: number, oldest: Date) {
  const days = Math.floor((Date.now() - oldest.getTime()) / DAY_MS);
  const words = inEveryLanguage((locale) => {
    const t = translator(locale, "staffViews");
    const date = formatDate(locale, oldest.toISOString());
    const link = publicOrigin() + localPath(locale, "/admin/propositions");
    return { subject: t("mail.subject", { site: translator(locale, "site")("name"), count }), text: t("mail.text", { name, count, date, days, link }) };
  });
  return { to: email, ...words };
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
