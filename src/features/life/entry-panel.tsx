import { currentActor } from "@/auth/actor";
import { canArchive, canMerge, canPublish } from "@/auth/permissions";
import { archivedAt } from "@/data/editing/archive";
import { entryPlace } from "@/data/editing/entry-place";
import { lastVerification } from "@/data/editing/verification";
import type { Actor } from "@/domain/actor";
import { VERIFICATION_MEANS } from "@/domain/vocabularies";
import { localPath, type Locale } from "@/i18n/locales";
import { formatDate, labelsOf, translator } from "@/i18n/translator";
import { archiveAction, restoreAction, verifyAction } from "./actions";
import { ReasonForm } from "./reason-form";
import { VerifyForm } from "./verify-form";

type Props = { locale: Locale; slug: string };

/** What happens to an entry beside the changes of its values: when it was verified, and how to note that it was. */
export async function LifeOfEntry({ locale, slug }: Props) {
  const actor = await currentActor();
  if (!actor) return null;
  const [entry, archived] = await Promise.all([entryPlace(actor, slug), archivedAt(actor, slug)]);
  if (!entry) return null;
  return (
    <div className="my-5 grid gap-3">
      <Verification locale={locale} slug={slug} actor={actor} mayVerify={canPublish(actor, entry)} />
      {canMerge(actor, entry) && !archived ? (
        <p>
          <a href={localPath(locale, `/admin/organisations/${slug}/fusion`)}>{translator(locale, "life")("merge.open")}</a>
        </p>
      ) : null}
      {canArchive(actor, entry) ? <Archive locale={locale} slug={slug} archivedAt={archived} /> : null}
    </div>
  );
}

async function Verification({ locale, slug, actor, mayVerify }: Props & { actor: Actor; mayVerify: boolean }) {
  const t = translator(locale, "life");
  const labels = labelsOf(locale).verifiedHow;
  const last = await lastVerification(actor, slug);
  const date = last && formatDate(locale, last.at.toISOString());
  const today = new Date().toISOString().slice(0, 10);
  const told = last && [
    `${last.how ? t("verify.last", { date: date!, how: labels[last.how] }) : t("verify.lastUnknown", { date: date! })}.`,
    last.who && t("verify.by", { who: last.who }),
    last.note,
  ];
  return (
    <>
      <p>
        {told ? told.filter(Boolean).join(" ") : t("verify.never")} {last?.changedSince ? <strong>{t("verify.changedSince")}</strong> : null}
      </p>
      {mayVerify ? (
        <VerifyForm
          initial={{ title: null, typed: { how: "", on: today, note: "" }, errors: {} }}
          means={[{ value: "", label: t("verify.choose") }, ...VERIFICATION_MEANS.map((value) => ({ value, label: labels[value] }))]}
          today={today}
          words={{
            title: t("verify.title"),
            lead: t("verify.lead"),
            how: t("verify.how"),
            on: t("verify.on"),
            note: t("verify.note"),
            noteHint: t("verify.noteHint"),
            submit: t("verify.submit"),
          }}
          action={verifyAction.bind(null, locale, slug)}
        />
      ) : null}
    </>
  );
}

function Archive({ locale, slug, archivedAt }: Props & { archivedAt: Date | null }) {
  const t = translator(locale, "life");
  if (archivedAt)
    return (
      <form action={restoreAction.bind(null, locale, slug)} className="form-actions">
        <p className="strong">{t("archive.since", { date: formatDate(locale, archivedAt.toISOString()) })}</p>
        <button className="btn btn-quiet" type="submit">
          {t("archive.restore")}
        </button>
      </form>
    );
  const words = { title: t("archive.title"), lead: t("archive.lead"), reason: t("archive.reason"), hint: t("archive.reasonHint"), submit: t("archive.submit") };
  return <ReasonForm words={words} action={archiveAction.bind(null, locale, slug)} />;
}
