// How many IPs a write asks for, so that a consumer's caps can be kept.
import type { OperationId } from '../../model/api/operation-id';

type Body = Readonly<Record<string, unknown>>;

/** Fields that change no amount, of the writes whose amount is in others. */
const harmless: Partial<Record<OperationId, readonly string[]>> = {
  createSubAccount: ['password', 'note', 'auto_disable_at', 'auto_add_ips', 'auto_add_when_number_ips'],
  updateSubAccount: [
    'id',
    'username',
    'password',
    'note',
    'status',
    'auto_disable_at',
    'auto_add_ips',
    'auto_add_when_number_ips',
  ],
  generateIpShareCodes: ['note', 'plan_id'],
  createProxyConnection: [
    'country_code',
    'state_code',
    'city_code',
    'isp_code',
    'session_type',
    'session_time',
    'is_keep',
    'is_random_ip',
  ],
};

/** The fields that are amounts of IPs. Those of one write are added up. */
const amounts: Partial<Record<OperationId, readonly string[]>> = {
  createSubAccount: ['number_of_ips', 'number_ips_auto_add'],
  updateSubAccount: ['number_of_ips', 'number_ips_auto_add'],
  generateIpShareCodes: ['number_of_ips'],
  createProxyConnection: ['quantity'],
};

/** The amount is meant for each of so many. */
const timesField: Partial<Record<OperationId, string>> = { generateIpShareCodes: 'number_of_codes' };

/** Writes that take no IPs, whatever is in them. */
const free: ReadonlySet<OperationId> = new Set([
  'setSubAccountStatus',
  'deleteSubAccount',
  'useShareCodes',
  'revokeShareCodes',
  'deleteSubUser',
  'createWhitelist',
  'updateWhitelist',
  'deleteWhitelist',
  'deleteProxyConnections',
]);

/**
 * The IPs that a write asks for. Null where that is unknown: an operation or a field whose effect is not known, an amount that is no
 * whole number, parameters in the address. Such a write is refused while a cap of IPs is set.
 */
export function askedIps(operation: OperationId | null, body: Body, hasParameters: boolean): number | null {
  if (operation === null || hasParameters) return null;
  if (free.has(operation)) return 0;
  const amountFields = amounts[operation];
  if (amountFields === undefined) return null;
  const times = timesField[operation];
  const known = [...amountFields, ...(harmless[operation] ?? []), ...(times === undefined ? [] : [times])];
  if (Object.keys(body).some((name) => !known.includes(name))) return null;
  let sum = 0;
  for (const name of amountFields) {
    const amount = wholeNumber(body[name] ?? 0);
    if (amount === null) return null;
    sum += amount;
  }
  const factor = times === undefined ? 1 : wholeNumber(body[times] ?? 1);
  const total = factor === null ? Number.NaN : sum * factor;
  return Number.isSafeInteger(total) ? total : null;
}

function wholeNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}
