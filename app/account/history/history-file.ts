// history.json: the record of balances on disk, including what older versions wrote. history.ts thins it.
import { productionAddress } from '../../settings/address';
import { type Document, openDocument } from '../../settings/document/document';
import type { JsonObject, ProfileFiles } from '../../settings/files/profile-files';
import { type History, historySchema } from './history';
import { ownerAt } from '../../model/state/account-id';

/** Opens it. `originOf`: the address at which an account of that id was last read, where it is known. */
export function openHistory(options: {
  files: ProfileFiles;
  now: () => number;
  originOf(id: string): string | undefined;
}): Document<History> {
  const { files, now, originOf } = options;
  return openDocument<History>({
    files,
    now,
    name: 'history',
    version: 2,
    migrate: (content) => byAddress(content, originOf),
    schema: historySchema,
    defaults: { accounts: {} },
    backup: true,
  });
}

/** Version 1 went by the account's id alone, though equal ids at two addresses are two accounts. */
function byAddress(content: JsonObject, originOf: (id: string) => string | undefined): unknown {
  const { accounts } = content;
  if (typeof accounts !== 'object' || accounts === null || Array.isArray(accounts)) return content;
  const moved = Object.entries(accounts).map(([id, samples]): [string, unknown] => [
    ownerAt(originOf(id) ?? productionAddress, id),
    samples,
  ]);
  return { ...content, accounts: Object.fromEntries(moved) };
}
