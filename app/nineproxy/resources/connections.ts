// Reads the vendor's answers about connection configs (ranges of ports), and writes requests about them. `proxy_type`
// is not used: the sources disagree about its meaning.
import type { ActionInput } from '../../model/actions/actions';
import type { ActionChanges } from '../../model/actions/form-validation';
import type { ListQuery } from '../../model/lists/list-description';
import { given } from '../operations/operation-types';
import type { Body, Query } from '../operations/operation-types';
import { paging, sorting } from './list-parameters';
import type { components } from '../operations/openapi.generated';
import { boolean, fields, moment, text } from './parse';
import { country, exactTexts, idOf } from './record-mapping';
import type { VendorRow } from './record-mapping';

const sessionTypes = { rotating: 1, sticky: 2 } as const;

/** The parameters of listProxyConnections. */
export function connectionParameters(query: ListQuery): Query<'listProxyConnections'> {
  return { ...paging(query), ...sorting(query, { at: 'created_at' }) };
}

/**
 * One ConnectionConfig; its key is the port it begins at, which is what it is changed and deleted by. Null without one.
 * `startPort` and `sessionMinutes` are beyond the columns, for actions and the form.
 */
export function readConnection(item: unknown): VendorRow | null {
  const found = fields<keyof components['schemas']['ConnectionConfig']>(item);
  const startPort = idOf(found?.start_port);
  if (found === null || startPort === null) return null;
  const endPort = idOf(found.end_port);
  const minutes = idOf(found.session_time);
  const sticky = boolean(found.is_keep) ?? not(boolean(found.is_random_ip));
  return {
    key: String(startPort),
    raw: found,
    ...exactTexts({ region: found.state_code, city: found.city_code, isp: found.isp_code }),
    cells: {
      startPort,
      ports: endPort === null || endPort === startPort ? String(startPort) : `${startPort}-${endPort}`,
      country: country(found.country_code),
      region: text(found.state_code),
      city: text(found.city_code),
      isp: text(found.isp_code),
      session: sticky === null ? null : sticky ? 'sticky' : 'rotating',
      sessionTime: minutes,
      sessionMinutes: minutes,
      at: moment(found.created_at),
    },
  };
}

function not(value: boolean | null): boolean | null {
  return value === null ? null : !value;
}

/** The body of createProxyConnection. */
export function connectionBody(input: ActionInput<'createConnection'>): Body<'createProxyConnection'> {
  return given({
    quantity: input.quantity,
    country_code: input.country,
    state_code: input.region || undefined,
    city_code: input.city || undefined,
    isp_code: input.isp || undefined,
    ...session(input),
  });
}

/** The body of updateProxyConnection: only the changes. A location that was removed becomes any location. */
export function connectionChange(
  startPort: number,
  changes: ActionChanges<'editConnection'>,
): Body<'updateProxyConnection'> {
  return given({
    start_port: startPort,
    country_code: place(changes.country),
    state_code: place(changes.region),
    city_code: place(changes.city),
    isp_code: place(changes.isp),
    session_type: changes.session ? sessionTypes[changes.session] : undefined,
    session_time: changes.sessionMinutes ?? undefined,
  });
}

/** null: any. */
function place(change: string | null | undefined): string | null | undefined {
  return change === undefined ? undefined : change || null;
}

function session(input: Pick<ActionInput<'createConnection'>, 'session' | 'sessionMinutes'>) {
  return given({
    session_type: sessionTypes[input.session],
    session_time: input.session === 'sticky' ? input.sessionMinutes : undefined,
  });
}
