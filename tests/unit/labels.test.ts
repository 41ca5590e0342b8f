import { describe, expect, it } from "vitest";
import { catalogues } from "@/i18n/catalogues";

/** Every sentence of a catalogue with its path. */
function sentences(node: unknown, path: string): [string, string][] {
  if (typeof node === "string") return [[path, node]];
  return Object.entries(node as object).flatMap(([key, value]) => sentences(value, path ? `${path}.${key}` : key));
}

const fr = sentences(catalogues.fr, "");
const en = sentences(catalogues.en, "");

describe("the catalogues", () => {
  it("leave nothing empty in either language", () => {
    expect([...fr, ...en].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("use the same arguments in both languages", () => {
    // An argument is "{name}" or "{name, kind, …}"; a branch of a plural starts with "{" too, but not so.
    const namesOf = (text: string) => [...new Set(text.match(/(?<!(?:one|other|=\d+) )\{\w+(?=[,}])/g) ?? [])].sort();
    const english = new Map(en);
    expect(fr.filter(([path, text]) => namesOf(text).join() !== namesOf(english.get(path) ?? "").join()).map(([path]) => path)).toEqual([]);
  });

  it("put a no-break space before French double punctuation and inside guillemets", () => {
    expect(fr.filter(([, text]) => / [:;?!»]|« /.test(text)).map(([path]) => path)).toEqual([]);
    expect(catalogues.fr.errors.parameter.unknown_value).toContain("«\u00a0{value}\u00a0»");
  });

  it("write French apostrophes curled", () => {
    expect(fr.filter(([, text]) => /\p{L}'\p{L}/u.test(text))).toEqual([]);
  });
});
