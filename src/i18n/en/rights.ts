import type { RightsMessages } from "../fr/rights";

export const rights: RightsMessages = {
  readOnly: "You can read this entry but not change it",
  why: {
    editor: "Your account edits the entries of its own zones ({zones}). No zone of this organisation lies there.",
    contributor: "Your account proposes changes, which an editor accepts.",
    reader: "Your account reads what is kept for the consortium, and changes nothing.",
  },
  propose: "Propose a change",
  proposeNew: "Propose an organisation",
  read: "Read",
  readOne: "Read {name}",
  restricted: "Kept for the consortium",
  values: "What the entry says",
  zones: "You edit the entries of: {zones}.",
};
