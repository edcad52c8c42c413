/** The changes of an experiment, as the link says them: `step:name=value` joined by `;`. */

/** What was changed at each step, as the link says it. */
export function changesOf(changes: string): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (const piece of changes.split(';')) {
    const [, step, what = ''] = /^(\d+):(.*)$/.exec(piece) ?? [];
    if (step === undefined) continue;
    const before = found.get(Number(step)) ?? [];
    found.set(Number(step), [...before, what]);
  }
  return found;
}
