import { createElement as h, Fragment, useState, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { staticMarkup } from "@/components/static-markup";

const SAMPLES: Record<string, ReactNode> = {
  "texts and numbers": h("p", null, '<b> & "d\'accord"', 3, 0, null, undefined, false, true, ["a", ["b"]]),
  attributes: h(
    "a",
    { className: 'a"b', href: "/x?a=1&b=2", tabIndex: -1, "aria-current": false, "aria-hidden": true, "data-on": false, title: undefined },
    "x",
  ),
  "a label and its field": h("label", { htmlFor: "q" }, h("input", { id: "q", type: "search", autoComplete: "off", maxLength: 5, disabled: false })),
  "a text of several lines": h("textarea", { name: "q", rows: 3, defaultValue: "\n<a> & b\nc" }),
  "an open fold": h("details", { open: true }, h("summary", null, "x")),
  "a table": h("table", null, h("tbody", null, h("tr", null, h("td", { colSpan: 2 }, "x")))),
  "a picture": h("svg", { viewBox: "0 0 1 1" }, h("pattern", { patternUnits: "userSpaceOnUse" }), h("path", { d: "M0 0v8" })),
  "a style": h("span", { style: { inlineSize: "3%" } }),
  "raw HTML": h("script", { type: "application/ld+json", dangerouslySetInnerHTML: { __html: '{"a":"<"}' } }),
  "components and fragments": h(({ name }: { name: string }) => h(Fragment, null, "Bonjour ", h("i", null, name)), { name: "Awa & co" }),
  nothing: null,
};

describe("a page as a string", () => {
  it.each(Object.keys(SAMPLES))("is what React writes: %s", async (name) => {
    // React writes some attribute names in the case of JavaScript; HTML knows no case.
    const plain = (html: string) => html.replace(/ (maxLength|autoComplete|colSpan)=/g, (found) => found.toLowerCase());
    expect(plain(await staticMarkup(SAMPLES[name]))).toBe(plain(renderToStaticMarkup(SAMPLES[name])));
  });

  it("ticks a box and fills a field as the page is served", async () => {
    const box = h("input", { type: "checkbox", name: "theme", value: "a", defaultChecked: true, disabled: true });
    expect(await staticMarkup(box)).toBe('<input type="checkbox" name="theme" value="a" checked="" disabled=""/>');
    expect(await staticMarkup(h("input", { name: "q", defaultValue: '"<a>' }))).toBe('<input name="q" value="&quot;&lt;a&gt;"/>');
  });

  it("waits for components that read something, and keeps the order", async () => {
    const Late = async ({ ms }: { ms: number }) => {
      await new Promise((resolve) => setTimeout(resolve, ms));
      return h("b", null, ms);
    };
    const page = h("p", null, "a", h(Late as never, { ms: 6 }), "b", h(Late as never, { ms: 1 }), "c");
    expect(await staticMarkup(page)).toBe("<p>a<b>6</b>b<b>1</b>c</p>");
  });

  it("fails with what a component throws", async () => {
    const Broken = async () => Promise.reject(new Error("no database"));
    await expect(staticMarkup(h(Broken as never))).rejects.toThrow("no database");
  });

  it.each(["javascript:alert(1)", " JAVASCRIPT:alert(1)", "java\nscript:alert(1)"])("gives no link to %s", async (href) => {
    expect(await staticMarkup(h("a", { href }, "x"))).toBe("<a>x</a>");
  });

  it("refuses what only works in a browser with React", async () => {
    const Counting = () => h("p", null, useState(0)[0]);
    const client = Object.assign(() => null, { $$typeof: Symbol.for("react.client.reference") });
    for (const node of [h("button", { onClick: () => {} }), h("select", { defaultValue: "a" }), h(client), h(Counting), { any: "object" } as never]) {
      await expect(staticMarkup(node)).rejects.toThrow();
    }
  });
});
