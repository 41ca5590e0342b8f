// A program of its own: two workers whose pages say which process rendered them. Writes the port that they share, and
// then each address that one begins to render, a line each.
import cluster from "node:cluster";
import { revisionReader } from "../../server/revision";
import { supervise } from "../../server/supervisor";
import { startFront } from "./front-reader";

const say = (line: string | number) => process.stdout.write(`${line}\n`);

class Told extends Array<string> {
  override push(url: string): number {
    say(url);
    return super.push(url);
  }
}

if (cluster.isPrimary) supervise(2);
else {
  const revision = revisionReader(process.env.DATABASE_URL ?? "", () => undefined);
  const front = await startFront({ renders: new Told(), says: `rendered by ${process.pid}`, markUnavailable: () => undefined }, revision.read);
  say(front.port);
  process.on("SIGTERM", () => void front.stop().then(() => process.exit(0)));
}
