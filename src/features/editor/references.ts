import "server-only";
import { currentActor } from "@/auth/actor";
import { canEditSomething } from "@/auth/permissions";
import { ownNames } from "@/data/country/own-names";
import { suggestOrganisations, suggestZones } from "@/data/editing/edit-form";
import type { Locale } from "@/i18n/locales";
import { zoneLevelLabel } from "@/i18n/own-name";
import { referenceLines } from "./kept-values";

const LONGEST = 120;

/** `GET /admin/references?kind=zone&q=kay`: the lines that a typed text may become, for who may edit; 403 for anyone else. */
export async function referencesAnswer(request: Request, locale: Locale): Promise<Response> {
  const actor = await currentActor();
  if (!actor || !canEditSomething(actor)) return Response.json([], { status: 403 });
  const { searchParams } = new URL(request.url);
  const typed = (searchParams.get("q") ?? "").slice(0, LONGEST);
  const zones = searchParams.get("kind") === "zone" ? await suggestZones(actor, typed) : [];
  const organisations = searchParams.get("kind") === "organisation" ? await suggestOrganisations(actor, typed) : [];
  const written = referenceLines({ zones, organisations });
  const names = await ownNames();
  const lines = [
    ...zones.map(({ code, level, parent }) => ({
      value: written.zone(code),
      label: [zoneLevelLabel(locale, { code, level }, names), parent, code].filter(Boolean).join(" · "),
    })),
    ...organisations.map(({ slug }) => ({ value: written.organisation(slug), label: "" })),
  ];
  return Response.json(lines, { headers: { "cache-control": "private, no-store" } });
}
