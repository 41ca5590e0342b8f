import "server-only";
import { Crumbs } from "@/components/crumbs";
import { List } from "@/components/list";
import { PageHead } from "@/components/page-head";
import { refusedParameters } from "@/components/refused-parameters";
import { Table } from "@/components/table";
import { zoneName } from "@/components/organisation-entry";
import { listCommunities } from "@/data/community/communities";
import { zonePlaces } from "@/data/zone/tree";
import { HOME_COUNTRY } from "@/domain/settings";
import { COMPARED, MOST_COMPARED, parseChoice, type Compared } from "@/domain/selection";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { comparedThings, linesOf, type Found, type Line } from "./compared";
import { Missing } from "./selection-page";

const PATH = "/comparer";
/** A form offers as many fields. */
const FIELDS = 3;

/** Things side by side, by their slugs in the address; what may be compared when it names none. */
export async function comparePage(locale: Locale, parameters: Record<string, string[]>) {
  const parsed = COMPARED.map((kind) => ({ kind, choice: parseChoice(kind, parameters[kind], MOST_COMPARED) }));
  const problems = parsed.flatMap(({ choice }) => (choice.ok ? [] : choice.problems));
  if (problems.length > 0) return refusedParameters(locale, PATH, problems);
  const asked = parsed.flatMap(({ kind, choice }) => (choice.ok && choice.slugs.length > 0 ? [{ kind, slugs: choice.slugs }] : []));
  // What is of two kinds does not stand side by side.
  const second = asked[1];
  if (second)
    return refusedParameters(locale, PATH, [
      { parameter: second.kind, value: second.slugs.join(","), reason: "unknown_parameter", accepted: [asked[0]!.kind] },
    ]);
  const t = translator(locale, "selection");
  const found = asked[0] ? await comparedThings(locale, asked[0].kind, asked[0].slugs) : { things: [], missing: [] };
  const names = new Intl.ListFormat(locale, { type: "conjunction" }).format(found.things.map(({ name }) => name));
  if (found.things.length > 1) return { head: { title: t("compared.titleOf", { names }), hidden: true }, body: <SideBySide locale={locale} found={found} /> };
  return { body: <Start locale={locale} found={found} kind={asked[0]?.kind} /> };
}

function SideBySide({ locale, found }: { locale: Locale; found: Found }) {
  const t = translator(locale, "selection");
  const lines = linesOf(found.things);
  return (
    <div className="frame">
      <PageHead crumbs={<Crumbs locale={locale} trail={[{ href: PATH, label: t("compared.title") }]} />} title={t("compared.title")} compact>
        <Missing locale={locale} slugs={found.missing} />
        <p className="source-note">{t("compared.caution")}</p>
      </PageHead>
      <Lines locale={locale} found={found} title={t("compared.differences")} none={t("compared.none")} lines={lines.filter(({ same }) => !same)} />
      <Lines locale={locale} found={found} title={t("compared.same")} none={t("compared.nothing")} lines={lines.filter(({ same }) => same)} />
    </div>
  );
}

function Lines({ locale, found, title, none, lines }: { locale: Locale; found: Found; title: string; none: string; lines: readonly Line[] }) {
  const t = translator(locale, "selection");
  return (
    <section className="section">
      <h2>{title}</h2>
      {lines.length === 0 ? (
        <p className="mt-2">{none}</p>
      ) : (
        <Table
          className="compared mt-2"
          rows={lines}
          keyOf={({ what }) => what}
          columns={[
            { head: t("compared.what"), cell: ({ what }) => what },
            ...found.things.map(({ slug, name, path }, place) => ({
              head: (
                <a key={slug} href={localPath(locale, path)}>
                  {name}
                </a>
              ),
              label: name,
              cell: ({ said }: Line) => <Said locale={locale} values={said[place]!} others={said.filter((_, other) => other !== place)} />,
            })),
          ]}
        />
      )}
    </section>
  );
}

/** The values of one, those that not all others have set apart. */
function Said({ locale, values, others }: { locale: Locale; values: readonly string[]; others: readonly (readonly string[])[] }) {
  if (values.length === 0) return <span className="soft">{translator(locale, "selection")("compared.unknown")}</span>;
  const isShared = (value: string) => others.every((other) => other.includes(value));
  const items = values.map((value) => (values.length === 1 || isShared(value) ? value : <strong key={value}>{value}</strong>));
  return items.length === 1 ? items[0] : <List items={items} />;
}

/** The ways to choose what is compared. */
async function Start({ locale, found, kind }: { locale: Locale; found: Found; kind?: Compared }) {
  const t = translator(locale, "selection");
  const [{ inside }, { communities }] = await Promise.all([zonePlaces(), listCommunities()]);
  const zones = inside(HOME_COUNTRY).map((zone) => ({ slug: zone.slug, name: zoneName(locale, zone) }));
  return (
    <div className="frame">
      <PageHead crumbs={<Crumbs locale={locale} />} title={t("compared.title")} lead={t("compared.lead")}>
        <Missing locale={locale} slugs={found.missing} />
        {kind ? <p className="notice mt-3">{t("compared.two")}</p> : null}
      </PageHead>
      <section className="section prose">
        <h2>{t("compared.organisations")}</h2>
        <p>{t("compared.organisationsText")}</p>
        <p>
          <a className="btn" href={localPath(locale, `/organisations?selection=${found.things.map(({ slug }) => slug).join(",")}`)}>
            {t("begin")}
          </a>
        </p>
      </section>
      <Fields locale={locale} kind="zones" title={t("compared.zones")} options={zones} />
      <Fields locale={locale} kind="communities" title={t("compared.communities")} options={communities} />
    </div>
  );
}

function Fields({ locale, kind, title, options }: { locale: Locale; kind: Compared; title: string; options: readonly { slug: string; name: string }[] }) {
  const t = translator(locale, "selection");
  if (options.length < 2) return null;
  return (
    <section className="section">
      <h2>{title}</h2>
      <form className="compare-fields" action={localPath(locale, PATH)} method="get">
        {Array.from({ length: FIELDS }, (_, index) => (
          <label key={index} className="grid gap-1">
            <span className="field-label">{t("compared.which", { number: index + 1 })}</span>
            <select className="input" name={kind}>
              <option value="">{t("compared.choose")}</option>
              {options.map(({ slug, name }, place) => (
                <option key={slug} value={slug} selected={place === index && index < 2}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ))}
        <button className="btn" type="submit">
          {t("compare")}
        </button>
      </form>
    </section>
  );
}
