// Rows that main answered again stay the same objects where nothing of them changed, so that they are not drawn again. Pure.
import type { SubAccountRow } from '../../../app/model/state/sub-account-row';

/** The rows, each as it is among `known` where that one is equal. */
export function asKnown(rows: readonly SubAccountRow[], known: readonly SubAccountRow[]): SubAccountRow[] {
  const byId = new Map(known.map((row) => [row.id, row] as const));
  return rows.map((row) => {
    const before = byId.get(row.id);
    return before !== undefined && JSON.stringify(before) === JSON.stringify(row) ? before : row;
  });
}
