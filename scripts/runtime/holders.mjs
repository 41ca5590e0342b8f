// Several commands may share one embedded database: each leaves a file while it needs it, the last one out stops it.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { join } from "node:path";
import { Failure } from "./failure.mjs";

/** When a process began, where the system tells it: a number taken over by another process is then noticed. */
function birthOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").pop().split(" ")[19];
  } catch {
    return "";
  }
}

export function isAlive(pid, birth) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  return !birth || birthOf(pid) === birth;
}

const readHolder = (file) => {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
};

/** The living processes that hold this home: `[{ pid, task }]`, ourselves included. Leftovers are removed. */
export function holders(home) {
  const folder = join(home, "holders");
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder).flatMap((name) => {
    const file = join(folder, name);
    const holder = readHolder(file);
    if (holder && isAlive(holder.pid, holder.birth)) return [holder];
    rmSync(file, { force: true });
    return [];
  });
}

const ownFile = (home) => join(home, "holders", String(process.pid));

/** Says that this process needs the database, and for what (`serve`, `develop`, `command`). */
export function hold(home, task) {
  mkdirSync(join(home, "holders"), { recursive: true });
  writeFileSync(ownFile(home), JSON.stringify({ pid: process.pid, birth: birthOf(process.pid), task }));
}

/** Says that it no longer does. True when nobody else does either. */
export function release(home) {
  rmSync(ownFile(home), { force: true });
  return holders(home).length === 0;
}

/** Runs `work` while no other process starts or stops the same database. */
export async function alone(home, work) {
  const file = join(home, "lock");
  const deadline = Date.now() + 90_000;
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) }), { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const owner = readHolder(file);
    if (owner && !isAlive(owner.pid, owner.birth)) rmSync(file, { force: true });
    else if (Date.now() > deadline) throw new Failure(`Another command is starting or stopping the database; if none is, remove ${file}.`);
    else await pause(100);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}
