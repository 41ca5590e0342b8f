import type { StaffViewsMessages } from "../fr/staff-views";

export const staffViews: StaffViewsMessages = {
  toComplete: "Entries to be completed",
  missing: "missing: {fields}",
  completeness: "Completeness",
  completenessOf: { complete: "complete", incomplete: "to be completed" },
  missingFirst: "to be completed first",
  changedBy: "Last changed by",
  foundIn: "found in: {fields}",
  restricted: "{field} (restricted)",
  members: "Members",
  seeMap: "See these entries on the map",
  map: {
    title: "Map of entries",
    tab: "Map",
    lead: "Every entry that you may see, published or not. This map is never kept: it is counted each time it is shown.",
    defaults: "Unless you choose a state, archived and merged entries do not count.",
    result: "{count, plural, =0 {No entry} one {# entry} other {# entries}}, of which {placed, number} with at least one known zone.",
    areaTitle: "{name}: {count, plural, =0 {no entry} one {# entry} other {# entries}}",
    count: "Entries",
    listOf: "List of entries: {name}",
    none: "no entry",
    empty: "No entry for: {places}.",
    emptyMany: "No entry for {count, number} other places.",
    placesLeft:
      "{count, plural, one {One more place, with fewer entries, is not shown here} other {# more places, with fewer entries, are not shown here}}: choose a zone in the filters.",
    withoutZone: "{count, plural, =0 {All these entries have at least one known zone.} one {# entry has no known zone.} other {# entries have no known zone.}}",
    withoutZoneList: "See the list",
  },
  mail: {
    subject: "{site}: {count, plural, one {a proposal waits} other {# proposals wait}}",
    text: "Hello {name},\n\n{count, plural, one {A proposal waits} other {# proposals wait}} for your decision. The oldest is of {date} ({days, plural, =0 {less than a day} one {# day} other {# days}} ago).\n\n{link}\n\nThis message is sent once a day at most, as long as something waits. It says nothing of the content, which is read on the site.\n",
  },
};
