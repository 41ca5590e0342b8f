import type { SourceListEntry } from "@/domain/published/source";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

type Props = { locale: Locale; language: string; entries: readonly SourceListEntry[] };

/** The steps by which a document was made, in its own words. */
export function Phases({ locale, language, entries }: Props) {
  if (entries.length === 0) return null;
  const t = translator(locale, "sources");
  const phases = [...new Set(entries.map(({ heading }) => heading ?? ""))];
  const lines = entries.flatMap(({ line }) => line ?? []);
  return (
    <>
      <h3 className="subhead mt-6">{t("phases")}</h3>
      <div lang={language} className="measure">
        {phases.map((phase) => {
          const own = entries.filter(({ heading }) => (heading ?? "") === phase);
          return (
            <div key={phase} className="mt-3">
              <h4 className="strong">{phase}</h4>
              <ul className="list-disc ps-5">
                {own
                  .filter(({ label }) => label === "activity")
                  .map(({ text }, index) => (
                    <li key={index}>{text}</li>
                  ))}
              </ul>
              {own
                .filter(({ label }) => label === "paragraph")
                .map(({ text }, index) => (
                  <p key={index} className="mt-1">
                    {text}
                  </p>
                ))}
            </div>
          );
        })}
      </div>
      <p className="source-note">{t("phasesSource", { start: String(Math.min(...lines)), end: String(Math.max(...lines)) })}</p>
    </>
  );
}
