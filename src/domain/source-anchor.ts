/** Where a transcribed table, or a row of it, stands on the page of its source: "t2", "t2-11". */
export const sourceAnchor = (table: number, row?: number): string => (row === undefined ? `t${table}` : `t${table}-${row}`);
