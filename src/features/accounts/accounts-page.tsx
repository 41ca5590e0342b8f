import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { requireActor } from "@/auth/actor";
import { canManageUsers } from "@/auth/permissions";
import { noteRefusal } from "@/auth/refusals";
import { StaffFrame } from "@/components/staff-frame";
import { type Account, listAccounts } from "@/data/user/accounts";
import type { Actor } from "@/domain/actor";
import { localPath, type Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";
import { AccountsForm, type AccountRow } from "./accounts-form";
import { accountsAction } from "./actions";

function rowOf(locale: Locale, actor: Actor, { id, name, email, role, disabledAt, mustChange, seesConfidential }: Account): AccountRow {
  const t = translator(locale, "admin");
  const own = id === actor.id;
  // Administrators see it anyway.
  const granted = seesConfidential && role !== "admin";
  const grant = granted
    ? { value: `ungrant ${id}`, label: t("account.ungrant"), title: t("account.ungrantOne", { name }) }
    : { value: `grant ${id}`, label: t("account.grant"), title: t("account.grantOne", { name }) };
  const state = [
    t(disabledAt ? "account.closed" : "account.open"),
    mustChange ? t("account.mustChange") : "",
    granted ? t("account.granted") : "",
    own ? t("account.you") : "",
  ];
  const actions = disabledAt
    ? [{ value: `reopen ${id}`, label: t("account.reopen"), title: t("account.reopenOne", { name }) }]
    : [
        { value: `reset ${id}`, label: t("account.reset"), title: t("account.resetOne", { name }) },
        ...(role === "admin" ? [] : [grant]),
        { value: `close ${id}`, label: t("account.close"), title: t("account.closeOne", { name }) },
      ];
  return { id, name, email, role: labelsOf(locale).role[role], state: state.filter(Boolean).join(", "), actions: own ? [] : actions };
}

/** `/admin/comptes`, for administrators. */
export async function AccountsPage({ locale, signOut }: { locale: Locale; signOut: ReactNode }) {
  const actor = await requireActor((path) => localPath(locale, path), "/admin/comptes");
  if (!canManageUsers(actor)) {
    await noteRefusal(actor, "accounts");
    redirect(localPath(locale, "/admin"));
  }
  const t = translator(locale, "admin");
  const accounts = await listAccounts();
  return (
    <StaffFrame
      locale={locale}
      actor={actor}
      accounts
      title={t("account.title")}
      lead={t("account.lead")}
      tab="/admin/comptes"
      trail={[{ href: "/admin", label: t("title") }]}
      signOut={signOut}
    >
      <AccountsForm
        rows={accounts.map((account) => rowOf(locale, actor, account))}
        roles={Object.entries(labelsOf(locale).role).map(([value, label]) => ({ value, label }))}
        words={{
          name: t("account.name"),
          email: t("account.email"),
          role: t("account.role"),
          state: t("account.state"),
          actions: t("account.actions"),
          newTitle: t("account.newTitle"),
          create: t("account.create"),
        }}
        action={accountsAction.bind(null, locale)}
      />
    </StaffFrame>
  );
}
