// Reads the vendor's answers about sub-accounts, and writes requests about them. An item that cannot be distinguished
// from another is not accepted.
import type { SubAccount, TopUpRule } from '../../model/state/app-state';
import type { ActionInput } from '../../model/actions/actions';
import type { ActionChanges } from '../../model/actions/form-validation';
import type { ListQuery } from '../../model/lists/list-description';
import { given } from '../operations/operation-types';
import type { Body, Query } from '../operations/operation-types';
import { chosen, paging, searched, sorting } from './list-parameters';
import type { components } from '../operations/openapi.generated';
import { boolean, count, fields, integer, moment, text } from './parse';
import { accessNumber, accessState, exactTexts, idOf, isEnabled, statusNumbers } from './record-mapping';
import type { VendorRow } from './record-mapping';

type Enabled = 'enabled' | 'disabled';

export interface SubAccountQuery {
  /** 1 is the first. */
  page: number;
  limit: number;
  sortBy?: 'id' | 'username' | 'created_at' | 'number_of_ips';
  orderBy?: 'asc' | 'desc';
  keyword?: string;
  status?: Enabled;
}

/** The parameters of listSubAccounts. */
export function subAccountParameters(query: SubAccountQuery): Query<'listSubAccounts'> {
  return given({
    page: query.page,
    limit: query.limit,
    sort_by: query.sortBy,
    order_by: query.orderBy,
    keyword: query.keyword,
    status: query.status === undefined ? undefined : statusNumbers[query.status],
  });
}

/** The body of setSubAccountStatus. */
export function subAccountStatus(id: number, enabled: boolean): { id: number; status: number } {
  return { id, status: accessNumber(enabled) };
}

/**
 * One SubAccountInfo; null without a usable id. Its id is enough to switch it, so one without a username is read, too, and named by its id:
 * "#9013". A status that is neither of the two known is null.
 */
export function readSubAccount(item: unknown): SubAccount | null {
  const basics = readBasics(item);
  if (basics === null) return null;
  const setting = settingOf(item);
  return {
    ...basics,
    ...given({
      topUpIps: topUpRule(setting?.auto_add_ips, setting?.auto_add_when_number_ips, setting?.number_ips_auto_add),
      topUpTraffic: topUpRule(
        setting?.auto_add_traffic,
        setting?.auto_add_when_traffic_bellow,
        setting?.amount_traffic_auto_add,
      ),
    }),
  };
}

/** What a row of any list has. */
function readBasics(item: unknown): Omit<SubAccount, 'topUpIps' | 'topUpTraffic'> | null {
  const found = fields<keyof components['schemas']['SubAccountInfo']>(item);
  const id = idOf(found?.id);
  if (found === null || id === null) return null;
  const status = accessState(found.status);
  return {
    id,
    username: text(found.username) ?? nameById(id),
    note: text(found.note),
    ips: integer(found.number_of_ips),
    traffic: integer(found.traffic_data),
    enabled: status === 'blocked' ? null : isEnabled(status),
    createdAt: moment(found.created_at),
  };
}

function settingOf(item: unknown) {
  const found = fields<keyof components['schemas']['SubAccountInfo']>(item);
  return fields<keyof components['schemas']['SubAccountSetting']>(found?.setting);
}

/** Null: off; undefined: not known. */
function topUpRule(on: unknown, below: unknown, by: unknown): TopUpRule | null | undefined {
  const isOn = boolean(on);
  if (isOn === null) return undefined;
  return isOn ? { below: count(below), by: count(by) } : null;
}

/** What a sub-account without a username is called. */
export function nameById(id: number): string {
  return `#${id}`;
}

const sortNames = { username: 'username', ips: 'number_of_ips', at: 'created_at' } as const;

/** The parameters of listSubAccounts for the list of the account window. */
export function subAccountListParameters(query: ListQuery): Query<'listSubAccounts'> {
  const { enabled, disabled } = statusNumbers;
  return given({
    ...paging(query),
    ...sorting(query, sortNames),
    keyword: searched(query),
    status: chosen(query, 'status', { enabled, disabled }),
  });
}

/**
 * One SubAccountInfo as a row; null without a usable id. The amounts of its automatic top-up are beyond the
 * columns, for the form and for an undo.
 */
export function readSubAccountRow(item: unknown): VendorRow | null {
  const sub = readBasics(item);
  if (sub === null) return null;
  const { id, createdAt, enabled, ...cells } = sub;
  const found = fields<keyof components['schemas']['SubAccountInfo']>(item);
  const setting = settingOf(item);
  const topUpIps = onOrOff(setting?.auto_add_ips);
  const topUpTraffic = onOrOff(setting?.auto_add_traffic);
  return {
    key: String(id),
    ...(found === null ? {} : { raw: found, ...exactTexts({ note: found.note }) }),
    cells: {
      ...cells,
      topUp: topUpInShort(topUpIps, topUpTraffic),
      topUpIps,
      topUpIpsBelow: count(setting?.auto_add_when_number_ips),
      topUpIpsBy: count(setting?.number_ips_auto_add),
      topUpTraffic,
      topUpTrafficBelow: count(setting?.auto_add_when_traffic_bellow),
      topUpTrafficBy: count(setting?.amount_traffic_auto_add),
      at: createdAt,
      status: enabled === null ? null : enabled ? 'enabled' : 'disabled',
      disableAt: moment(found?.auto_disable_at),
    },
  };
}

/** Which of its balances are topped up automatically; null where that is not known. */
function topUpInShort(
  ips: 'on' | 'off' | null,
  traffic: 'on' | 'off' | null,
): 'ips' | 'traffic' | 'both' | 'off' | null {
  if (ips === 'on') return traffic === 'on' ? 'both' : 'ips';
  if (traffic === 'on') return 'traffic';
  return ips === null || traffic === null ? null : 'off';
}

function onOrOff(value: unknown): 'on' | 'off' | null {
  const on = boolean(value);
  return on === null ? null : on ? 'on' : 'off';
}

/** Automatic top-up: below how many IPs or bytes, by how many. An amount that is not there is left as it is. */
export interface TopUp {
  topUpIps: boolean;
  topUpIpsBelow?: number | null | undefined;
  topUpIpsBy?: number | null | undefined;
  topUpTraffic: boolean;
  topUpTrafficBelow?: number | null | undefined;
  topUpTrafficBy?: number | null | undefined;
}

function topUpFields(topUp: TopUp) {
  return given({
    auto_add_ips: onNumber(topUp.topUpIps),
    auto_add_when_number_ips: topUp.topUpIpsBelow || undefined,
    number_ips_auto_add: topUp.topUpIpsBy || undefined,
    auto_add_traffic: onNumber(topUp.topUpTraffic),
    auto_add_when_traffic_bellow: topUp.topUpTrafficBelow || undefined,
    amount_traffic_auto_add: topUp.topUpTrafficBy || undefined,
  });
}

function onNumber(on: boolean): 0 | 1 {
  return on ? 1 : 0;
}

/** The body of updateSubAccount that only sets automatic top-up. */
export function subAccountTopUp(id: number, topUp: TopUp): Body<'updateSubAccount'> {
  return { id, ...topUpFields(topUp) };
}

/** The body of updateSubAccount: only the changes. A removed note is emptied, a removed automatic disabling becomes null. */
export function subAccountChange(id: number, changes: ActionChanges<'editSubAccount'>): Body<'updateSubAccount'> {
  const { topUpIps, topUpTraffic, disableAt } = changes;
  return given({
    id,
    password: changes.password ?? undefined,
    note: changes.note === undefined ? undefined : (changes.note ?? ''),
    number_of_ips: changes.ips ?? undefined,
    amount_traffic: changes.traffic ?? undefined,
    traffic_plan_id: changes.packageId ?? undefined,
    auto_disable_at: disableAt === undefined || disableAt === null ? disableAt : seconds(disableAt),
    auto_add_ips: typeof topUpIps === 'boolean' ? onNumber(topUpIps) : undefined,
    auto_add_when_number_ips: changes.topUpIpsBelow ?? undefined,
    number_ips_auto_add: changes.topUpIpsBy ?? undefined,
    auto_add_traffic: typeof topUpTraffic === 'boolean' ? onNumber(topUpTraffic) : undefined,
    auto_add_when_traffic_bellow: changes.topUpTrafficBelow ?? undefined,
    amount_traffic_auto_add: changes.topUpTrafficBy ?? undefined,
  });
}

/** The vendor's moments are in seconds. */
function seconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}

/** The body of createSubAccount. The package that traffic is taken from also serves its top-ups. */
export function subAccountBody(input: ActionInput<'createSubAccount'>): Body<'createSubAccount'> {
  return given({
    password: input.password,
    note: input.note || undefined,
    number_of_ips: input.ips,
    amount_traffic: input.traffic,
    traffic_plan_id: input.packageId,
    auto_disable_at: input.disableAt === undefined ? undefined : seconds(input.disableAt),
    ...topUpFields(input),
    traffic_plan_id_auto_add: input.topUpTraffic ? input.packageId : undefined,
  });
}
