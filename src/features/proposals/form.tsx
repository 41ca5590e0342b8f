import { Field, FieldError } from "@/components/field";
import { Notice } from "@/components/notice";
import { proposePath } from "@/components/propose-path";
import { fieldOf } from "@/domain/fields";
import { NEW_ORGANISATION, PROPOSAL_LIMITS, PROPOSAL_PARTS, SPEAKERS, type ProposalPart, type ProposalProblem, type ProposedName } from "@/domain/proposal";
import type { PublicOrganisation } from "@/domain/published/organisation";
import { codesIn } from "@/domain/terms";
import { fieldLabel } from "@/i18n/field-label";
import { localPath, type Locale } from "@/i18n/locales";
import { termLabel } from "@/i18n/term-label";
import { translator } from "@/i18n/translator";
import { isMore, knownChoices, TRAP } from "./choices";
import { Reach } from "./reach";

type Props = {
  locale: Locale;
  /** The entry and the part of it; null for an organisation that is not in the directory. */
  about: { organisation: PublicOrganisation; part: ProposalPart } | null;
  /** What was typed, when the last answer was refused. */
  typed?: URLSearchParams;
  problems?: readonly ProposalProblem[];
  /** A person of staff proposes: we know who they are. */
  isStaff?: boolean;
};

/** The form by which anybody proposes a correction or an organisation: plain HTML, short, sent to its own address. */
export function ProposalForm({ locale, about, typed, problems = [], isStaff = false }: Props) {
  const t = translator(locale, "proposals");
  const names: readonly ProposedName[] = about ? PROPOSAL_PARTS[about.part] : NEW_ORGANISATION;
  const errorOf = (name: ProposalProblem["name"]): string | undefined => {
    const problem = problems.find((one) => one.name === name);
    if (!problem) return undefined;
    return name === "message" && problem.reason === "required" ? t("problem.nothing") : t(`problem.reasons.${problem.reason}`);
  };
  const required = translator(locale, "site")("required");
  const part = { locale, about, typed, errorOf };
  return (
    <>
      <form method="post" className="form" noValidate>
        {problems.length > 0 ? <Notice kind="error" title={t("problem.title", { count: problems.length })} /> : null}
        {names.map((name) => (
          <Proposed key={name} {...part} name={name} required={!about && name === "name" ? required : undefined} />
        ))}
        <Field id="message" label={t(about ? "message" : "messageNew")} error={errorOf("message")}>
          {(control) => (
            <textarea {...control} className="input" name="message" rows={4} maxLength={PROPOSAL_LIMITS.message} defaultValue={typed?.get("message") ?? ""} />
          )}
        </Field>
        {isStaff ? null : <WhoSpeaks locale={locale} typed={typed} required={required} error={errorOf("speaker")} />}
        <Field id="how" label={t("how")} required={required} error={errorOf("how")}>
          {(control) => <input {...control} className="input" name="how" maxLength={PROPOSAL_LIMITS.how} defaultValue={typed?.get("how") ?? ""} />}
        </Field>
        {isStaff ? null : <HowToReach locale={locale} typed={typed} error={errorOf("reach")} />}
        <p>
          <button className="btn">{t("send")}</button>
        </p>
      </form>
      {about ? <OtherParts locale={locale} slug={about.organisation.slug} part={about.part} isStaff={isStaff} /> : null}
      {isStaff ? null : <Reach locale={locale} about={about?.organisation.name ?? t("title.new")} />}
    </>
  );
}

type Told = Pick<Props, "locale" | "typed"> & { error?: string };

function WhoSpeaks({ locale, typed, required, error }: Told & { required: string }) {
  const t = translator(locale, "proposals");
  return (
    <>
      <h2>{t("you")}</h2>
      <fieldset className="field">
        <legend className="field-label">
          {t("speaker")} <span className="field-required">{required}</span>
        </legend>
        <FieldError id="speaker-error" text={error} />
        {SPEAKERS.map((value) => (
          <label key={value} className="choice">
            <input type="radio" name="speaker" value={value} defaultChecked={typed?.get("speaker") === value} /> <span>{t(`speakerOf.${value}`)}</span>
          </label>
        ))}
      </fieldset>
    </>
  );
}

function HowToReach({ locale, typed, error }: Told) {
  const t = translator(locale, "proposals");
  return (
    <>
      <Field id="reach" label={t("reach")} hint={t("reachHint")} error={error}>
        {(control) => (
          <input {...control} className="input" name="reach" autoComplete="tel" maxLength={PROPOSAL_LIMITS.reach} defaultValue={typed?.get("reach") ?? ""} />
        )}
      </Field>
      {/* Nobody sees it: a robot fills it in. */}
      <p hidden>
        <label>
          {t("trap")} <input name={TRAP} tabIndex={-1} autoComplete="off" />
        </label>
      </p>
    </>
  );
}

type ProposedProps = Pick<Props, "locale" | "about" | "typed"> & {
  name: ProposedName;
  required?: string;
  errorOf: (name: ProposedName) => string | undefined;
};

/** A field: what is known of it to be unticked, and room for more; or one line. */
function Proposed({ locale, about, typed, name, required, errorOf }: ProposedProps) {
  const t = translator(locale, "proposals");
  const label = fieldLabel(locale, name);
  const known = about ? knownChoices(locale, about.organisation, name) : [];
  const field = fieldOf(name);
  if (!field.many) {
    const value = typed ? (typed.get(name) ?? "") : (known[0]?.value ?? "");
    return (
      <Field id={name} label={label} required={required} error={errorOf(name)}>
        {(control) => (
          <input
            {...control}
            className="input"
            name={name}
            defaultValue={value}
            maxLength={PROPOSAL_LIMITS.line}
            inputMode={field.shape === "number" ? "numeric" : undefined}
          />
        )}
      </Field>
    );
  }
  // What an entry says may be chosen, whoever may know of the term otherwise: staff propose of entries that are not public.
  const codes = name === "themes" ? [...new Set([...codesIn("theme", "public"), ...known.map(({ value }) => value)])] : [];
  const choices = name === "themes" ? codes.map((value) => ({ value, label: termLabel(locale, "theme", value) })) : known;
  const isTicked = (value: string) => (typed ? typed.getAll(name).includes(value) : known.some((one) => one.value === value));
  const extra = typed?.getAll(name).filter((value) => !choices.some((choice) => choice.value === value)) ?? [];
  const more = isMore(name) ? t(`more.${name}`) : null;
  return (
    <fieldset className="field">
      <legend className="field-label">{label}</legend>
      <FieldError id={`${name}-error`} text={errorOf(name)} />
      {name !== "themes" && known.length > 0 ? <p className="field-hint">{t("keep")}</p> : null}
      {choices.map((choice) => (
        <label key={choice.value} className="choice">
          <input type="checkbox" name={name} value={choice.value} defaultChecked={isTicked(choice.value)} /> <span>{choice.label}</span>
        </label>
      ))}
      {more ? (
        <Field id={`${name}-more`} label={more}>
          {(control) => <textarea {...control} className="input" name={name} rows={2} defaultValue={extra.join("\n")} />}
        </Field>
      ) : null}
    </fieldset>
  );
}

function OtherParts({ locale, slug, part, isStaff }: { locale: Locale; slug: string; part: ProposalPart; isStaff: boolean }) {
  const t = translator(locale, "proposals");
  return (
    <p className="mt-6">
      {t("otherParts")}{" "}
      {(Object.keys(PROPOSAL_PARTS) as ProposalPart[])
        .filter((other) => other !== part)
        .map((other) => (
          <a
            key={other}
            className="inline-block py-1 pe-4"
            href={isStaff ? localPath(locale, `/admin/proposer?fiche=${slug}&partie=${other}`) : proposePath(locale, slug, other)}
          >
            {t(`part.${other}`)}
          </a>
        ))}
    </p>
  );
}
