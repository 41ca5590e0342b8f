import { cpSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { spawnSync } from "node:child_process";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkWritable } from "../../scripts/runtime/data-home";
import { checkSettings } from "../../scripts/runtime/settings";
import { isWholeBuild } from "../../scripts/runtime/whole-build";

const ROOT = path.resolve(import.meta.dirname, "../..");
const settings = (given: Record<string, string>) => () => checkSettings(given as unknown as NodeJS.ProcessEnv);

describe("a start with wrong settings", () => {
  it.each([
    [{ PUBLIC_URL: "foo" }, /^PUBLIC_URL must be an address that begins with http/],
    [{ PUBLIC_URL: "javascript:alert(1)" }, /^PUBLIC_URL must be an address/],
    [{ NEXTAUTH_SECRET: "short" }, /^NEXTAUTH_SECRET must have at least 32 characters: correct it/],
    [{ WORKERS: "many" }, /^WORKERS must be a number/],
    [{ LOG_LEVEL: "loud" }, /^LOG_LEVEL must be debug/],
    [{ DATABASE_REPLICA_URLS: "replica" }, /^DATABASE_REPLICA_URLS must be addresses/],
  ])("%o says what is wrong, and not its value", (given, sentence) => {
    expect(settings(given)).toThrow(sentence);
    expect(settings({ NEXTAUTH_SECRET: "a-secret-of-mine" })).not.toThrow(/of-mine/);
  });

  it("goes on with none, and with good ones", () => {
    expect(settings({})).not.toThrow();
    expect(settings({ PUBLIC_URL: "https://annuaire.example.org", NEXTAUTH_SECRET: "", WORKERS: "2" })).not.toThrow();
  });

  it.each([
    ["scripts/start.mjs", { PUBLIC_URL: "foo" }, "PUBLIC_URL must be"],
    ["scripts/start.mjs", { NEXTAUTH_SECRET: "short" }, "NEXTAUTH_SECRET must have"],
    ["deploy/serve.mjs", { PUBLIC_URL: "foo", NEXTAUTH_SECRET: "x".repeat(32), DATABASE_URL: "postgresql://a@127.0.0.1:1/none" }, "PUBLIC_URL must be"],
  ])("%s ends with one sentence and a code", { timeout: 30_000 }, (program, given, sentence) => {
    const { status, stderr } = spawnSync(process.execPath, [program], { cwd: ROOT, env: { ...process.env, PORT: "39411", ...given }, encoding: "utf8" });
    expect(status).toBe(1);
    expect(stderr.trim().split("\n")).toEqual([expect.stringContaining(sentence)]);
  });
});

describe("a folder", () => {
  // Root may write everywhere: the system's answer is made up.
  it.each([
    ["EACCES", /may not write to the folder .*: start as its owner/],
    ["EROFS", /on a disk that can only be read: put the checkout/],
  ])("that may not be written to (%s) is named, with the remedy", (code, sentence) => {
    const refuse = () => {
      throw Object.assign(new Error(code), { code });
    };
    expect(() => checkWritable([tmpdir()], refuse)).toThrow(sentence);
  });

  it("that may be written to, or is not there yet, is no fault", () => {
    expect(() => checkWritable([tmpdir(), "/no/such/folder"])).not.toThrow();
  });
});

describe("a build", () => {
  let folder: string;
  const put = (file: string, content: unknown) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), typeof content === "string" ? content : JSON.stringify(content));
  };
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "build-"));
    put("required-server-files.json", { files: [".next/BUILD_ID", ".next/routes-manifest.json"] });
    put("server/app-paths-manifest.json", { "/page": "app/page.js" });
    put("BUILD_ID", "essai");
    put("routes-manifest.json", {});
    put("server/app/page.js", "1");
    put("front/main.mjs", "1");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("that has all its files is whole", () => expect(isWholeBuild(folder)).toBe(true));

  it.each(["required-server-files.json", "BUILD_ID", "routes-manifest.json", "server/app/page.js", "front/main.mjs", "server/app-paths-manifest.json"])(
    "without %s is not, nor with an empty one",
    (file) => {
      const copy = `${folder}-copy`;
      cpSync(folder, copy, { recursive: true });
      truncateSync(path.join(copy, file));
      expect(isWholeBuild(copy)).toBe(false);
      rmSync(path.join(copy, file));
      expect(isWholeBuild(copy)).toBe(false);
      rmSync(copy, { recursive: true });
    },
  );

  it("with a manifest that was cut short is not", () => {
    put("routes-manifest.json", '{"version": 3, "rou');
    expect(isWholeBuild(folder)).toBe(false);
  });
});
