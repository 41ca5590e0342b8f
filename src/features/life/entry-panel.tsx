import { currentActor } from "@/auth/actor";
import { canArchive, canMerge, canPublish } from "@/auth/permissions";
import { ButtonForm } from "@/components/button-form";
import { FieldsForm } from "@/components/fields-form";
import { firstFields } from "@/components/fields-state";
import { archivedAt } from "@/data/editing/archive";
import { entryPlace } from "@/data/editing/entry-place";
import { lastVerification } from "@/data/editing/verification";
import type { Actor } from "@/domain/actor";
import { LONGEST_VERIFICATION_NOTE } from "@/domain/verification";
import { VERIFICATION_MEANS } from "@/domain/vocabularies";
import { localPath, type Locale } from "@/i18n/locales";
import { formatDate, labelsOf, translator } from "@/i18n/translator";
import { archiveAction, restoreAction, verifyAction } from "./actions";

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
  const means = VERIFICATION_MEANS.map((value) => ({ value, label: labels[value] }));
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
        <FieldsForm
          id="verification"
          fold={t("verify.title")}
          controls={[
            { name: "how", label: t("verify.how"), type: "select", options: [{ value: "", label: t("verify.choose") }, ...means] },
            { name: "on", label: t("verify.on"), type: "date", latest: today },
            { name: "note", label: t("verify.note"), hint: t("verify.noteHint"), type: "long", longest: LONGEST_VERIFICATION_NOTE },
          ]}
          submit={t("verify.submit")}
          initial={firstFields({ on: today })}
          action={verifyAction.bind(null, locale, slug)}
        >
          <p className="field-hint">{t("verify.lead")}</p>
        </FieldsForm>
      ) : null}
    </>
  );
}

function Archive({ locale, slug, archivedAt }: Props & { archivedAt: Date | null }) {
  const t = translator(locale, "life");
  if (archivedAt)
    return (
      <div className="form-actions">
        <p className="strong">{t("archive.since", { date: formatDate(locale, archivedAt.toISOString()) })}</p>
        <ButtonForm action={restoreAction.bind(null, locale, slug)} label={t("archive.restore")} />
      </div>
    );
  const reason = { name: "reason", label: t("archive.reason"), hint: t("archive.reasonHint") };
  return (
    <FieldsForm
      id="archivage"
      fold={t("archive.title")}
      controls={[{ ...reason, type: "long", longest: LONGEST_VERIFICATION_NOTE }]}
      submit={t("archive.submit")}
      initial={firstFields()}
      action={archiveAction.bind(null, locale, slug)}
    >
      <p>{t("archive.lead")}</p>
    </FieldsForm>
  );
}
