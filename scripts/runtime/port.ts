import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { Failure, codeOf } from "./failure";

async function tryPort(port: number, host?: string): Promise<number> {
  const server = createServer().listen({ port, host, exclusive: true });
  await once(server, "listening");
  const { port: found } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return found;
}

/** The port asked for by PORT (3000 without it), checked to be a number and free. */
export async function chosenPort(value = process.env.PORT, host = process.env.HOST): Promise<number> {
  const port = value ? Number(value) : 3000;
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Failure(`PORT is "${value}" but must be a number from 1 to 65535.`);
  try {
    return await tryPort(port, host);
  } catch (error) {
    const code = codeOf(error);
    if (code === "EADDRINUSE")
      throw new Failure(`Port ${port} is already in use: stop the other program or choose another port, as in PORT=${port + 1} npm start.`);
    if (code === "EACCES") throw new Failure(`Port ${port} is not allowed to an ordinary user: choose one above 1023, as in PORT=3000 npm start.`);
    throw new Failure(`Port ${port} cannot be opened${host ? ` on ${host}` : ""} (${code || String(error)}).`);
  }
}

/** A free port of this machine. */
export const freePort = () => tryPort(0, "127.0.0.1");
