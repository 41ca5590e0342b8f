import { exportedEntries } from "@/data/editing/staff-export";
import { referenceNames } from "@/data/editing/edit-form";
import { idsForStaff, idsOfSlugs } from "@/data/editing/staff-list";
import { saveOrganisation } from "@/data/editing/save";
import type { Actor } from "@/domain/actor";
import { staffColumns } from "@/features/editor/export-columns";
import type { Locale } from "@/i18n/locales";
import { organisationInput } from "./factories";

/** The file of staff, as rows of cells, the heads first. @param slugs every entry without them */
export async function exported(actor: Actor, locale: Locale, slugs?: readonly string[]): Promise<string[][]> {
  const columns = staffColumns(locale);
  const rows = [columns.map(({ head }) => head)];
  const ids = slugs ? await idsOfSlugs(actor, slugs) : await idsForStaff(actor, { q: "", page: 1 });
  for await (const entries of exportedEntries(actor, ids)) {
    const names = await referenceNames(
      actor,
      entries.map(({ fields }) => fields),
    );
    rows.push(...entries.map((entry) => columns.map(({ cell }) => cell(entry, names))));
  }
  return rows;
}

const contact = (channel: string, raw: string, state = "ok") => ({ channel, raw, state });

/** Made-up entries with what a spreadsheet may take for something else: figures, dates, formulas, lines, spaces. */
const HARD: readonly Record<string, unknown>[] = [
  { name: "Essai 007", acronym: "007", founded_year: 1999, member_count: 1200, contacts: [contact("phone", "+22320790001"), contact("phone", "20 79 00 02")] },
  { name: "=ESSAI(1;2)", alias: ["1/2", "2020-05", "Essai | barre", "-Essai", "+Essai", "@essai"], life: "active", interviewed: true },
  {
    name: "Essai « aux guillemets », \"droits\" et 'courbes'",
    description_fr: 'Première ligne ; avec point-virgule.\n\nTroisième ligne, "citée".\n\tEt une tabulation.',
    description_en: "  TRUE  \n1E5",
    interviewed: false,
  },
  { name: "Essai des lieux", zones: ["ML-1", "ML-BKO"], themes: ["women_rights", "child_rights"], partner_classes: ["charities"], needs: ["associative_life"] },
  {
    name: "Essai des liens",
    kind: "network",
    networks: ["essai-007"],
    partners: ["essai-des-lieux"],
    identifiers: ["0012/MATCL-DNAT", "12-05-2008", "1E10"],
    contacts: [
      contact("address", "Rue 12, porte 05"),
      contact("email", "essai@example.org"),
      contact("website", "www.essai.example"),
      contact("facebook", "None", "none"),
    ],
  },
  { name: "VRAI essai", perimeter: "local", perimeter_scale: "village", budget_tier: "low", legal_status: "declared", problems: ["#N/A", "12 %", "10:30"] },
];

/** Makes the hard entries, always the same. @returns their slugs */
export async function makeHardRegister(actor: Actor): Promise<string[]> {
  const slugs: string[] = [];
  for (const fields of HARD) {
    const saved = await saveOrganisation(actor, null, organisationInput(fields));
    if (!saved.ok) throw new Error(JSON.stringify(saved));
    slugs.push(saved.slug);
  }
  return slugs;
}
