import type { EntitiesMessages } from "../fr/entities";

export const entities: EntitiesMessages = {
  bodies: {
    title: "Bodies of dialogue",
    lead: "The frameworks, committees, groups and mechanisms where migration in Mali is talked about: who convenes them, who sits in them, what they deal with, and how we know.",
    count: "{count, plural, =0 {No body} one {# body} other {# bodies}}",
    otherScope: "Scale unknown",
  },
  programmes: {
    title: "Programmes",
    lead: "The programmes, projects and tools that the documents name: who funds them, who runs them, when, where and with what result.",
    count: "{count, plural, =0 {No programme} one {# programme} other {# programmes}}",
    events: "Meetings and events",
  },
  sheets: {
    title: "Experience",
    lead: "Experience sheets to read, print and cite: what actors tried, what they drew from it, what they have yet to solve. Retold in our words, with the lines.",
    count: "{count, plural, =0 {No sheet} one {# sheet} other {# sheets}}",
    cite: "Cite this sheet",
    citation: "“{title}”, {site}, after {source} ({date}). {url}, accessed {today}.",
  },
  onThisPage: "On this page",
  information: "Information of {year}",
  undated: "Undated information",
  about: "about",
  moreThan: "more than",
  since: "since {since}",
  until: "until {until}",
  between: "from {since} to {until}",
  open: "The source does not name all of them.",
  inferred: "named after the source",
  disagree: "The sources do not say the same.",
  partners: "Potential partners:",
  links: {
    body: "Bodies",
    programme: "Programmes",
    event: "Events",
    sheet: "Experience sheets",
    recommendation: "Recommendations that name it",
    chain: "Value chains",
    finding: "Findings",
  },
};
