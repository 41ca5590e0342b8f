import type { ChangeHead } from "@/domain/change";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

/** Whether a change was undone, and what its author said of it to colleagues. */
export function ChangeRemarks({ locale, change: { state, note } }: { locale: Locale; change: Pick<ChangeHead, "state" | "note"> }) {
  const t = translator(locale, "changes");
  return (
    <>
      {state === "undone" ? <p>{t("history.undone")}</p> : null}
      {note ? (
        <p>
          {t("history.note")} {note}
        </p>
      ) : null}
    </>
  );
}
