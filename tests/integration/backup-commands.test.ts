import { mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lastBackup } from "@/data/backup/last";
import { database } from "@/data/client";
import type { Actor } from "@/domain/actor";
import { backupCommand } from "../../scripts/backup/commands";
import { datedName, lengthOfTime, removeOld } from "../../scripts/backup/keep";
import { writeBackup } from "../../scripts/backup/write";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "backups-"));
  file = path.join(folder, "essai.backup");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("backups beside the site", () => {
  it("are noted for administrators", async () => {
    const actor = {} as Actor;
    const reach = async () => ({ url: process.env.DATABASE_URL!, stop: async () => {} });
    await database().backup.deleteMany();
    expect(await lastBackup(actor)).toBeNull();
    expect(await backupCommand([file], reach)).toBe(0);
    expect(await lastBackup(actor)).toMatchObject({ days: 0 });
    await expect(backupCommand([file], reach)).rejects.toThrow(/already/);
    await expect(backupCommand([path.join(folder, "no/where")], reach)).rejects.toThrow(/cannot be written/);
    await expect(backupCommand([file, "--every", "soon"], reach)).rejects.toThrow(/--every is "soon"/);
    await expect(backupCommand([file, "--every", "1h", "--keep", "0"], reach)).rejects.toThrow(/--keep is "0"/);
    await expect(backupCommand([], reach)).rejects.toThrow(/Say where to/);
    expect(readdirSync(folder)).toEqual(["essai.backup"]);
  });

  it("are named by their moment; the oldest of ours go, and nothing else", async () => {
    expect([lengthOfTime("24h"), lengthOfTime("30m"), lengthOfTime("0h"), lengthOfTime("25d"), lengthOfTime("1 h")]).toEqual([
      86_400_000,
      1_800_000,
      null,
      null,
      null,
    ]);
    const names = [1, 2, 3].map((day) => datedName(file, new Date(Date.UTC(2024, 0, day))));
    expect(path.basename(names[0]!)).toBe("essai-2024-01-01T00-00-00Z.backup");
    await writeBackup(process.env.DATABASE_URL!, names[0]!);
    for (const name of names.slice(1)) writeFileSync(name, readFileSync(names[0]!));
    const others = ["essai-2023-01-01T00-00-00Z.backup", "essai-2020.backup", "autre-2020-01-01T00-00-00Z.backup"];
    for (const other of others) writeFileSync(path.join(folder, other), "mine");
    const [killed, beingWritten] = ["essai-2024-01-02T00-00-00Z.backup.17.part", "essai-2026-01-02T00-00-00Z.backup.18.part"] as const;
    for (const part of [killed, beingWritten]) writeFileSync(path.join(folder, part), "half");
    utimesSync(path.join(folder, killed), new Date("2024-01-02"), new Date("2024-01-02"));
    expect(await removeOld(file, 2)).toEqual([killed, "essai-2024-01-01T00-00-00Z.backup"]);
    expect(readdirSync(folder).sort()).toEqual([...others, beingWritten, ...names.slice(1).map((name) => path.basename(name))].sort());
  });
});
