import type { HomeMessages } from "../fr/home";

export const home: HomeMessages = {
  title: "Who works on migration in Mali, where, and with whom",
  lead: "This directory brings together the civil society organisations and networks that support migrants, diasporas and returnees in Mali. It starts from a published mapping, and everything in it says where it comes from.",
  examples: "For example:",
  figures: {
    title: "What the sources say",
    mapped: "organisations mapped",
    networks: "national, African and international networks",
    interviewed: "organisations interviewed",
    registered: "local organisations on the register in 2017, and {ngos} NGOs, according to the CADB",
    entries: "The directory holds {count, plural, one {# organisation} other {# organisations}} and networks today.",
    all: "All published figures",
  },
  ways: {
    title: "Ways in",
    typology: "By typology",
    zone: "By region",
    theme: "By theme",
    map: "See the map",
  },
  trust: {
    title: "Why you can trust it",
    cited:
      "Each value cites its source: the document, the table, the line and the date. It says whether the document speaks of this organisation or of its typology, or whether the value is inferred.",
    contradictions: "When two sources disagree, both are shown side by side.",
    unknown: "What is not known stays empty. An entry that nobody has verified says so.",
    open: "Everything can be downloaded, and every list has an address that can be cited.",
    sources: "Read the sources",
    data: "Download the data",
    about: "Who stands behind this directory",
  },
};
