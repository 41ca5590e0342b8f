import { createServer, type Socket } from "node:net";

export type MailServer = { url: string; /** What arrived, with its headers, as it was sent. */ messages: string[]; close: () => Promise<void> };

/** A relay that speaks as much of SMTP (RFC 5321) as a client needs, on a port of its own. @param refuses what it answers to every recipient */
export async function mailServer(refuses?: string): Promise<MailServer> {
  const messages: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    const say = (line: string) => socket.write(`${line}\r\n`);
    let buffer = "";
    let isData = false;
    say("220 essai ESMTP");
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      buffer += chunk;
      for (;;) {
        const end = isData ? buffer.indexOf("\r\n.\r\n") : buffer.indexOf("\r\n");
        if (end < 0) return;
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + (isData ? 5 : 2));
        if (isData) {
          messages.push(line);
          isData = false;
          say("250 taken");
        } else if (/^EHLO/i.test(line)) say("250 essai");
        else if (/^RCPT/i.test(line) && refuses) say(refuses);
        else if (/^DATA/i.test(line)) {
          isData = true;
          say("354 go on");
        } else if (/^QUIT/i.test(line)) {
          say("221 bye");
          socket.end();
        } else say("250 ok");
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The relay has no port.");
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  return { url: `smtp://127.0.0.1:${address.port}`, messages, close };
}

/** The words of a message, whose accents are in quoted-printable or base64. */
export function wordsOf(message: string): string {
  const [head = "", ...parts] = message.split("\r\n\r\n");
  const body = parts.join("\r\n\r\n");
  if (/base64/i.test(head)) return Buffer.from(body, "base64").toString("utf8");
  const bytes = body.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
