import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import postcss from "postcss";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/**
 * Holds docs/decisions/0016-styling.md. When this fails, give the thing a class in the style sheet of its place, or take
 * the class that is there; do not widen the list of utilities.
 */
const SRC = resolve(import.meta.dirname, "../../src");
const read = (file: string) => readFileSync(join(SRC, file), "utf8");
const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) => !file.startsWith("data/"));

/** Tailwind's, for the room around one thing and the flow of what is in it, in steps of the scale. */
const UTILITY = new RegExp(
  `^(?:(?:sm|md|lg|max-sm):)?(?:${[
    "[mp][trblxyse]?-\\d+(?:\\.5)?",
    "gap(?:-[xy])?-\\d+(?:\\.5)?",
    "flex|flex-wrap|grid|grid-cols-\\d|col-span-\\d|block|inline-block|contents",
    "(?:items|justify)-(?:baseline|center|between|end)",
    "list-(?:disc|decimal)|whitespace-nowrap|wrap-anywhere|break-all|overflow-x-auto|w-full|sr-only",
  ].join("|")})$`,
);

/** Classes of the style sheets; Leaflet's own are not ours. */
function definedClasses(): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of files.filter((name) => name.endsWith(".css"))) {
    postcss.parse(read(file)).walkRules(({ selector }) => {
      for (const [, name] of selector.matchAll(/\.([a-z][\w-]*)/g)) if (!name!.startsWith("leaflet")) found.set(name!, file);
    });
  }
  return found;
}

type Written = { file: string; words: string[]; beginnings: string[]; inClass: boolean; fixedStyle: boolean };

/** Every text of the code, as words; a word that goes on with a computed value is a beginning ("tone-"). */
function writtenIn(file: string): Written[] {
  const found: Written[] = [];
  const visit = (node: ts.Node, inClass: boolean, inStyle: boolean): void => {
    const text = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node) ? node.text : null;
    if (text !== null || (inStyle && ts.isNumericLiteral(node))) {
      const goesOn = (ts.isTemplateHead(node) || ts.isTemplateMiddle(node)) && /\S$/.test(text ?? "");
      const words = (text ?? "").split(/\s+/).filter(Boolean);
      const beginnings = goesOn ? words.splice(-1) : [];
      const whole = ts.isStringLiteralLike(node) || ts.isNumericLiteral(node);
      found.push({ file, words, beginnings, inClass, fixedStyle: inStyle && whole && ts.isPropertyAssignment(node.parent) });
    }
    // What is compared chooses a class and is none; what completes one is known by its beginning.
    const compares = ts.isBinaryExpression(node) && /^[!=]==$/.test(node.operatorToken.getText());
    const completes = (child: ts.Node) =>
      ts.isTemplateSpan(node) && child === node.expression && /[^\s{`]\$\{$/.test(child.getSourceFile().text.slice(0, child.getStart()));
    const isNamed = ts.isJsxAttribute(node) || ts.isPropertyAssignment(node) || ts.isBindingElement(node);
    const name = isNamed ? node.name.getText() : ts.isBinaryExpression(node) ? (/\.(className)$/.exec(node.left.getText())?.[1] ?? "") : "";
    const ofElement = ts.isJsxAttribute(node) && /^[a-z]/.test(node.parent.parent.tagName.getText());
    const isClass = /^(?:class|className|rowClass)$/.test(name) || (inClass && !compares);
    ts.forEachChild(node, (child) => visit(child, isClass && !completes(child), inStyle || (ofElement && name === "style")));
  };
  visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true), false, false);
  return found;
}

const defined = definedClasses();
const written = files.filter((name) => /\.tsx?$/.test(name)).flatMap(writtenIn);

describe("a class of a component", () => {
  it("is one of our style sheets, or a utility of room and flow", () => {
    const unknown = written
      .filter(({ file, inClass }) => inClass && file.endsWith(".tsx"))
      .flatMap(({ file, words, beginnings }) => [
        ...words.filter((word) => !defined.has(word) && !UTILITY.test(word)).map((word) => `src/${file}: ${word}`),
        ...beginnings.filter((start) => ![...defined.keys()].some((name) => name.startsWith(start))).map((start) => `src/${file}: ${start}…`),
      ]);
    expect(unknown).toEqual([]);
  });

  it("is used, when a style sheet has it", () => {
    const classes = written.filter(({ inClass }) => inClass);
    const words = new Set(classes.flatMap((text) => text.words));
    const beginnings = [...new Set(classes.flatMap((text) => text.beginnings))];
    const isUsed = (name: string) => words.has(name) || beginnings.some((start) => name.startsWith(start));
    expect([...defined].filter(([name]) => !isUsed(name)).map(([name, file]) => `src/${file}: .${name}`)).toEqual([]);
  });
});

describe("a style of an element", () => {
  it("is computed: what does not change is a class", () => {
    expect(written.filter(({ fixedStyle }) => fixedStyle).map(({ file, words }) => `src/${file}: style ${words.join(" ")}`)).toEqual([]);
  });
});
