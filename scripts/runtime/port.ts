import { createServer } from "node:net";
import { Failure } from "./failure.mjs";

const tryPort = (port, host) =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port, host, exclusive: true }, () => {
      const found = server.address().port;
      server.close(() => resolve(found));
    });
  });

/** The port asked for by PORT (3000 without it), checked to be a number and free. */
export async function chosenPort(value = process.env.PORT, host = process.env.HOST) {
  const port = value ? Number(value) : 3000;
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Failure(`PORT is "${value}" but must be a number from 1 to 65535.`);
  try {
    await tryPort(port, host);
  } catch (error) {
    if (error.code === "EADDRINUSE")
      throw new Failure(`Port ${port} is already in use: stop the other program or choose another port, as in PORT=${port + 1} npm start.`);
    if (error.code === "EACCES") throw new Failure(`Port ${port} is not allowed to an ordinary user: choose one above 1023, as in PORT=3000 npm start.`);
    throw new Failure(`Port ${port} cannot be opened${host ? ` on ${host}` : ""} (${error.code ?? error.message}).`);
  }
  return port;
}

/** A free port of this machine. */
export const freePort = (host = "127.0.0.1") => tryPort(0, host);
