// A row of the list of sub-accounts as the sub-account that the rest of NineTray knows. Pure.
// It must not: read anything else out of a row.
import type { Row } from '../../areas/list';
import type { SubAccount } from '../state';

/** The sub-account, without its automatic top-up; null for a row without id or username. */
export function subAccountOf({ key, cells }: Row): SubAccount | null {
  const { username, note, ips, traffic, at, status } = cells;
  if (!/^[1-9]\d{0,15}$/.test(key) || typeof username !== 'string') return null;
  const number = (cell: unknown) => (typeof cell === 'number' ? cell : null);
  return {
    id: Number(key),
    username,
    note: typeof note === 'string' ? note : null,
    ips: number(ips),
    traffic: number(traffic),
    enabled: status === 'enabled' ? true : status === 'disabled' ? false : null,
    createdAt: number(at),
  };
}
