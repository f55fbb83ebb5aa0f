// Reads the vendor's answers about sub-users (user and password for the gateway), and writes requests about them. A
// password must not be shortened or cleaned, as that would make it another one.
import type { ActionInput } from '../../model/actions/actions';
import type { ActionChanges } from '../../model/actions/form-validation';
import type { ListQuery } from '../../model/lists/list-description';
import { given } from '../operations/operation-types';
import type { Body, Query } from '../operations/operation-types';
import { paging, searched, sorting } from './list-parameters';
import type { components } from '../operations/openapi.generated';
import { count, type Fields, fields, integer, moment, secret, text } from './parse';
import { accessNumber, accessState, cap, exactTexts, idOf, isEnabled, statusNumbers } from './record-mapping';
import type { VendorRow } from './record-mapping';

const sortNames = {
  username: 'user_name',
  traffic: 'data_used',
  trafficCap: 'usage_cap',
  ips: 'ip_used',
  ipCap: 'ip_usage_cap',
  at: 'created_at',
  status: 'status',
} as const;

/** Documented for IPs by the vendor; unconfirmed for traffic. */
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
    raw: found,
    ...exactTexts({ username: found.user_name, note: found.note }),
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
 * The body of updateSubUser: the whole row as it was read, since the vendor may want all of it, with the changes on top. A note that was
 * taken away is emptied, a limit that was is lifted; what was empty is not sent.
 */
export function subUserChange(
  id: number,
  changes: ActionChanges<'editSubUser'>,
  row: Fields<keyof components['schemas']['SubUser']>,
): Body<'updateSubUser'> {
  const status = integer(row.status);
  return given({
    id,
    user_name: changes.username ?? asRead(row.user_name),
    use_key: changes.password ?? asRead(row.use_key),
    status: typeof changes.enabled === 'boolean' ? accessNumber(changes.enabled) : settable(status),
    note: changes.note === undefined ? asRead(row.note) : (changes.note ?? ''),
    usage_cap:
      changes.trafficCap === undefined ? (integer(row.usage_cap) ?? undefined) : (changes.trafficCap ?? unlimited),
    ip_usage_cap: changes.ipCap === undefined ? (integer(row.ip_usage_cap) ?? undefined) : (changes.ipCap ?? unlimited),
  });
}

/** A text exactly as the vendor sent it; nothing for one that is empty. */
function asRead(value: unknown): string | undefined {
  const exact = typeof value === 'number' ? String(value) : value;
  return typeof exact === 'string' && exact !== '' ? exact : undefined;
}

/** The vendor answers that a sub-user is blocked, but takes no such status. */
function settable(status: number | null): 1 | 2 | undefined {
  return status === statusNumbers.enabled || status === statusNumbers.disabled ? status : undefined;
}
