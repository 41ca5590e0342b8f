/**
 * A body sent piece by piece, so that a large one is never whole in memory. The first piece is made
 * before the answer begins: what fails at once is then answered as a failure, and not cut off.
 */
export async function streamed(pieces: AsyncGenerator<string>): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  let next = await pieces.next();
  return new ReadableStream({
    async pull(controller) {
      if (next.done) return controller.close();
      controller.enqueue(encoder.encode(next.value));
      next = await pieces.next();
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
