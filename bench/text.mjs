// Tables as text.

/** @param {number} share */
export function percent(share) {
  return `${(100 * share).toFixed(0)} %`;
}

/**
 * Rows under each other: the first and the last column to the left, numbers to the right.
 * @param {string[][]} rows
 */
export function columns(rows) {
  const count = rows[0]?.length ?? 0;
  const widths = Array.from({ length: count }, (_, i) =>
    Math.max(...rows.map((row) => row[i]?.length ?? 0)),
  );
  const worded = rows.every((row) => Number.isNaN(Number(row.at(-1) || Number.NaN)));
  const lines = rows.map((row) =>
    row
      .map((cell, i) => {
        const left = i === 0 || (worded && i === count - 1);
        return left ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0);
      })
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}
