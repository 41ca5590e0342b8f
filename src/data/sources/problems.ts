/** One thing to mend in a file of a source. */
export type ImportProblem = {
  file: string;
  /** The line in the file, the header being line 1; null when the whole file is concerned. */
  row: number | null;
  column: string | null;
  wrong: string;
  remedy: string;
};

/** The files cannot be loaded; every bad row is in `problems`, and the database is as it was. */
export class ImportError extends Error {
  constructor(readonly problems: readonly ImportProblem[]) {
    super(describe(problems));
    this.name = "ImportError";
  }
}

function describe(problems: readonly ImportProblem[]): string {
  const lines = problems.map(({ file, row, column, wrong, remedy }) => {
    const place = [file, row === null ? null : `line ${row}`, column === null ? null : `column ${column}`].filter(Boolean).join(", ");
    return `  ${place}: ${wrong}. ${remedy}`;
  });
  const count = problems.length === 1 ? "1 fault" : `${problems.length} faults`;
  return [`${count} in the files; nothing was loaded.`, ...lines].join("\n");
}
