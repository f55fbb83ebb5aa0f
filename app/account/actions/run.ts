// What each action sends: one request each, whatever it is done to.
// It must not: send a second one, or ask anything back.
import { type ActionId, type ActionInput, actionOf } from '../../areas/action';
import type { Row } from '../../areas/list';
import type { NineProxyWrites } from '../../nineproxy/client-writes';
import { ok, type Result } from '../../problem/problem';
import type { PreparedAction } from './balances';

/** What came of it: new secrets, and for how many it worked, if told. */
export interface Done {
  made: string[];
  count: number | null;
}

/** `ids`: the vendor's, of the rows it is done to; `names`: the same as the vendor wrote them (share codes). */
interface Target {
  ids: readonly number[];
  /** The id of the one row. */
  id: number;
  names: readonly string[];
  /** Of the one row, as it was read. */
  cells: Row['cells'];
}

/** A new action does not compile without its line here. */
type Runners = {
  [A in ActionId]: (client: NineProxyWrites, input: ActionInput<A>, on: Target) => Promise<Result<Done>>;
};

const runners: Runners = {
  createSubAccount: (client, input) => plain(client.createSubAccount(input)),
  editSubAccount: (client, input, { id, cells }) => plain(client.updateSubAccount(id, input, cells)),
  deleteSubAccount: (client, _, { id }) => plain(client.deleteSubAccount(id)),
  createSubUser: (client, input) => plain(client.createSubUser(input)),
  editSubUser: (client, input, { id, cells }) => plain(client.updateSubUser(id, input, cells)),
  enableSubUser: (client, _, { id }) => plain(client.setSubUserEnabled(id, true)),
  disableSubUser: (client, _, { id }) => plain(client.setSubUserEnabled(id, false)),
  deleteSubUser: (client, _, { id }) => plain(client.deleteSubUser(id)),
  createWhitelistEntry: (client, input) => plain(client.createWhitelistEntry(input)),
  editWhitelistEntry: (client, input, { id, cells }) => plain(client.updateWhitelistEntry(id, input, cells)),
  enableWhitelistEntry: (client, _, { id }) => plain(client.setWhitelistEntryEnabled(id, true)),
  disableWhitelistEntry: (client, _, { id }) => plain(client.setWhitelistEntryEnabled(id, false)),
  deleteWhitelistEntry: (client, _, { id }) => plain(client.deleteWhitelistEntry(id)),
  createConnection: (client, input) => plain(client.createConnection(input)),
  editConnection: (client, input, { id }) => plain(client.updateConnection(id, input)),
  deleteConnections: (client, _, { ids }) => plain(client.deleteConnections(ids), ids.length),
  makeIpCodes: (client, input) => making(client.makeIpCodes(input)),
  makeTrafficCodes: (client, input) => making(client.makeTrafficCodes(input)),
  redeemCodes: async (client, { codes }) => {
    const answer = await client.redeemCodes(codes);
    return answer.ok ? ok({ made: [], count: answer.value }) : answer;
  },
  revokeCodes: (client, _, { names }) => plain(client.revokeCodes(names), names.length),
  setAutoRenew: (client, { on }) => plain(client.setAutoRenew(on)),
};

/** Sends it: exactly one request. */
export function runAction(client: NineProxyWrites, { action, input, rows }: PreparedAction): Promise<Result<Done>> {
  const names = rows.map(({ vendorKey }) => vendorKey);
  const ids = names.map(Number);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the input was made by the same action's form
  const run = runners[action] as (client: NineProxyWrites, input: unknown, on: Target) => Promise<Result<Done>>;
  return run(client, input, { ids, id: ids[0] ?? Number.NaN, names, cells: rows[0]?.cells ?? {} });
}

/** Whether the vendor can be told by `vendorKey` which row is meant: by an id, unless it is a code. */
export function canName(action: ActionId, vendorKey: string): boolean {
  return actionOf(action).on?.list === 'codesMade' || /^[1-9]\d{0,15}$/.test(vendorKey);
}

async function plain(sent: Promise<Result<void>>, count: number | null = null): Promise<Result<Done>> {
  const answer = await sent;
  return answer.ok ? ok({ made: [], count }) : answer;
}

async function making(sent: Promise<Result<string[]>>): Promise<Result<Done>> {
  const answer = await sent;
  return answer.ok ? ok({ made: answer.value, count: answer.value.length || null }) : answer;
}
