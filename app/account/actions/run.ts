// What each action sends: exactly one request each, however many rows it has.
import { type ActionId, type ActionInput, actionOf, type actions } from '../../model/actions/actions';
import type { ActionChanges } from '../../model/actions/form-validation';
import type { NineProxyWrites } from '../../nineproxy/client-writes';
import { ok, type Result } from '../../model/problem';
import type { PreparedAction } from './balances';

/** The result: new secrets, and for how many it worked, if reported. */
export interface Done {
  made: string[];
  count: number | null;
  /** The vendor's id of the created row, if reported. */
  newKey?: string;
}

/** `ids`: the vendor's ids of the rows; `names`: the same as the vendor wrote them (share codes). */
interface Target {
  ids: readonly number[];
  /** The id of the one row. */
  id: number;
  names: readonly string[];
  /** The item of the one row, as the vendor sent it. */
  raw: Readonly<Record<string, unknown>>;
}

type InputOf<A extends ActionId> = (typeof actions)[A] extends { edits: true } ? ActionChanges<A> : ActionInput<A>;

/** A new action does not compile without its line here. */
type Runners = {
  [A in ActionId]: (client: NineProxyWrites, input: InputOf<A>, on: Target) => Promise<Result<Done>>;
};

const runners: Runners = {
  createSubAccount: async (client, input) => {
    const answer = await client.createSubAccount(input);
    if (!answer.ok) return answer;
    const { id } = answer.value;
    return ok({ made: [], count: null, ...(id === null ? {} : { newKey: String(id) }) });
  },
  editSubAccount: (client, changes, { id }) => plain(client.updateSubAccount(id, changes)),
  deleteSubAccount: (client, _, { id }) => plain(client.deleteSubAccount(id)),
  createSubUser: (client, input) => plain(client.createSubUser(input)),
  editSubUser: (client, changes, { id, raw }) => plain(client.updateSubUser(id, changes, raw)),
  enableSubUser: (client, _, { id, raw }) => plain(client.updateSubUser(id, { enabled: true }, raw)),
  disableSubUser: (client, _, { id, raw }) => plain(client.updateSubUser(id, { enabled: false }, raw)),
  deleteSubUser: (client, _, { id }) => plain(client.deleteSubUser(id)),
  createWhitelistEntry: (client, input) => plain(client.createWhitelistEntry(input)),
  editWhitelistEntry: (client, changes, { id }) => plain(client.updateWhitelistEntry(id, changes)),
  enableWhitelistEntry: (client, _, { id }) => plain(client.updateWhitelistEntry(id, { enabled: true })),
  disableWhitelistEntry: (client, _, { id }) => plain(client.updateWhitelistEntry(id, { enabled: false })),
  deleteWhitelistEntry: (client, _, { id }) => plain(client.deleteWhitelistEntry(id)),
  createConnection: (client, input) => plain(client.createConnection(input)),
  editConnection: (client, changes, { id }) => plain(client.updateConnection(id, changes)),
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

/** Whether the action sends more of a row than it changes, so that the row must be read again first. */
export function needsRow(action: ActionId): boolean {
  return actionOf(action).edits === true || actionOf(action).operation === 'updateSubUser';
}

/** Sends exactly one request. */
export function runAction(client: NineProxyWrites, { action, input, rows }: PreparedAction): Promise<Result<Done>> {
  const names = rows.map(({ vendorKey }) => vendorKey);
  const ids = names.map(Number);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the input comes from the same action's form
  const run = runners[action] as (client: NineProxyWrites, input: unknown, on: Target) => Promise<Result<Done>>;
  return run(client, input, { ids, id: ids[0] ?? Number.NaN, names, raw: rows[0]?.raw ?? {} });
}

/** Whether `vendorKey` can name the row to the vendor: codes by their text, others by an id. */
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
