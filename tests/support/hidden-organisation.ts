import { acceptChangeSet } from "@/data/change/change-set";
import { projectEverything } from "@/data/change/project";
import type { NewStatement } from "@/data/change/statements";
import { database } from "@/data/client";
import { HIDDEN, HIDDEN_THEME, SECRET } from "./exits";

/** By which field an entity of each noun names an organisation. */
const NAMING = { body: "members", programme: "operators", event: "organisers", sheet: "organisations", recommendation: "potential_partners" };

/** Writes, into the cartography, an organisation that every exit would show if it were public, and a restricted contact of another. */
export async function writeHidden(): Promise<void> {
  const db = database();
  const [ame, fecam, aracem, gao, source] = await Promise.all([
    db.organisation.findUniqueOrThrow({ where: { slug: "association-malienne-des-expulses" } }),
    db.organisation.findUniqueOrThrow({ where: { slug: "federation-des-communautes-africaines-au-mali" } }),
    db.organisation.findUniqueOrThrow({ where: { slug: "aracem" } }),
    db.zone.findUniqueOrThrow({ where: { code: "ML-7" } }),
    db.source.findUniqueOrThrow({ where: { slug: "cartographie-osc-mali-2022" } }),
  ]);
  const kayes = await db.zone.findUniqueOrThrow({ where: { slug: "kayes-ville" } });
  const entities = await db.entity.findMany({
    where: { slug: { in: ["mecanisme-de-referencement-national", "tokten", "se-preparer-au-dialogue", "approfondir-les-instruments"] } },
  });
  const label = `Thème de la ${HIDDEN.word}`;
  await db.localTerm.create({ data: { vocabulary: "theme", code: HIDDEN_THEME, fr: label, en: `${label} (en)` } });
  await db.$transaction(async (tx) => {
    const { id } = await tx.organisation.create({
      data: { slug: HIDDEN.slug, name: HIDDEN.name, kind: "cso", visibility: "confidential", publishedAt: new Date() },
    });
    let position = 0;
    const said = (organisationId: number, field: string, value: Partial<NewStatement>): NewStatement => ({
      ...{ organisationId, field, ...value, basis: "stated", sourceId: source.id, place: null, lineStart: null, lineEnd: null },
      ...{ words: HIDDEN.name, saidOn: null, cited: true, position: 100 + (position += 1) },
    });
    const presence = await tx.entity.create({ data: { noun: "presence", slug: `kayes-${HIDDEN.slug}`, position: 9999, publishedAt: new Date() } });
    const restricted = {
      ...said(ame.id, "contacts", { channel: "phone", raw: SECRET, contactState: "ok" }),
      organisationId: ame.id,
      visibility: "confidential" as const,
    };
    await acceptChangeSet(
      tx,
      { author: { importName: "essai" }, action: "imported" },
      {
        items: [
          { organisationId: id, field: null },
          { entityId: presence.id, field: null },
        ],
        statements: [
          { ...said(id, "name", { text: HIDDEN.name }), place: "Tableau 2" },
          said(id, "kind", { code: "cso" }),
          said(id, "typology", { code: "local_organisation" }),
          said(id, "legal_status", { code: "declared" }),
          said(id, "member_count", { number: 12 }),
          said(id, "interviewed", { code: "true" }),
          said(id, "zones", { valueZoneId: gao.id }),
          said(id, "themes", { code: "women_rights" }),
          said(id, "themes", { code: HIDDEN_THEME }),
          said(id, "chains", { code: "mango" }),
          said(id, "chains", { code: "livestock" }),
          said(id, "partner_groups", { code: "research" }),
          said(id, "networks", { valueOrganisationId: fecam.id }),
          said(id, "partners", { valueOrganisationId: aracem.id }),
          said(ame.id, "networks", { valueOrganisationId: id }),
          said(ame.id, "partners", { valueOrganisationId: id }),
          ...entities.map((entity) => ({
            ...said(id, NAMING[entity.noun as keyof typeof NAMING], { valueOrganisationId: id }),
            organisationId: undefined,
            entityId: entity.id,
          })),
          ...[said(id, "name", { text: HIDDEN.name }), said(id, "zone", { valueZoneId: kayes.id }), said(id, "organisations", { valueOrganisationId: id })].map(
            (one) => ({
              ...{ ...one, organisationId: undefined, entityId: presence.id },
            }),
          ),
        ],
        restricted: [restricted],
      },
    );
  });
}

/** Says who may see the organisation, and whether it is published, and shows that at once. */
export async function hide(visibility: "confidential" | "consortium" | "public", published: boolean): Promise<void> {
  const db = database();
  await db.organisation.update({
    where: { slug: HIDDEN.slug },
    data: { visibility, publishedAt: published ? new Date() : null },
  });
  await projectEverything(db);
}
