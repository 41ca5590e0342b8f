import type { EntityEditorMessages } from "../fr/entity-editor";

/** The pages where staff edit bodies, programmes and the other nouns. */
export const entityEditor: EntityEditorMessages = {
  title: "Bodies, programmes and others",
  lead: "What is no organisation: bodies, programmes, events, sheets, recommendations, findings, presences, value chains.",
  edit: "Change what is said",
  new: "Add: {noun}",
  withdraw: "Take back:",
  add: "Add a value",
  value: "Value",
  french: "In French",
  english: "The same in English",
  added: "added “{value}”",
  withdrawn: "took back “{value}”",
  conflict: "Nothing is lost and nothing is saved yet. Read again what holds now, then save again.",
  hint: {
    zone: "The name or code of a place of the directory.",
    organisation: "The name, acronym or address of an organisation of the directory.",
    entity: "The end of the other record’s address, such as “tokten”.",
    number: "A number, with a point if needed: 1250 or 0.42.",
    time: "A year or a date: 2007, 2007-08, 2007-08-29.",
    website: "An address that begins with https://.",
  },
  done: {
    saved: "Saved. The public sees the change already if the record is published.",
    unchanged: "Nothing changed: nothing was saved.",
    published: "The record is published.",
    unpublished: "The record is no longer published.",
    undone: "The change is undone. The undoing is in the history too.",
    partly: "The change is undone, except for the fields that were changed since: they keep their value.",
    impossible: "This change cannot be undone.",
  },
};
