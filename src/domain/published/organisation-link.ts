import { z } from "zod";
import { slug } from "./text";

/** A link to another organisation of the directory. */
export const organisationLink = z.strictObject({ slug, name: z.string(), acronym: z.string().nullable() });
export type OrganisationLink = z.infer<typeof organisationLink>;
