import "server-only";
import { type Actor, visibilitiesSeenBy } from "@/domain/actor";
import { Prisma } from "../generated/prisma/client";

/** What it depends on what a person may see. */
export type Seer = Pick<Actor, "role" | "seesConfidential">;

/** The condition by which a query finds only what this person may see, of entries or of restricted values. */
export const seenBy = (actor: Seer) => ({ visibility: { in: [...visibilitiesSeenBy(actor)] } });

/** The same in SQL, of the entries called `o`; nothing to look at for who sees everything. */
export const seenEntries = (actor: Seer): Prisma.Sql =>
  visibilitiesSeenBy(actor).includes("confidential") ? Prisma.sql`true` : Prisma.sql`o."visibility" <> 'confidential'`;
