/** A failure we foresaw: its message is one sentence for the person at the terminal, `details` what a program said. */
export class Failure extends Error {
  constructor(message, details = "") {
    super(message);
    this.details = details;
  }
}

const diskFull = /ENOSPC|no space left on device|could not extend file|disk full/i;

/** The sentence for any error: foreseen ones as they are, a full disk in plain words, the rest with their stack. */
export function explain(error) {
  const text = [error?.code, error?.message, error?.details].filter(Boolean).join("\n");
  if (diskFull.test(text)) return "The disk is full: free some space and run the command again.";
  if (error instanceof Failure) return error.details ? `${error.details.trimEnd()}\n\n${error.message}` : error.message;
  return error?.stack ?? String(error);
}
