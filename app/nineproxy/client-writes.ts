// The half of the client that changes the account: one method for each change, each sent once and never repeated. The
// caller has asked the user.
import type { ActionInput } from '../model/actions/actions';
import type { ActionChanges } from '../model/actions/form-validation';
import { ok } from '../model/problem';
import type { Result } from '../model/problem';
import type { Call, CallOptions } from './operations/operation-types';
import { connectionBody, connectionChange } from './resources/connections';
import { type Fields, fields } from './resources/parse';
import { idOf } from './resources/record-mapping';
import { ipCodesBody, readCodes, trafficCodesBody } from './resources/share-codes';
import { subUserBody, subUserChange } from './resources/sub-users';
import { subAccountBody, subAccountChange, subAccountStatus, subAccountTopUp } from './resources/sub-accounts';
import type { TopUp } from './resources/sub-accounts';
import { autoRenewBody } from './resources/wallet';
import { whitelistBody, whitelistChange } from './resources/whitelist';

type Done = Promise<Result<void>>;

/** Every method answers a Result and never throws; `outcome-unknown` when it may or may not have happened. */
export interface NineProxyWrites {
  /** `id`: the new one's; null when the answer, which said success, does not have it. */
  createSubAccount(
    input: ActionInput<'createSubAccount'>,
    options?: CallOptions,
  ): Promise<Result<{ id: number | null }>>;
  updateSubAccount(id: number, changes: ActionChanges<'editSubAccount'>, options?: CallOptions): Done;
  setSubAccountEnabled(id: number, enabled: boolean, options?: CallOptions): Done;
  setTopUp(id: number, topUp: TopUp, options?: CallOptions): Done;
  deleteSubAccount(id: number, options?: CallOptions): Done;
  createSubUser(input: ActionInput<'createSubUser'>, options?: CallOptions): Done;
  /** `row`: the item as it was read, which is sent whole. */
  updateSubUser(id: number, changes: ActionChanges<'editSubUser'>, row: Fields, options?: CallOptions): Done;
  deleteSubUser(id: number, options?: CallOptions): Done;
  createWhitelistEntry(input: ActionInput<'createWhitelistEntry'>, options?: CallOptions): Done;
  updateWhitelistEntry(id: number, changes: ActionChanges<'editWhitelistEntry'>, options?: CallOptions): Done;
  deleteWhitelistEntry(id: number, options?: CallOptions): Done;
  createConnection(input: ActionInput<'createConnection'>, options?: CallOptions): Done;
  updateConnection(startPort: number, changes: ActionChanges<'editConnection'>, options?: CallOptions): Done;
  deleteConnections(startPorts: readonly number[], options?: CallOptions): Done;
  /** The new codes; none when the answer, which said success, does not name them. */
  makeIpCodes(input: ActionInput<'makeIpCodes'>, options?: CallOptions): Promise<Result<string[]>>;
  makeTrafficCodes(input: ActionInput<'makeTrafficCodes'>, options?: CallOptions): Promise<Result<string[]>>;
  /** How many of them the vendor took; null when it does not say. */
  redeemCodes(codes: readonly string[], options?: CallOptions): Promise<Result<number | null>>;
  revokeCodes(codes: readonly string[], options?: CallOptions): Done;
  setAutoRenew(on: boolean, options?: CallOptions): Done;
}

/** The writes of a client that sends by `call`. */
export function createWrites(call: Call): NineProxyWrites {
  return {
    createSubAccount: (input, { signal } = {}) =>
      call('createSubAccount', { body: subAccountBody(input) }, created, signal),

    updateSubAccount: (id, changes, { signal } = {}) =>
      call('updateSubAccount', { body: subAccountChange(id, changes) }, acknowledged, signal),

    setSubAccountEnabled: (id, enabled, { signal } = {}) =>
      call('setSubAccountStatus', { body: subAccountStatus(id, enabled) }, acknowledged, signal),

    setTopUp: (id, topUp, { signal } = {}) =>
      call('updateSubAccount', { body: subAccountTopUp(id, topUp) }, acknowledged, signal),

    deleteSubAccount: (id, { signal } = {}) => call('deleteSubAccount', { body: { id } }, acknowledged, signal),

    createSubUser: (input, { signal } = {}) =>
      call('createSubUser', { body: subUserBody(input) }, acknowledged, signal),

    updateSubUser: (id, changes, row, { signal } = {}) =>
      call('updateSubUser', { body: subUserChange(id, changes, row) }, acknowledged, signal),

    deleteSubUser: (id, { signal } = {}) => call('deleteSubUser', { body: { id } }, acknowledged, signal),

    createWhitelistEntry: (input, { signal } = {}) =>
      call('createWhitelist', { body: whitelistBody(input) }, acknowledged, signal),

    updateWhitelistEntry: (id, changes, { signal } = {}) =>
      call('updateWhitelist', { body: whitelistChange(id, changes) }, acknowledged, signal),

    deleteWhitelistEntry: (id, { signal } = {}) => call('deleteWhitelist', { body: { id } }, acknowledged, signal),

    createConnection: (input, { signal } = {}) =>
      call('createProxyConnection', { body: connectionBody(input) }, acknowledged, signal),

    updateConnection: (startPort, changes, { signal } = {}) =>
      call('updateProxyConnection', { body: connectionChange(startPort, changes) }, acknowledged, signal),

    deleteConnections: (startPorts, { signal } = {}) =>
      call('deleteProxyConnections', { body: { start_port: [...startPorts] } }, acknowledged, signal),

    makeIpCodes: (input, { signal } = {}) =>
      call('generateIpShareCodes', { body: ipCodesBody(input) }, madeCodes, signal),

    makeTrafficCodes: (input, { signal } = {}) =>
      call('generateTrafficShareCodes', { body: trafficCodesBody(input) }, madeCodes, signal),

    async redeemCodes(codes, { signal } = {}) {
      const sent = await call('useShareCodes', { body: { codes: [...codes] } }, redeemed, signal);
      return sent.ok ? ok(sent.value.count) : sent;
    },

    revokeCodes: (codes, { signal } = {}) =>
      call('revokeShareCodes', { body: { codes: [...codes] } }, acknowledged, signal),

    setAutoRenew: (on, { signal } = {}) => call('updateAutoRenew', { body: autoRenewBody(on) }, acknowledged, signal),
  };
}

/** The reader of writes whose result is not known: all it reads is that the answer said success. */
function acknowledged(): undefined {
  return undefined;
}

function created(result: unknown): { id: number | null } {
  return { id: idOf(fields<'id'>(result)?.id) };
}

function madeCodes(result: unknown): string[] {
  return readCodes(result) ?? [];
}

function redeemed(result: unknown): { count: number | null } {
  return { count: readCodes(result)?.length ?? null };
}
