import { FIELD_CODES, type FieldCode } from "./fields";

type Comparable = { id: number; field: FieldCode; language: string | null };

/** What became of a field from one version to another: what was said before beside what is said after, or nothing. */
export type FieldDiff<S> = { field: FieldCode; changes: { before: S | null; after: S | null }[] };

/** All that a statement says, less its number. */
const contentOf = (statement: Comparable): string => JSON.stringify(Object.entries({ ...statement, id: 0 }).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Those of `left` that `right` does not hold as often. */
function beyond<S extends Comparable>(left: readonly S[], right: readonly S[]): S[] {
  const held = new Map<string, number>();
  for (const content of right.map(contentOf)) held.set(content, (held.get(content) ?? 0) + 1);
  return left.filter((statement) => {
    const content = contentOf(statement);
    const count = held.get(content) ?? 0;
    held.set(content, count - 1);
    return count <= 0;
  });
}

/** The fields in which two versions differ: each statement that went, beside the one of its language that came in its place. */
export function diffStatements<S extends Comparable>(before: readonly S[], after: readonly S[]): FieldDiff<S>[] {
  const [gone, come] = [beyond(before, after), beyond(after, before)];
  return FIELD_CODES.flatMap((field) => {
    const left = come.filter((statement) => statement.field === field);
    const pairs = gone
      .filter((statement) => statement.field === field)
      .map((statement) => {
        const match = left.findIndex(({ language }) => language === statement.language);
        return { before: statement as S | null, after: match < 0 ? null : left.splice(match, 1)[0]! };
      });
    const changes = [...pairs, ...left.map((statement) => ({ before: null, after: statement }))];
    return changes.length === 0 ? [] : [{ field, changes }];
  });
}
