import { xmlText } from "@/lib/xml";

/** An Atom 1.0 feed (RFC 4287), before it is text. Dates are ISO 8601 in UTC; ids are whole addresses or names, links may be paths. */
export type Feed = {
  id: string;
  language: string;
  title: string;
  author: string;
  self: string;
  alternate: string;
  entries: { id: string; title: string; updated: string; alternate: string; summary: string }[];
};

/** A feed must have a date; one without entries has never changed. */
const NEVER = "1970-01-01T00:00:00Z";

/** The document of a feed. It is as new as its newest entry. */
export function atomDocument(feed: Feed): string {
  const updated =
    feed.entries
      .map((entry) => entry.updated)
      .sort()
      .at(-1) ?? NEVER;
  const link = (rel: string, type: string, href: string) => `<link rel="${rel}" type="${type}" href="${xmlText(href)}"/>`;
  const element = (name: string, text: string) => `<${name}>${xmlText(text)}</${name}>`;
  const entries = feed.entries.map((entry) =>
    [
      "<entry>",
      element("id", entry.id),
      element("title", entry.title),
      element("updated", entry.updated),
      link("alternate", "text/html", entry.alternate),
      element("summary", entry.summary),
      "</entry>",
    ].join(""),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(feed.language)}">`,
    element("id", feed.id),
    element("title", feed.title),
    element("updated", updated),
    `<author>${element("name", feed.author)}</author>`,
    link("self", "application/atom+xml", feed.self),
    link("alternate", "text/html", feed.alternate),
    ...entries,
    "</feed>",
    "",
  ].join("\n");
}
