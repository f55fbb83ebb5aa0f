// Sub-accounts with their own limits are found by name: when a read brings one under another name, that becomes its
// name. Pure.
import type { Settings } from '../../model/settings';
import type { Known } from './judge';

type BySubAccount = Settings['alerts']['bySubAccount'];

/** The settings with the names as they were read; null where none is another. `account`: the id of the account in view. */
export function renamed(settings: BySubAccount, account: number, rows: Known['rows']): BySubAccount | null {
  const own = Object.entries(settings[String(account)] ?? {});
  const names = own.map(([id, marks]) => rows.get(Number(id))?.username ?? marks.username);
  if (own.every(([, { username }], at) => names[at] === username)) return null;
  const next = own.map(([id, marks], at) => [id, { ...marks, username: names[at] ?? marks.username }] as const);
  return { ...settings, [String(account)]: Object.fromEntries(next) };
}
