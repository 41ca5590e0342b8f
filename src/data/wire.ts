import { Socket } from "node:net";

/** How long one statement of a server may run, in milliseconds: PostgreSQL then ends it with 57014. */
export const STATEMENT_LIMIT_MS = 5000;

/** How long a connection may leave a question without a word, in milliseconds. */
const SILENCE_LIMIT_MS = STATEMENT_LIMIT_MS + 1000;

/**
 * A connection that ends when what was sent is not answered: the way to the database may break without a word, and TCP alone
 * notices after a quarter of an hour. One that nobody uses is left alone.
 */
function wire(): Socket {
  const socket = new Socket();
  let answered = 0;
  socket.on("data", () => (answered = socket.bytesWritten));
  socket.setTimeout(SILENCE_LIMIT_MS, () => {
    if (socket.bytesWritten > answered) socket.destroy(Object.assign(new Error("The database does not answer"), { code: "ETIMEDOUT" }));
  });
  return socket;
}

/** How a server connects to a database: nothing that it asks can hang. */
export const boundedConnection = {
  statement_timeout: STATEMENT_LIMIT_MS,
  query_timeout: SILENCE_LIMIT_MS,
  keepAlive: true,
  stream: wire,
};
