// Reads one sub-account, although 9Proxy can only be searched by name.
import type { SubAccount } from '../../model/state/app-state';
import type { NineProxy } from '../../nineproxy/client';
import { findSubAccounts } from './find-sub-accounts';

/** The row; `gone` where the vendor no longer has it; null where it was not found or could not be read. */
export async function readSubAccount(
  client: Pick<NineProxy, 'listSubAccounts'>,
  wanted: { id: number; username: string },
): Promise<SubAccount | 'gone' | null> {
  let row: SubAccount | null = null;
  const missing = await findSubAccounts([wanted], {
    async readPage(query) {
      const answer = await client.listSubAccounts(query);
      return answer.ok ? answer.value : null;
    },
    found: (found) => (row = found),
    asked: () => undefined,
  });
  return missing?.[0]?.why === 'gone' ? 'gone' : row;
}
