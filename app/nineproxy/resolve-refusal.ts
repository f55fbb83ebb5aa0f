// What it means that one operation was refused: the key is dead, or this one thing is not offered to it. The refresher
// decides that a key is dead, by the account's own answer.
import type { NineProxy } from './client';
import { failed, type Problem } from '../model/problem';

/**
 * The problem as it is; but where an operation says that the key is refused, the account is asked, whose own answer alone decides: refused,
 * the key is; answered, this one operation is not offered; not answered at all, 9Proxy declined, and no more is known. `readAgain` lets the
 * figures follow where the key is refused.
 */
export async function resolveRefusal(
  problem: Problem,
  client: Pick<NineProxy, 'readAccount'>,
  readAgain: () => void,
  signal?: AbortSignal,
): Promise<{ ok: false; problem: Problem }> {
  if (problem.kind !== 'key-refused') return failed(problem);
  const account = await client.readAccount({ signal });
  if (account.ok) return failed({ kind: 'not-offered' });
  if (account.problem.kind === 'cancelled') return account;
  if (account.problem.kind !== 'key-refused') return failed({ kind: 'rejected', message: '' });
  readAgain();
  return account;
}
