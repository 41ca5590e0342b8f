import { canChangeInBulk } from "@/auth/permissions";
import { Notice } from "@/components/notice";
import { Pagination } from "@/components/pagination";
import { Table } from "@/components/table";
import type { Planned } from "@/data/bulk/entries";
import { BULK_PAGE_SIZE, previewOf } from "@/data/bulk/preview";
import { people } from "@/data/staff-work/people";
import type { Actor } from "@/domain/actor";
import type { Deed } from "@/domain/bulk";
import { localPath, type Locale } from "@/i18n/locales";
import { termLabel } from "@/i18n/term-label";
import { translator } from "@/i18n/translator";
import { valueNames, valueText } from "@/i18n/value-text";
import { confirmAction } from "./actions";

const NO_NAMES = valueNames({ zones: [], organisations: [] });

/** What a deed makes of an entry, before and after. */
function ends(locale: Locale, { action }: Deed, { outcome, entry }: Planned): [string, string] {
  const t = translator(locale, "bulk");
  if ("skip" in outcome) return ["", t("stays", { why: t(`skip.${outcome.skip}`) })];
  if (action === "publish") return [t("willHide"), t("willPublish")];
  if (action === "unpublish") return [t("willPublish"), t("willHide")];
  if (action === "task") return ["", t("willTask")];
  const { field, before, after } = outcome.change;
  const text = (value: unknown) => valueText(locale, field ?? "", value, NO_NAMES);
  return [entry.verifiedAt === null && action === "verify" ? translator(locale, "admin")("list.never") : text(before), text(after)];
}

async function sentenceOf(locale: Locale, actor: Actor, deed: Deed): Promise<string> {
  const t = translator(locale, "bulk");
  if (deed.action === "add_theme" || deed.action === "remove_theme") return t(`doing.${deed.action}`, { theme: termLabel(locale, "theme", deed.theme) });
  if (deed.action !== "task") return t(`doing.${deed.action}`);
  const who = (await people()).find(({ id }) => id === deed.assigneeId)?.name ?? "";
  return t("doing.task", { text: deed.text, who });
}

/** What will change, entry by entry, and the button that does it. */
export async function BulkPreview({ locale, actor, id, page }: { locale: Locale; actor: Actor; id: string; page: number }) {
  const t = translator(locale, "bulk");
  const preview = await previewOf(actor, id, (entry) => canChangeInBulk(actor, entry), page);
  if (!preview)
    return (
      <Notice>
        <p>
          {t("gone")} <a href={localPath(locale, "/admin")}>{t("back")}</a>
        </p>
      </Notice>
    );
  const { deed, changes, skipped, total, shown } = preview;
  const rows = shown.map((one) => ({ ...one.entry, ends: ends(locale, deed, one) }));
  return (
    <>
      <h2>{await sentenceOf(locale, actor, deed)}</h2>
      <p role="status" className="strong mt-3">
        {t("changes", { count: changes })}
      </p>
      {skipped.map(({ skip, count }) => (
        <p key={skip}>
          {t("skips", { count })} ({t(`skip.${skip}`)}).
        </p>
      ))}
      {changes > 0 ? (
        <form action={confirmAction.bind(null, locale)} className="my-4">
          <input type="hidden" name="apercu" value={id} />
          <p className="field-hint">{t("confirmHint")}</p>
          <p className="form-actions mt-3">
            <button className="btn" type="submit">
              {t("confirm", { count: changes })}
            </button>{" "}
            <a href={localPath(locale, "/admin")}>{t("back")}</a>
          </p>
        </form>
      ) : (
        <p className="my-4">
          <a href={localPath(locale, "/admin")}>{t("back")}</a>
        </p>
      )}
      <Table
        rows={rows}
        keyOf={({ slug }) => slug}
        columns={[
          { head: t("entry"), cell: ({ slug, name }) => <a href={localPath(locale, `/admin/organisations/${slug}`)}>{name}</a> },
          { head: t("before"), cell: ({ ends: [before] }) => before },
          { head: t("after"), cell: ({ ends: [, after] }) => after },
        ]}
      />
      <Pagination
        locale={locale}
        page={page}
        pageCount={Math.ceil(total / BULK_PAGE_SIZE)}
        hrefOf={(next) => localPath(locale, `/admin/lots?apercu=${id}${next > 1 ? `&page=${next}` : ""}`)}
      />
    </>
  );
}
