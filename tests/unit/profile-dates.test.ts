import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { informationDate } from "@/components/information-date";
import { staticMarkup } from "@/components/static-markup";
import type { PublicOrganisation } from "@/domain/published/organisation";
import type { PublicCitation } from "@/domain/published/statement";
import { Contradictions } from "@/features/profile/contradictions";
import { Corrections } from "@/features/profile/corrections";

/** A document says it, but for what is given. */
const cites = (field: PublicCitation["field"], value: string | null, more: Partial<PublicCitation> = {}): PublicCitation => ({
  ...{ field, value, text: null, basis: "stated", source: "essai-document", sourceTitle: "Document d’essai", sourcePublishedOn: "2022" },
  ...{
    table: "Tableau 2",
    lineStart: 411,
    lineEnd: 411,
    since: null,
    until: null,
    saidOn: null,
    correctedOn: null,
    anchor: null,
    agrees: true,
    replaced: false,
  },
  ...more,
});
const corrected = (on: string): Partial<PublicCitation> => ({
  ...{ source: "correction-consortium", sourceTitle: "Correction du consortium", sourcePublishedOn: null, table: null, lineStart: null, lineEnd: null },
  ...{ saidOn: "2026-03-01", correctedOn: on },
});
const former = { agrees: false, replaced: true };
const organisation = { zones: [], partners: [], networks: [], contacts: [] } as unknown as PublicOrganisation;

const words = (html: string) =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
const shown = async (...citations: PublicCitation[]) => staticMarkup(createElement(Corrections, { locale: "fr", organisation, citations }));
const contradicted = async (...citations: PublicCitation[]) => staticMarkup(createElement(Contradictions, { locale: "fr", organisation, citations }));

type VerificationTold = PublicOrganisation["verification"];

describe("the date of an entry", () => {
  it("is first that of its information, then what people did about it", () => {
    const said = (correctedOn: string | null, verification: VerificationTold, informationYear: number | null = 2022) =>
      informationDate("fr", { informationYear, correctedOn, verification });
    expect(said(null, null)).toBe("Information de 2022");
    expect(said("2026-03-03", null)).toBe("Information de 2022, corrigée le 3 mars 2026");
    expect(said("2026-03-03", { on: "2026-04-05", how: null, changedSince: false })).toBe(
      "Information de 2022, corrigée le 3 mars 2026, vérifiée le 5 avril 2026",
    );
    expect(said(null, { on: "2026-04-05", how: "call", changedSince: true })).toBe(
      "Information de 2022, vérifiée le 5 avril 2026 par un appel, avant la dernière modification",
    );
    expect(said(null, null, null)).toBe("Information sans date");
    expect(informationDate("en", { informationYear: 2022, correctedOn: "2026-03-03", verification: null })).toBe(
      "Information from 2022, corrected on 3 March 2026",
    );
  });
});

describe("a correction by the consortium", () => {
  const document = cites("founded_year", "1996", former);
  const now = cites("founded_year", "1998", corrected("2026-03-03"));

  it("strikes the former value through, gives the new one, who and when, and is no contradiction", async () => {
    const html = await shown(document, now);
    expect(html).toMatch(/<del>1996<\/del>.*<ins>1998<\/ins>/);
    expect(words(html)).toBe(
      "Corrigé : Année de création Avant : 1996 Maintenant : 1998 Par le consortium, le 3 mars 2026. Auparavant, d’après : Tableau 2, l. 411.",
    );
    expect(await contradicted(document, now)).toBe("");
  });

  it("keeps the correction that a later one replaced, with the day of the later one", async () => {
    const html = await shown(document, { ...now, ...former }, cites("founded_year", "1999", corrected("2026-04-05")));
    expect(html).toMatch(/<del>1996<\/del>.*<del>1998<\/del>.*<ins>1999<\/ins>/);
    expect(words(html)).toContain("le 5 avril 2026");
  });

  it("that adds to what a document says is told as such", async () => {
    const html = await shown(cites("themes", "youth_support"), cites("themes", "child_rights", corrected("2026-03-03")));
    expect(words(html)).toMatch(/^Complété : Thèmes/);
    expect(html).not.toContain("<del>");
  });

  it("is none when the documents say the same, or none speaks of the field", async () => {
    expect(await shown(cites("founded_year", "1998"), now)).toBe("");
    expect(await shown(now)).toBe("");
  });

  it("leaves a contradiction between documents as it is", async () => {
    const two = [cites("founded_year", "1996", { agrees: false }), cites("founded_year", "1997", { agrees: false, table: "Tableau 6" })];
    expect(await shown(...two)).toBe("");
    expect(words(await contradicted(...two))).toContain("Les sources se contredisent");
  });
});
