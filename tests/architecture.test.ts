import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/**
 * Holds the house of the design page: which room may import which. When this fails, move the code
 * to the room that may do what it does; do not widen the table.
 */
const SRC = resolve(import.meta.dirname, "../src");

const ROOMS = ["domain", "search", "i18n", "lib", "data", "auth", "components", "features", "app", "server"] as const;
type Room = (typeof ROOMS)[number];
type Place = Room | "env";

/** Rooms of the house that each room may import, itself included. */
const MAY_IMPORT: Record<Room, readonly Place[]> = {
  domain: ["domain"],
  search: ["search", "domain"],
  i18n: ["i18n", "domain"],
  lib: ["lib", "domain", "env"],
  data: ["data", "domain", "search", "lib", "env"],
  auth: ["auth", "domain", "lib", "env", "data"],
  components: ["components", "domain", "i18n", "lib"],
  features: ["features", "domain", "i18n", "lib", "env", "data", "auth", "components"],
  app: ["app", "features", "components", "auth", "i18n", "domain", "lib"],
  server: ["server", "domain", "i18n", "lib", "env"],
};

/** Packages that a room may not use. */
const FORBIDDEN_PACKAGES: Partial<Record<Room, RegExp>> = {
  domain: /^(?!zod$)/,
  search: /./,
  data: /^(next|react|next-auth|use-intl)(\/|$)/,
  features: /^(@prisma\/|pg$)/,
  app: /^(@prisma\/|pg$)/,
  components: /^(@prisma\/|pg$|next-auth)/,
  auth: /^(@prisma\/|pg$)/,
  lib: /^(@prisma\/|pg$|next-auth|react)/,
  i18n: /^(next|react|@prisma\/|pg$)/,
  server: /^(@prisma\/|next-auth(?!\/jwt$)|react|use-intl)/,
};

const CLIENT_NEVER: readonly Place[] = ["data", "auth", "env"];

type SourceFile = { path: string; room: Room | "root"; feature: string | null; text: string; isClient: boolean; imports: string[] };

function sources(): SourceFile[] {
  // The one room outside src, because it is bundled apart.
  const server = readdirSync(join(SRC, "../server"), { encoding: "utf8" }).map((file) => `../server/${file}`);
  return [...readdirSync(SRC, { recursive: true, encoding: "utf8" }), ...server]
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("data/generated/"))
    .map((file) => {
      const text = readFileSync(join(SRC, file), "utf8");
      const [first = "", second = ""] = file.replace("../", "").split("/");
      const room = (ROOMS as readonly string[]).includes(first) && second !== "" ? (first as Room) : "root";
      return {
        path: file,
        room,
        feature: room === "features" ? second : null,
        text,
        isClient: /^\s*(?:\/\*[\s\S]*?\*\/\s*|\/\/.*\n\s*)*["']use client["']/.test(text),
        imports: ts.preProcessFile(text, true, true).importedFiles.map((imported) => imported.fileName),
      };
    });
}

/** The path below src of an import of ours, or null for a package. */
function ownPath(file: SourceFile, specifier: string): string | null {
  if (specifier.startsWith("@/")) return specifier.slice(2);
  if (!specifier.startsWith(".")) return null;
  return relative(SRC, resolve(SRC, dirname(file.path), specifier)).replace(/^\.\.\//, "");
}

const files = sources();

function faults(check: (file: SourceFile) => string[]): string[] {
  return files.flatMap((file) => check(file).map((fault) => `src/${file.path}: ${fault}`));
}

describe("the house", () => {
  it("has files in every room that is used", () => {
    expect(files.length).toBeGreaterThan(50);
  });

  it("lets each room import only what its row allows", () => {
    expect(
      faults((file) => {
        if (file.room === "root") return [];
        const allowed = MAY_IMPORT[file.room];
        return file.imports.flatMap((specifier) => {
          const path = ownPath(file, specifier);
          if (path === null) return [];
          const target = path.split("/")[0]!;
          if (!(allowed as readonly string[]).includes(target)) return [`${file.room} may not import ${target} (${specifier})`];
          if (path.startsWith("data/generated") && file.room !== "data") return [`only data knows the Prisma client (${specifier})`];
          if (target === "features" && file.room === "features" && path.split("/")[1] !== file.feature) {
            return [`two features meet only in a route (${specifier})`];
          }
          return [];
        });
      }),
    ).toEqual([]);
  });

  it("keeps packages in the rooms they belong to", () => {
    expect(
      faults((file) => {
        const forbidden = file.room === "root" ? undefined : FORBIDDEN_PACKAGES[file.room];
        if (!forbidden) return [];
        return file.imports
          .filter((specifier) => ownPath(file, specifier) === null && forbidden.test(specifier))
          .map((specifier) => `${file.room} may not use the package ${specifier}`);
      }),
    ).toEqual([]);
  });

  it("gives client components neither data, auth nor the environment", () => {
    expect(
      faults((file) =>
        file.isClient
          ? file.imports
              .filter((specifier) => {
                const target = ownPath(file, specifier)?.split("/")[0];
                return target !== undefined && (CLIENT_NEVER as readonly string[]).includes(target);
              })
              .map((specifier) => `a client component may not import ${specifier}`)
          : [],
      ),
    ).toEqual([]);
  });

  // An error boundary runs in the browser: the few sentences of "errors" are the one exception.
  it("ships no catalogue to the phone", () => {
    expect(
      faults((file) =>
        file.isClient
          ? file.imports
              .filter((specifier) => /^i18n\/(catalogues|translator|(fr|en)\/(?!errors$))/.test(ownPath(file, specifier) ?? ""))
              .map((specifier) => `receives its words as props, not from ${specifier}`)
          : [],
      ),
    ).toEqual([]);
  });

  it("reads the environment in env.ts alone", () => {
    expect(
      faults((file) => (file.path !== "env.ts" && /\bprocess\.env\b(?!\.NEXT_RUNTIME\b)/.test(file.text) ? ["reads process.env; ask env.ts"] : [])),
    ).toEqual([]);
  });

  it("writes SQL in data alone", () => {
    expect(faults((file) => (file.room !== "data" && /\$(query|execute)Raw/.test(file.text) ? ["writes SQL"] : []))).toEqual([]);
  });

  // A second country is a folder of src/data/sources; another home country, the settings, the words and the shapes of the map.
  it("keeps one country and one document in its adapter, the settings, the words and the map's shapes", () => {
    expect(
      faults((file) => {
        if (/^(data\/sources\/|i18n\/|components\/territory-map\/|domain\/settings\.ts$)/.test(file.path)) return [];
        const code = file.text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
        const found = code.match(/(["'`])ML(-[\w-]+)?\1|=== (["'`])mali\3|\b(Tableau|Encadré) \d+/g) ?? [];
        return found.map((literal) => `names one country or a table of one document: ${literal}`);
      }),
    ).toEqual([]);
  });

  it("has no barrel and no drawer for everything", () => {
    expect(
      faults((file) => [
        ...(/(^|\/)index\.tsx?$/.test(file.path) ? ["is a barrel: import the file itself"] : []),
        ...(/(^|\/)(utils?|helpers?|misc)(\/|\.tsx?$)/.test(file.path) ? ["needs a name that says what it holds"] : []),
      ]),
    ).toEqual([]);
  });

  it("names no statement, which PgBouncer would prepare on another connection", () => {
    const of = (room: string) => readdirSync(room, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts") && !file.includes("generated"));
    const files = ["src/data", "server"].flatMap((room) => of(room).map((file) => join(room, file)));
    expect(files.filter((file) => /\bquery(?:<[^(]*>)?\(\{[^}]*\bname:/.test(readFileSync(file, "utf8")))).toEqual([]);
  });

  it("splits files before they grow too long", () => {
    expect(faults((file) => (file.text.split("\n").length > 260 && !file.path.startsWith("i18n/") ? ["is longer than 250 lines: split it"] : []))).toEqual([]);
  });

  it("keeps French and English out of everything but the catalogues", () => {
    expect(
      faults((file) => {
        if (file.room === "i18n" || file.room === "domain" || !file.path.endsWith(".tsx")) return [];
        const code = file.text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
        const words = code.match(/>[^<>{}=()]*[A-Za-zÀ-ÿ]{4,}\s+[A-Za-zÀ-ÿ]{2,}[^<>{}=()]*<\//g) ?? [];
        return words.map((found) => `writes a sentence outside the catalogues: ${found.trim().slice(0, 60)}`);
      }),
    ).toEqual([]);
  });
});
