import type { NetworksMessages } from "../fr/networks";

export const networks: NetworksMessages = {
  title: "Networks",
  lead: "The networks and platforms named by organisations that work on migration in Mali, and what the directory knows of their members.",
  count:
    "{networks, plural, one {# network} other {# networks}}: {national, number} national, {african, number} African, {international, number} international. The documents print the address of a site for {websites, number} of them.",
  informal: "Informal",
  declared: "{count, plural, one {# member declared} other {# members declared}}",
  declaredUnknown: "Number of members not known",
  known: "{count, plural, =0 {no member in the directory} one {# member in the directory} other {# members in the directory}}",
  members: "Known members",
  website: "Site",
  asWritten: "The document, in French: “{text}”",
  federations: "Other federations with known members",
  federationsText: "They are not in the table of networks, but the documents name organisations that they bring together.",
  gap: "{declared, plural, one {# member} other {# members}} declared, {known} named by the documents: the difference is not explained.",
  nested: "Associations within associations",
  nestedText:
    "The document describes a nesting, above all in diasporas: the association of a village often belongs to that of its commune, which belongs to that of its region. Our reading: the same person is thus represented at several scales, and the numbers of members of networks do not add up.",
  nestedSteps: { village: "Village association", commune: "Commune association", region: "Regional association" },
  nestedLabel: "Who is a member of whom",
  memberOf: "member of",
  caution:
    "A member “in the directory” is an organisation that has an entry and whose membership a source states. Zero does not mean that the network has no members.",
  moreMembers: "{count, plural, one {And # more.} other {And # more.}}",
  pageOf: "Networks and federations {from, number} to {to, number} of {count, number}, in the order of the documents, then by known members.",
  searchNetworks: "Search among the networks",
  noneHere: "None on this page.",
  filterList: "List of members",
};
