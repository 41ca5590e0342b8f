/** One piece at a time is made in this process: several large bodies neither take all connections to the database nor the pages' turn. */
let turn: Promise<unknown> = Promise.resolve();
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work);
  turn = mine.catch(() => undefined);
  return mine;
}

/**
 * A body sent piece by piece, each made when the one before was taken: of a large body that is read slowly, one piece is in memory.
 * The first piece is made before the answer begins: what fails at once is then answered as a failure, and not cut off.
 */
export async function streamed(pieces: AsyncGenerator<string>): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  let first: IteratorResult<string> | null = await inTurn(() => pieces.next());
  return new ReadableStream(
    {
      async pull(controller) {
        const piece = first ?? (await inTurn(() => pieces.next()));
        first = null;
        if (piece.done) return controller.close();
        controller.enqueue(encoder.encode(piece.value));
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
