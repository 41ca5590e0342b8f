import type { ReactNode } from "react";
import { requireAllowed } from "@/auth/allowed";
import { canManageUsers } from "@/auth/permissions";
import { StaffFrame } from "@/components/staff-frame";
import { Table } from "@/components/table";
import { type Account, listAccounts } from "@/data/user/accounts";
import { rolesWithSecondFactor, withSecondFactor } from "@/data/user/second-factor";
import { type Locale, localPath, pathsIn } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";
import { accountsAction } from "./actions";
import { DemandForm } from "./demand-form";
import { NewAccountForm } from "./new-account-form";
import { rightsWords, roleOptions } from "./words";

/** Whether an account is open, and what else holds of it, in words. */
export function stateOf(locale: Locale, { disabledAt, mustChange, seesConfidential, role }: Account, isOwn: boolean, hasFactor: boolean): string {
  const t = translator(locale, "accounts");
  // Administrators see it anyway.
  const granted = seesConfidential && role !== "admin";
  return [
    t(disabledAt ? "closed" : "open"),
    mustChange ? t("mustChange") : "",
    granted ? t("granted") : "",
    hasFactor ? translator(locale, "secondFactor")("has") : "",
    isOwn ? t("you") : "",
  ]
    .filter(Boolean)
    .join(", ");
}

/** `/admin/comptes`, for administrators. */
export async function AccountsPage({ locale, signOut }: { locale: Locale; signOut: ReactNode }) {
  const actor = await requireAllowed({ toPath: pathsIn(locale), back: "/admin/comptes", may: canManageUsers, wanted: "accounts" });
  const t = translator(locale, "accounts");
  const [accounts, factors, demanded] = await Promise.all([listAccounts(), withSecondFactor(), rolesWithSecondFactor()]);
  const factor = translator(locale, "secondFactor");
  return (
    <StaffFrame locale={locale} actor={actor} title={t("title")} lead={t("lead")} tab="/admin/comptes" signOut={signOut}>
      <div className="my-5">
        <Table
          rows={accounts}
          keyOf={({ id }) => id}
          columns={[
            {
              head: t("name"),
              cell: ({ id, name }) => (
                <a href={localPath(locale, `/admin/comptes/${id}`)} aria-label={t("manageOne", { name })}>
                  {name}
                </a>
              ),
            },
            { head: t("email"), className: "break-all", cell: ({ email }) => email },
            { head: t("role"), cell: ({ role }) => labelsOf(locale).role[role] },
            { head: t("state"), cell: (account) => stateOf(locale, account, account.id === actor.id, factors.has(account.id)) },
          ]}
        />
      </div>
      <NewAccountForm
        roles={roleOptions(locale)}
        words={{ ...rightsWords(locale), name: t("name"), email: t("email"), newTitle: t("newTitle"), create: t("create") }}
        action={accountsAction.bind(null, locale)}
      />
      <DemandForm
        roles={roleOptions(locale).map((role) => ({ ...role, isDemanded: demanded.some((one) => one === role.value) }))}
        words={{ demand: factor("demand"), lead: factor("demandLead"), save: factor("demandSave") }}
        action={accountsAction.bind(null, locale)}
      />
    </StaffFrame>
  );
}
