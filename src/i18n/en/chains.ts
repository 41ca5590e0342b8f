import type { ChainsMessages } from "../fr/chains";

export const chains: ChainsMessages = {
  title: "Value chains",
  lead: "The value chains in which return migrants could work, the communities to which a study of 2018 links them, and who could be a partner.",
  any: { chain: "All value chains", community: "All communities", kind: "All kinds of actor" },
  find: "Find partners",
  found: "{count, plural, =0 {No possible partner} one {# possible partner} other {# possible partners}}",
  nobody: "No document names a partner for this choice. Remove a criterion, or choose another value chain.",
  present: "Named by a source in {place}",
  noneThere: "None of these partners is named there.",
  elsewhere: "Other partners of these value chains",
  elsewhereLead: "The study’s table does not say in which community each of them works.",
  inList: "{count, plural, one {See it in the list} other {The # in the list, to filter and download}}",
  matrix: "Which value chain, where",
  matrixLead: "The study preselected nine value chains by community. Its summary table and its first recommendation name others: each place gives its lines.",
  none: "None",
  groups: "Possible partners by field",
  groupsLead: "Those that the study sorts into nine groups at national level. It does not say that they are partners already.",
};
