import { z } from "zod";
import { NOUNS } from "../nouns";
import { slug } from "./text";

/** A body, a programme… as others name it; `nameEn` where the name is ours to say in each language. */
export const entityLink = z.strictObject({ noun: z.enum(NOUNS), slug, name: z.string(), nameEn: z.string().nullable() });
export type EntityLink = z.infer<typeof entityLink>;
