import "server-only";
import { CORRECTION_SOURCE } from "@/domain/organisation-input";
import type { Db } from "../client";

/** Whether a source may be cited. That of the consortium's corrections always may: it is made when first used. */
export async function isSource(tx: Db, slug: string): Promise<boolean> {
  return slug === CORRECTION_SOURCE || (await tx.source.count({ where: { slug } })) === 1;
}

const CORRECTION = {
  slug: CORRECTION_SOURCE,
  title: "Correction du consortium",
  publisher: "Consortium",
  kind: "correction",
  noteFr: "Ce que les équipes du consortium ont corrigé ou complété, avec la date de chaque correction.",
  noteEn: "What the consortium’s teams have corrected or added, with the date of each correction.",
  position: 1000,
};

/** The number of a source, which {@link isSource} accepts. */
export async function correctionSource(tx: Db, slug: string): Promise<number> {
  if (slug === CORRECTION_SOURCE) {
    // Two first corrections at once must not both make it.
    await tx.source.createMany({ data: [CORRECTION], skipDuplicates: true });
  }
  return (await tx.source.findUniqueOrThrow({ where: { slug }, select: { id: true } })).id;
}
