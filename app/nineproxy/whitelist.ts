// Reads what the vendor answers about whitelisted addresses, and writes what it is asked about them.
// It must not: check an address; the form did (app/areas/action.ts), and the vendor does.
import type { ActionInput } from '../areas/action';
import type { ListQuery } from '../areas/list';
import { given } from './call';
import type { Body, Query } from './call';
import { paging, sorting } from './list-parameters';
import type { components } from './openapi.generated';
import { fields, moment, text } from './parse';
import { accessChange, accessNumber, accessState, idOf, isEnabled } from './row';
import type { VendorRow } from './row';

/** The parameters of listWhitelist. */
export function whitelistParameters(query: ListQuery): Query<'listWhitelist'> {
  return { ...paging(query), ...sorting(query, { at: 'created_at' }) };
}

/** One WhiteList; null without a usable id. `enabled` is beyond the columns, for the form. */
export function readWhitelistEntry(item: unknown): VendorRow | null {
  const found = fields<keyof components['schemas']['WhiteList']>(item);
  const id = idOf(found?.id);
  if (found === null || id === null) return null;
  const status = accessState(found.status);
  return {
    key: String(id),
    cells: {
      ip: text(found.ip),
      description: text(found.description),
      at: moment(found.created_at),
      changedAt: moment(found.updated_at),
      status,
      enabled: isEnabled(status),
    },
  };
}

/** The body of createWhitelist. */
export function whitelistBody(input: ActionInput<'createWhitelistEntry'>): Body<'createWhitelist'> {
  return given({ ip: input.ip, status: accessNumber(input.enabled), description: input.description });
}

/** The body of updateWhitelist, from the whole form: a description that was emptied is taken away. */
export function whitelistChange(
  id: number,
  input: ActionInput<'editWhitelistEntry'>,
  before: VendorRow['cells'],
): Body<'updateWhitelist'> {
  const status = accessChange(input.enabled, before.status);
  return given({ id, ip: input.ip, status, description: input.description ?? '' });
}

/** The body of updateWhitelist that only switches it. */
export function whitelistSwitch(id: number, enabled: boolean): Body<'updateWhitelist'> {
  return { id, status: accessNumber(enabled) };
}
