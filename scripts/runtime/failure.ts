/** A failure we foresaw: its message is one sentence for the person at the terminal, `details` what a program said. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly details = "",
  ) {
    super(message);
  }
}

const DISK_FULL = /ENOSPC|no space left on device|could not extend file|disk full/i;

/** The sentence for any error: foreseen ones as they are, a full disk in plain words, the rest with their stack. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const details = error instanceof Failure ? error.details.trimEnd() : "";
  if (DISK_FULL.test(`${codeOf(error)}\n${error.message}\n${details}`)) return "The disk is full: free some space and run the command again.";
  if (error instanceof Failure) return details ? `${details}\n\n${error.message}` : error.message;
  return error.stack ?? error.message;
}

/** The code of a system or database error, such as `EADDRINUSE` or `28P01`; empty without one. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
