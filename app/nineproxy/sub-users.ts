// Reads what the vendor answers about sub-users (user and password for the gateway), and writes what it is asked about them.
// It must not: shorten or clean a password, or take a sub-user for a sub-account.
import type { ActionInput } from '../areas/action';
import type { Cell, ListQuery } from '../areas/list';
import { given } from './call';
import type { Body, Query } from './call';
import { paging, searched, sorting } from './list-parameters';
import type { components } from './openapi.generated';
import { count, fields, moment, secret, text } from './parse';
import { accessChange, accessNumber, accessState, cap, idOf, isEnabled } from './row';
import type { VendorRow } from './row';

const sortNames = {
  username: 'user_name',
  traffic: 'data_used',
  trafficCap: 'usage_cap',
  ips: 'ip_used',
  ipCap: 'ip_usage_cap',
  at: 'created_at',
  status: 'status',
} as const;

/** Said for IPs by the vendor; for traffic it is the best reading. */
const unlimited = -1;

/** The parameters of listSubUsers. */
export function subUserParameters(query: ListQuery): Query<'listSubUsers'> {
  return given({ ...paging(query), ...sorting(query, sortNames), keyword: searched(query) });
}

/** One SubUser; null without a usable id. A cap of -1 is none. `enabled` is beyond the columns, for the form. */
export function readSubUser(item: unknown): VendorRow | null {
  const found = fields<keyof components['schemas']['SubUser']>(item);
  const id = idOf(found?.id);
  if (found === null || id === null) return null;
  const status = accessState(found.status);
  return {
    key: String(id),
    cells: {
      username: text(found.user_name),
      password: secret(found.use_key),
      traffic: count(found.data_used),
      trafficCap: cap(found.usage_cap),
      ips: count(found.ip_used),
      ipCap: cap(found.ip_usage_cap),
      note: text(found.note),
      at: moment(found.created_at),
      status,
      enabled: isEnabled(status),
    },
  };
}

/** The body of createSubUser. */
export function subUserBody(input: ActionInput<'createSubUser'>): Body<'createSubUser'> {
  return given({
    user_name: input.username,
    use_key: input.password,
    status: accessNumber(input.enabled),
    note: input.note,
    usage_cap: input.trafficCap,
    ip_usage_cap: input.ipCap,
  });
}

/**
 * The body of updateSubUser, from the whole form and the row as it was: a note that was emptied is taken away, a cap that was
 * emptied is lifted. Where there was no cap none is spoken of, for that a cap of -1 is understood is only sure for IPs.
 */
export function subUserChange(
  id: number,
  input: ActionInput<'editSubUser'>,
  before: VendorRow['cells'],
): Body<'updateSubUser'> {
  return given({
    id,
    user_name: input.username,
    use_key: input.password,
    status: accessChange(input.enabled, before.status),
    note: input.note ?? '',
    usage_cap: input.trafficCap ?? lifted(before.trafficCap),
    ip_usage_cap: input.ipCap ?? lifted(before.ipCap),
  });
}

function lifted(before: Cell | undefined): number | undefined {
  return typeof before === 'number' && before !== unlimited ? unlimited : undefined;
}

/** The body of updateSubUser that only switches it. */
export function subUserSwitch(id: number, enabled: boolean): Body<'updateSubUser'> {
  return { id, status: accessNumber(enabled) };
}
