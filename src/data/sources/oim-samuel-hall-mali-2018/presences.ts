import { fold } from "@/domain/fold";
import type { EntityRecord, ImportedStatement, SourceContent } from "../adapter";
import { STUDY_SOURCE } from "./communities";
import type { StudyRow, StudyRows } from "./tables";

/** Where the study lists them. */
const PLACE = "Cartographie des acteurs";

const presenceOf = ({ community, name, organisations }: StudyRow<"actors">): EntityRecord => ({
  noun: "presence",
  slug: [community, ...(organisations.length > 0 ? organisations : fold(name).split(" "))].join("-"),
});

/** The actors of the communities: each is a presence in the zone of its community, with what is said of it there. */
export function presenceContent({ communities, actors }: StudyRows): Pick<SourceContent, "entities" | "statements"> {
  const zones = new Map(communities.map(({ slug, zone }) => [slug, zone]));
  return {
    entities: actors.map(presenceOf),
    statements: () =>
      actors.flatMap((row): ImportedStatement[] => {
        const about = {
          entity: presenceOf(row),
          basis: "stated",
          source: STUDY_SOURCE,
          place: PLACE,
          lineStart: row.line_start,
          lineEnd: row.line_end,
        } as const;
        const one = (field: string, value: string | null): ImportedStatement[] => (value === null ? [] : [{ ...about, words: null, field, value }]);
        const text = (field: "activity" | "strengths" | "weaknesses"): ImportedStatement[] => [
          ...one(field, row[`${field}_fr`]).map((said) => ({ ...said, language: "fr" })),
          ...one(field, row[`${field}_en`]).map((said) => ({ ...said, language: "en", cited: false })),
        ];
        return [
          ...one("name", row.name),
          ...one("zone", zones.get(row.community) ?? null),
          ...row.organisations.flatMap((slug) => one("organisations", slug)),
          ...text("activity"),
          ...text("strengths"),
          ...text("weaknesses"),
          ...one("dimensions", String(row.marks)),
        ];
      }),
  };
}
