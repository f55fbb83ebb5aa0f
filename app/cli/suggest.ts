// Finds the switch that a mistyped argument was meant to be. Only an argument that close to one of ours is ever repeated in a message:
// anything else may be a key.

/** More changed letters than this are another word. */
const MOST_EDITS = 2;

/** The one of `known` (such as `--json`) that `argument` was meant to be, also without its dashes; null: none is close. */
export function closestSwitch(argument: string, known: Iterable<string>): string | null {
  const name = argument.replace(/^-+/, '').replace(/=.*$/s, '');
  let best: { known: string; edits: number } | null = null;
  for (const one of known) {
    const wanted = one.replace(/^-+/, '');
    if (Math.abs(wanted.length - name.length) > MOST_EDITS) continue;
    const edits = editsBetween(name, wanted);
    // Half of a short word may not be guessed.
    if (edits <= Math.min(MOST_EDITS, Math.floor(wanted.length / 3)) && edits < (best?.edits ?? Infinity))
      best = { known: one, edits };
  }
  return best?.known ?? null;
}

/** How many letters have to be changed, left out, put in, or swapped with their neighbour. */
function editsBetween(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => table[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i += 1)
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
      const row = table[i];
      if (row !== undefined)
        row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (same ? 0 : 1), swapped);
    }
  return at(a.length, b.length);
}
