import { connect, createServer, type AddressInfo, type Socket } from "node:net";

export type Relay = {
  /** The given address, by way of the relay. */
  url: string;
  /** Ends every connection and refuses new ones, as a server does that was killed. */
  cut(): Promise<void>;
  /** Lets nothing through, and ends nothing: as a machine that hangs. */
  freeze(): void;
  /** Freezes as soon as these words have passed to the database: it hears them, and nobody hears what it says. */
  freezeAfter(words: string): void;
  /** As in the beginning. */
  mend(): Promise<void>;
};

/** A way to a database that a test may break. */
export async function relayTo(databaseUrl: string): Promise<Relay> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let frozen = false;
  let last: string | null = null;
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
  };
  const server = createServer((near) => {
    const far = connect(Number(target.port || 5432), target.hostname);
    for (const socket of [near, far]) keep(socket);
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy());
    near.on("data", (data) => {
      if (frozen) return;
      far.write(data);
      if (last !== null && data.includes(last)) frozen = true;
    });
    far.on("data", (data) => !frozen && near.write(data));
  });
  const listen = (port: number) => new Promise<void>((resolve) => void server.listen(port, "127.0.0.1", resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String(port);
  const end = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: url.href,
    cut: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        end();
      }),
    freeze: () => void (frozen = true),
    freezeAfter: (words) => void (last = words),
    mend: async () => {
      if (frozen) end();
      frozen = false;
      last = null;
      if (!server.listening) await listen(port);
    },
  };
}
