import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

type Entry = {
  version?: string;
  integrity?: string;
  resolved?: string;
  inBundle?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};

const ROOT = path.resolve(import.meta.dirname, "../..");
const read = <T>(name: string): T => JSON.parse(readFileSync(path.join(ROOT, name), "utf8")) as T;
const { packages } = read<{ packages: Record<string, Entry> }>("package-lock.json");

/** The entry that `name` resolves to for the package at `from`, as Node looks it up: the nearest folder first. */
function resolved(from: string, name: string): Entry | undefined {
  const folders = from.split("/node_modules/");
  for (let depth = folders.length; depth > 0; depth--) {
    const found = packages[`${folders.slice(0, depth).join("/node_modules/")}/node_modules/${name}`];
    if (found) return found;
  }
  return packages[`node_modules/${name}`];
}

const isComplete = (entry: Entry | undefined) => Boolean(entry?.version && entry.integrity);

test("npm ci finds every package of every platform", () => {
  const optional = Object.entries(packages).flatMap(([from, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).map((name) => ({ from, name, complete: isComplete(resolved(from, name)) })),
  );
  expect(optional.length).toBeGreaterThan(100);
  expect(optional.filter(({ complete }) => !complete)).toEqual([]);
});

test("every package has a version and an integrity, and names no registry", () => {
  const listed = Object.entries(packages).filter(([folder, entry]) => folder !== "" && !entry.inBundle);
  expect(listed.filter(([, entry]) => !isComplete(entry)).map(([folder]) => folder)).toEqual([]);
  expect(listed.filter(([, { resolved: address }]) => address !== undefined).map(([folder]) => folder)).toEqual([]);
});

const PLATFORMS = [
  ["linux", "x64", "glibc"],
  ["linux", "x64", "musl"],
  ["linux", "arm64", "glibc"],
  ["linux", "arm64", "musl"],
  ["darwin", "x64", undefined],
  ["darwin", "arm64", undefined],
  ["win32", "x64", undefined],
  ["win32", "arm64", undefined],
] as const;

/** Packages without which nothing builds, by the beginning of the names of their native parts. */
const NATIVE = ["@next/swc-", "@tailwindcss/oxide-", "lightningcss-", "@node-rs/argon2-", "@resvg/resvg-js-", "@rolldown/binding-", "@typescript/typescript-"];

test.each(PLATFORMS)("the native packages of %s %s %s are locked", (os, cpu, libc) => {
  const has = (prefix: string) =>
    Object.entries(packages).some(
      ([folder, entry]) =>
        folder.startsWith(`node_modules/${prefix}`) &&
        entry.os?.includes(os) &&
        entry.cpu?.includes(cpu) &&
        (libc === undefined || !entry.libc || entry.libc.includes(libc)),
    );
  expect(NATIVE.filter((prefix) => !has(prefix))).toEqual([]);
});

test("package.json asks for exact versions, and the lock holds them", () => {
  const { dependencies, devDependencies } = read<Record<"dependencies" | "devDependencies", Record<string, string>>>("package.json");
  const wanted = Object.entries({ ...dependencies, ...devDependencies });
  /** The version of what is asked for under another name, as in `npm:typescript@7.0.2`. */
  const versionIn = (range: string) => range.replace(/^npm:.*@/, "");
  expect(wanted.filter(([name, range]) => packages[`node_modules/${name}`]?.version !== versionIn(range))).toEqual([]);
});
