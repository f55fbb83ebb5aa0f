// A row of the list of sub-accounts, as the sub-account that the rest of NineTray knows. Pure.
import type { Row } from '../../model/lists/list-description';
import { nameById } from '../../nineproxy/resources/sub-accounts';
import type { SubAccount } from '../../model/state/app-state';

/** The sub-account, without its automatic top-up; null for a row without id. */
export function subAccountOf({ key, cells }: Row): SubAccount | null {
  const { username, note, ips, traffic, at, status } = cells;
  if (!/^[1-9]\d{0,15}$/.test(key)) return null;
  const id = Number(key);
  const number = (cell: unknown) => (typeof cell === 'number' ? cell : null);
  return {
    id,
    username: typeof username === 'string' ? username : nameById(id),
    note: typeof note === 'string' ? note : null,
    ips: number(ips),
    traffic: number(traffic),
    enabled: status === 'enabled' ? true : status === 'disabled' ? false : null,
    createdAt: number(at),
  };
}
