import { z } from "zod";
import { fieldOf, inOwnOrder } from "./fields";
import { INPUT_LIMITS, STAFF_BASES } from "./organisation-input";
import { codeMeant, type ThemeTerm } from "./terms";
import type { Visibility } from "./vocabularies";

const DAY = z.preprocess((value) => (value === "" ? null : value), z.iso.date("not_a_date").nullable());
const theme = z.string("required").transform((value, context) => {
  const meant = codeMeant("theme", value, "staff");
  if (meant !== null) return meant as ThemeTerm;
  context.addIssue({ code: "custom", message: "required" });
  return z.NEVER;
});

/** What can be done to many entries at once. */
const deed = z.discriminatedUnion(
  "action",
  [
    z.object({ action: z.literal("add_theme"), theme, basis: z.enum(STAFF_BASES, "required") }),
    z.object({ action: z.literal("remove_theme"), theme }),
    z.object({ action: z.literal("publish") }),
    z.object({ action: z.literal("unpublish") }),
    z.object({ action: z.literal("verify") }),
    z.object({
      action: z.literal("task"),
      text: z.string("required").trim().min(1, "required").max(INPUT_LIMITS.note, "too_long"),
      assigneeId: z.coerce.number("required").int("required").positive("required"),
      dueOn: DAY,
    }),
  ],
  "required",
);
export type Deed = z.output<typeof deed>;
export const BULK_ACTIONS = ["add_theme", "remove_theme", "publish", "unpublish", "verify", "task"] as const satisfies readonly Deed["action"][];

export type DeedProblem = { control: string; reason: "required" | "too_long" | "not_a_date" };

/** Parses what is to be done, as a form sends it. */
export function parseDeed(given: unknown): { ok: true; deed: Deed } | { ok: false; problems: DeedProblem[] } {
  const parsed = deed.safeParse(given);
  if (parsed.success) return { ok: true, deed: parsed.data };
  return {
    ok: false,
    problems: parsed.error.issues.map(({ path, message }) => ({ control: String(path[0] ?? "action"), reason: message as DeedProblem["reason"] })),
  };
}

/** An entry as an action on many looks at it. */
export type BulkEntry = {
  id: number;
  slug: string;
  name: string;
  visibility: Visibility;
  publishedAt: Date | null;
  /** Archived, or merged into another entry: nothing is done to it. */
  isGone: boolean;
  verifiedAt: Date | null;
  zonePaths: readonly string[];
  themes: ThemeTerm[];
  /** Whether somebody has the same open task already. */
  hasTask: boolean;
};

/** Why an entry is left as it is. */
export const SKIPS = ["forbidden", "is_gone", "has_theme", "lacks_theme", "is_published", "is_hidden", "has_task"] as const;
export type Skip = (typeof SKIPS)[number];

/** What a deed changes of an entry, as the history tells it; a task changes nothing of it. */
export type BulkChange = { field: string | null; before: unknown; after: unknown };
export type Outcome = { skip: Skip } | { change: BulkChange };

/** What a deed does to an entry, or why it does nothing. @param now ISO 8601 */
export function outcomeOf(doing: Deed, entry: BulkEntry, now: string): Outcome {
  const { themes, publishedAt, verifiedAt } = entry;
  const whether = (skipped: boolean, skip: Skip, field: string | null, before: unknown, after: unknown): Outcome =>
    skipped ? { skip } : { change: { field, before, after } };
  if (entry.isGone) return { skip: "is_gone" };
  switch (doing.action) {
    case "add_theme":
      return whether(themes.includes(doing.theme), "has_theme", "themes", themes, inOwnOrder(fieldOf("themes"), [...themes, doing.theme]));
    case "remove_theme":
      return whether(
        !themes.includes(doing.theme),
        "lacks_theme",
        "themes",
        themes,
        themes.filter((one) => one !== doing.theme),
      );
    case "publish":
      return whether(publishedAt !== null, "is_published", null, null, null);
    case "unpublish":
      return whether(publishedAt === null, "is_hidden", null, null, null);
    case "verify":
      return whether(false, "forbidden", "verified_at", verifiedAt?.toISOString() ?? null, now);
    case "task":
      return whether(entry.hasTask, "has_task", null, null, null);
  }
}
