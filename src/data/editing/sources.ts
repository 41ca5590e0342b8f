import "server-only";
import { CORRECTION_SOURCE } from "@/domain/organisation-input";
import { CONSORTIUM } from "@/domain/settings";
import type { Db } from "../client";
import { textRows, writeTexts } from "../texts";

/** Whether a source may be cited. That of the consortium's corrections always may: it is made when first used. */
export async function isSource(tx: Db, slug: string): Promise<boolean> {
  return slug === CORRECTION_SOURCE || (await tx.source.count({ where: { slug } })) === 1;
}

const CORRECTION = {
  slug: CORRECTION_SOURCE,
  title: "Correction du consortium",
  publisher: CONSORTIUM.name,
  kind: "correction",
  position: 1000,
};
const NOTE = {
  fr: "Ce que les équipes du consortium ont corrigé ou complété, avec la date de chaque correction.",
  en: "What the consortium’s teams have corrected or added, with the date of each correction.",
};

/** The number of a source, which {@link isSource} accepts. */
export async function correctionSource(tx: Db, slug: string): Promise<number> {
  const kept = await tx.source.findUnique({ where: { slug }, select: { id: true } });
  if (kept) return kept.id;
  if (slug !== CORRECTION_SOURCE) throw new Error(`There is no source ${slug}.`);
  // Two first corrections at once must not both make it.
  const made = await tx.source.createManyAndReturn({ data: [CORRECTION], skipDuplicates: true, select: { id: true } });
  const written = made.map(({ id }) => ({ id, texts: textRows({ note: NOTE }) }));
  await writeTexts(tx, "sourceId", written);
  return (await tx.source.findUniqueOrThrow({ where: { slug }, select: { id: true } })).id;
}
