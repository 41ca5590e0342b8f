import "server-only";
import { slugify } from "@/domain/fold";
import type { Noun } from "@/domain/nouns";
import type { Db } from "../client";

/** A longer name gives way to the acronym. */
export const LONGEST_FROM_NAME = 60;

/**
 * The slug of a new organisation: of its name, or of its acronym when the name is long; numbered
 * when another has it. It is made once and never changes, because others link to it.
 */
export async function newSlug(tx: Db, { name, acronym }: { name: string; acronym: string | null }): Promise<string> {
  const ofName = slugify(name);
  const base = (ofName.length > LONGEST_FROM_NAME && acronym ? slugify(acronym) : ofName) || slugify(acronym ?? "") || "organisation";
  const beginning = { where: { slug: { startsWith: base } }, select: { slug: true } } as const;
  // An address that led to an entry once leads there for good.
  const [present, former] = [await tx.organisation.findMany(beginning), await tx.redirect.findMany(beginning)];
  const taken = new Set([...present, ...former].map(({ slug }) => slug));
  return firstFree(base, taken);
}

/** The slug of a new entity: of its name, numbered when another of its noun has it. */
export async function newEntitySlug(tx: Db, noun: Noun, name: string): Promise<string> {
  const base = slugify(name) || noun;
  const taken = await tx.entity.findMany({ where: { noun, slug: { startsWith: base } }, select: { slug: true } });
  return firstFree(base, new Set(taken.map(({ slug }) => slug)));
}

/** A slug that nobody has: the base, or the base with a number. */
export function firstFree(base: string, taken: ReadonlySet<string>, between = "-"): string {
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}${between}${number}`)) number += 1;
  return `${base}${between}${number}`;
}
