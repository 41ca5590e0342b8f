import type { ReactNode } from "react";
import { requireAllowed } from "@/auth/allowed";
import { canManageUsers } from "@/auth/permissions";
import { StaffFrame } from "@/components/staff-frame";
import { type Account, listAccounts } from "@/data/user/accounts";
import type { Actor } from "@/domain/actor";
import { localPath, type Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";
import { AccountsForm, type AccountRow } from "./accounts-form";
import { accountsAction } from "./actions";

function rowOf(locale: Locale, actor: Actor, { id, name, email, role, disabledAt, mustChange, seesConfidential }: Account): AccountRow {
  const t = translator(locale, "accounts");
  const own = id === actor.id;
  // Administrators see it anyway.
  const granted = seesConfidential && role !== "admin";
  const grant = granted
    ? { value: `ungrant ${id}`, label: t("ungrant"), title: t("ungrantOne", { name }) }
    : { value: `grant ${id}`, label: t("grant"), title: t("grantOne", { name }) };
  const state = [t(disabledAt ? "closed" : "open"), mustChange ? t("mustChange") : "", granted ? t("granted") : "", own ? t("you") : ""];
  const actions = disabledAt
    ? [{ value: `reopen ${id}`, label: t("reopen"), title: t("reopenOne", { name }) }]
    : [
        { value: `reset ${id}`, label: t("reset"), title: t("resetOne", { name }) },
        ...(role === "admin" ? [] : [grant]),
        { value: `close ${id}`, label: t("close"), title: t("closeOne", { name }) },
      ];
  return { id, name, email, role: labelsOf(locale).role[role], state: state.filter(Boolean).join(", "), actions: own ? [] : actions };
}

/** `/admin/comptes`, for administrators. */
export async function AccountsPage({ locale, signOut }: { locale: Locale; signOut: ReactNode }) {
  const actor = await requireAllowed({ toPath: (path) => localPath(locale, path), back: "/admin/comptes", may: canManageUsers, wanted: "accounts" });
  const t = translator(locale, "accounts");
  const accounts = await listAccounts();
  return (
    <StaffFrame
      locale={locale}
      actor={actor}
      accounts
      title={t("title")}
      lead={t("lead")}
      tab="/admin/comptes"
      trail={[{ href: "/admin", label: translator(locale, "admin")("title") }]}
      signOut={signOut}
    >
      <AccountsForm
        rows={accounts.map((account) => rowOf(locale, actor, account))}
        roles={Object.entries(labelsOf(locale).role).map(([value, label]) => ({ value, label }))}
        words={{
          name: t("name"),
          email: t("email"),
          role: t("role"),
          state: t("state"),
          actions: t("actions"),
          newTitle: t("newTitle"),
          create: t("create"),
        }}
        action={accountsAction.bind(null, locale)}
      />
    </StaffFrame>
  );
}
