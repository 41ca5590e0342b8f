import { visibilitiesSeenBy } from "@/domain/actor";
import { RIGHTS, type Reach, type Right } from "@/domain/rights";
import { USER_ROLES, VISIBILITIES } from "@/domain/vocabularies";

/** The rights in the words of the README; those that are about no entry are held or not. */
export const RIGHT_WORDS: Record<Right, { text: string; ofEntries: boolean }> = {
  read: { text: "read entries, published or not, their restricted values and their history", ofEntries: true },
  edit: { text: "change an entry, undo a change", ofEntries: true },
  create: { text: "make an entry", ofEntries: true },
  publish: { text: "publish an entry, withdraw it, archive it, merge it with another, vouch that it was verified, say who may see it", ofEntries: true },
  propose: { text: "write a proposal, which waits for an editor", ofEntries: true },
  decide: { text: "decide on a proposal", ofEntries: true },
  erase: { text: "erase for good what an entry formerly said", ofEntries: true },
  others: { text: "change bodies, programmes, figures and the like, and the sources that are cited", ofEntries: false },
  vocabularies: { text: "add terms and places to those of the mapping, call them otherwise, merge and remove them", ofEntries: false },
  accounts: { text: "open and close accounts, and say what they may do", ofEntries: false },
};

const REACH_WORDS: Record<Reach, [ofEntries: string, ofOthers: string]> = {
  all: ["every entry", "yes"],
  zones: ["those of their zones", "unless limited to zones"],
  given: ["those given singly", "–"],
  none: ["–", "–"],
};

/** The two tables under "Who may do what", as the README has them. */
export function whoMayTables(): string {
  const head = ["Administrator", "Editor", "Contributor", "Reader"];
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rights = (Object.keys(RIGHTS) as Right[]).map((right) => {
    const { text, ofEntries } = RIGHT_WORDS[right];
    return row([text, ...USER_ROLES.map((role) => REACH_WORDS[RIGHTS[right][role]][ofEntries ? 0 : 1])]);
  });
  const seen = VISIBILITIES.map((visibility) => {
    const cell = (role: (typeof USER_ROLES)[number]) => {
      const [always, granted] = [false, true].map((seesConfidential) => visibilitiesSeenBy({ role, seesConfidential }).includes(visibility));
      return always ? "yes" : granted ? "when an administrator grants it" : "–";
    };
    return row([`\`${visibility}\``, ...USER_ROLES.map(cell)]);
  });
  const table = (first: string, rows: readonly string[]) => [row([first, ...head]), `|${"---|".repeat(head.length + 1)}`, ...rows].join("\n");
  return `${table("May", rights)}\n\n${table("Sees, of entries and of values", seen)}`;
}
