// Reads the vendor's answers about whitelisted addresses, and writes requests about them. Addresses are not checked
// here: the form did (app/model/actions/actions.ts), and the vendor does.
import type { ActionInput } from '../../model/actions/actions';
import type { ActionChanges } from '../../model/actions/form-validation';
import type { ListQuery } from '../../model/lists/list-description';
import { given } from '../operations/operation-types';
import type { Body, Query } from '../operations/operation-types';
import { paging, sorting } from './list-parameters';
import type { components } from '../operations/openapi.generated';
import { fields, moment, text } from './parse';
import { accessNumber, accessState, exactTexts, idOf, isEnabled } from './record-mapping';
import type { VendorRow } from './record-mapping';

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
    raw: found,
    ...exactTexts({ ip: found.ip, description: found.description }),
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

/** The body of updateWhitelist: only the changes. A removed description is emptied. */
export function whitelistChange(id: number, changes: ActionChanges<'editWhitelistEntry'>): Body<'updateWhitelist'> {
  return given({
    id,
    ip: changes.ip ?? undefined,
    status: typeof changes.enabled === 'boolean' ? accessNumber(changes.enabled) : undefined,
    description: changes.description === undefined ? undefined : (changes.description ?? ''),
  });
}
