// A program of its own: a front and two workers, whose pages say which process rendered them. Writes the port of each front that listens, and
// each address that a worker begins to render, a line each.
import { markUnavailable } from "@/lib/request-outcome";
import { endOnSignal } from "../../server/ending";
import { revisionReader } from "../../server/revision";
import { roleOf, supervise } from "../../server/supervisor";
import { answerFront } from "../../server/worker";
import { sharedAmong } from "../../server/workers";
import { listenBefore, madeUpApplication } from "./front-reader";

const say = (line: string | number) => process.stdout.write(`${line}\n`);

class Told extends Array<string> {
  override push(url: string): number {
    say(url);
    return super.push(url);
  }
}

const role = roleOf(process.argv);
const known = role?.name === "worker" && role.takesLong ? ", who knows that this takes long" : "";
const state = () => ({ renders: new Told(), says: `rendered by ${process.pid}${known}`, markUnavailable });

if (role === null) supervise(2);
else if (role.name === "worker") {
  const worker = await answerFront(madeUpApplication(state()), role.socket, () => undefined);
  endOnSignal(worker, async () => undefined, { isSupervised: true });
} else {
  const revision = revisionReader(process.env.DATABASE_URL ?? "", () => undefined);
  const front = await listenBefore(sharedAmong(role.sockets), revision.read, { workers: 2 });
  say(front.port);
  endOnSignal(front, async () => undefined, { isSupervised: true });
}
role?.ready();
