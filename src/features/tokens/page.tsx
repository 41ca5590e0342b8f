import type { ReactNode } from "react";
import { requireActor } from "@/auth/actor";
import { canManageUsers } from "@/auth/permissions";
import { StaffFrame } from "@/components/staff-frame";
import { isNotAbove, listTokens, TOKEN_DAYS } from "@/data/user/api-tokens";
import { USER_ROLES } from "@/domain/vocabularies";
import { type Locale, pathsIn } from "@/i18n/locales";
import { formatDate, formatMoment, labelsOf, translator } from "@/i18n/translator";
import { publicOrigin } from "@/lib/http/origin";
import { tokensAction } from "./actions";
import { TokensForm } from "./tokens-form";

/** `/admin/jetons`: one's own tokens; for administrators those of everybody. */
export async function TokensPage({ locale, signOut }: { locale: Locale; signOut: ReactNode }) {
  const actor = await requireActor(pathsIn(locale), "/admin/jetons");
  const t = translator(locale, "tokens");
  const { role: roleLabels } = labelsOf(locale);
  const tokens = await listTokens(canManageUsers(actor) ? null : actor.id);
  return (
    <StaffFrame
      locale={locale}
      actor={actor}

      title={t("title")}
      lead={t("lead")}
      tab="/admin/jetons"
      signOut={signOut}
    >
      <TokensForm
        rows={tokens.map(({ id, name, role, owner, endsAt, usedAt }) => ({
          ...{ id, name, role: roleLabels[role], owner: owner.name, ends: formatDate(locale, endsAt.toISOString()) },
          ...{ used: usedAt ? formatMoment(locale, usedAt) : t("never"), endTitle: t("endOne", { name }) },
        }))}
        roles={USER_ROLES.filter((role) => isNotAbove(role, actor.role))
          .toReversed()
          .map((value) => ({ value, label: roleLabels[value] }))}
        usualDays={TOKEN_DAYS.usual}
        address={`${publicOrigin()}/admin/api/v1/organisations`}
        words={{
          ...{ name: t("name"), role: t("role"), owner: t("owner"), ends: t("ends"), used: t("used"), action: t("action"), end: t("end"), days: t("days") },
          ...{ new: t("new"), make: t("make"), how: t("how"), none: t("none"), failed: t("failed") },
        }}
        action={tokensAction.bind(null, locale)}
      />
    </StaffFrame>
  );
}
