import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { requireAllowed } from "@/auth/allowed";
import { canManageUsers } from "@/auth/permissions";
import { StaffFrame } from "@/components/staff-frame";
import { referenceNames } from "@/data/editing/edit-form";
import { accountHistory, type AccountChange } from "@/data/user/account-history";
import { type Account, findAccountById } from "@/data/user/accounts";
import { withSecondFactor } from "@/data/user/second-factor";
import { findRights } from "@/data/user/rights";
import { referenceLine } from "@/domain/reference-line";
import type { UserRole } from "@/domain/vocabularies";
import { type Locale, pathsIn } from "@/i18n/locales";
import { formatMoment, labelsOf, translator } from "@/i18n/translator";
import { AccountForm } from "./account-form";
import { stateOf } from "./accounts-page";
import { accountsAction } from "./actions";
import { rightsWords, roleOptions } from "./words";

/** What an administrator may do to the account of somebody else, a button each. */
function actionsOf(locale: Locale, { id, name, role, disabledAt, seesConfidential }: Account, hasFactor: boolean) {
  const t = translator(locale, "accounts");
  if (disabledAt) return [{ value: `reopen ${id}`, label: t("reopen"), title: t("reopenOne", { name }) }];
  const grant = seesConfidential
    ? { value: `ungrant ${id}`, label: t("ungrant"), title: t("ungrantOne", { name }) }
    : { value: `grant ${id}`, label: t("grant"), title: t("grantOne", { name }) };
  const factor = translator(locale, "secondFactor");
  return [
    { value: `reset ${id}`, label: t("reset"), title: t("resetOne", { name }) },
    ...(role === "admin" ? [] : [grant]),
    ...(hasFactor ? [{ value: `drop ${id}`, label: factor("drop"), title: factor("dropOne", { name }) }] : []),
    { value: `close ${id}`, label: t("close"), title: t("closeOne", { name }) },
  ];
}

/** `/admin/comptes/{id}`: what one account may do, and what was done to it. */
export async function AccountPage({ locale, id, signOut }: { locale: Locale; id: string; signOut: ReactNode }) {
  const path = `/admin/comptes/${id}`;
  const actor = await requireAllowed({ toPath: pathsIn(locale), back: path, may: canManageUsers, wanted: "accounts" });
  const account = /^\d{1,9}$/.test(id) ? await findAccountById(Number(id)) : null;
  if (!account) notFound();
  const t = translator(locale, "accounts");
  const [rights, history, factors] = await Promise.all([findRights(account.id), accountHistory(actor, account.id), withSecondFactor()]);
  const names = await referenceNames(actor, [{ zones: rights?.zones, networks: rights?.entries }]);
  const isOwn = account.id === actor.id;
  return (
    <StaffFrame
      locale={locale}
      actor={actor}
      title={account.name}
      lead={`${account.email} · ${labelsOf(locale).role[account.role]} · ${stateOf(locale, account, isOwn, factors.has(account.id))}`}
      tab="/admin/comptes"
      below={[]}
      signOut={signOut}
    >
      {isOwn || !rights ? null : (
        <AccountForm
          actions={actionsOf(locale, account, factors.has(account.id))}
          rights={{
            role: rights.role,
            zones: rights.zones.map((code) => referenceLine(names.zones.find((zone) => zone.code === code)?.name ?? code, code)).join("\n"),
            entries: rights.entries.map((slug) => referenceLine(names.organisations.find((one) => one.slug === slug)?.name ?? slug, slug)).join("\n"),
          }}
          roles={roleOptions(locale)}
          words={{ ...rightsWords(locale), rightsTitle: t("rightsTitle"), save: t("save") }}
          save={`rights ${account.id}`}
          action={accountsAction.bind(null, locale)}
        />
      )}
      <h2>{t("historyTitle")}</h2>
      <ol>
        {history.map((change) => (
          <Change key={change.id} locale={locale} change={change} />
        ))}
      </ol>
    </StaffFrame>
  );
}

function Change({ locale, change: { at, who, items } }: { locale: Locale; change: AccountChange }) {
  const t = translator(locale, "accounts");
  const said = ({ field, after }: AccountChange["items"][number]): string => {
    const key = `changeOf.${field}` as "changeOf.role";
    if (!t.has(key)) return field ?? "";
    const value =
      field === "role" ? labelsOf(locale).role[after as UserRole] : Array.isArray(after) ? after.join(", ") || t("nothing") : String(after ?? "nothing");
    return t(key, { value });
  };
  return (
    <li className="section py-3">
      <p>
        <span className="strong">{items.map(said).join(" · ")}</span> {translator(locale, "changes")("history.by", { who, when: formatMoment(locale, at) })}
      </p>
    </li>
  );
}
