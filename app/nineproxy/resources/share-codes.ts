// Reads the vendor's answers about share codes, and writes requests about them. A code is a secret: it is worth IPs or
// traffic. It must not be shortened or cleaned, as that would make it another one.
import type { ActionInput } from '../../model/actions/actions';
import type { ListQuery } from '../../model/lists/list-description';
import { given } from '../operations/operation-types';
import type { Body, Query } from '../operations/operation-types';
import { chosen, filtered, paging, searched, sorting } from './list-parameters';
import type { components } from '../operations/openapi.generated';
import { count, fields, integer, list, moment, secret, text } from './parse';
import type { VendorRow } from './record-mapping';

type CodeFields = keyof components['schemas']['ShareCodeInfo'];

/** The vendor's DataType. */
const dataTypes = { ips: 1, traffic: 2 } as const;

/** CDKeyStatus is not published: these values are unconfirmed. */
const statuses = { unused: 1, used: 2, revoked: 3, expired: 4 } as const;

/** `plan` of a code that carries IPs: the only one there is. */
const ipPlan = 1;

/** The parameters of listShareCodes. */
export function codesMadeParameters(query: ListQuery): Query<'listShareCodes'> {
  return {
    ...filters(query),
    ...sorting(query, { code: 'code', ips: 'amount_ips', at: 'created_at' } as const),
  };
}

/** The parameters of listUsedCodes. */
export function codesRedeemedParameters(query: ListQuery): Query<'listUsedCodes'> {
  return {
    ...filters(query),
    ...sorting(query, { code: 'code', ips: 'amount_ips', usedAt: 'used_at' } as const),
  };
}

function filters(query: ListQuery) {
  return given({
    ...paging(query),
    keyword: searched(query),
    email: filtered(query, 'email'),
    data_type: chosen(query, 'gives', dataTypes),
    status: chosen(query, 'status', statuses),
    is_enterprise: chosen(query, 'enterprise', { yes: 1, no: 0 } as const),
  });
}

/** One ShareCodeInfo that this account made, as of `now` (ms); its key is the code. Null without a code. */
export function readCodeMade(item: unknown, now: number): VendorRow | null {
  const found = fields<CodeFields>(item);
  const code = secret(found?.code);
  if (found === null || code === null) return null;
  const usedBy = text(found.used_by);
  const usedAt = moment(found.used_at);
  const expiresAt = moment(found.expired_at);
  const used = usedBy !== null || usedAt !== null;
  return {
    key: code,
    cells: {
      code,
      ...worth(found),
      forwardedTo: text(found.forward_to),
      usedBy,
      at: moment(found.created_at),
      expiresAt,
      usedAt,
      status: used ? 'used' : expiresAt !== null && expiresAt <= now ? 'expired' : codeState(found.status),
    },
  };
}

/** One ShareCodeInfo that this account redeemed; its key is the code. Null without a code. */
export function readCodeRedeemed(item: unknown): VendorRow | null {
  const found = fields<CodeFields>(item);
  const code = secret(found?.code);
  if (found === null || code === null) return null;
  return {
    key: code,
    cells: { code, ...worth(found), receivedFrom: text(found.received_from), usedAt: moment(found.used_at) },
  };
}

/** What a code carries. The vendor answers 0 for what it does not. */
function worth(found: Readonly<Partial<Record<CodeFields, unknown>>>) {
  const type = integer(found.data_type);
  const ips = count(found.number_of_ips);
  const traffic = count(found.amount_traffic);
  return {
    gives: type === dataTypes.ips ? 'ips' : type === dataTypes.traffic ? 'traffic' : null,
    ips: type === dataTypes.traffic && ips === 0 ? null : ips,
    traffic: type === dataTypes.ips && traffic === 0 ? null : traffic,
  };
}

/** What its status says, asked only where dates and names tell nothing. */
function codeState(status: unknown): keyof typeof statuses | 'unknown' {
  const read = integer(status);
  const names = ['unused', 'used', 'revoked', 'expired'] as const;
  return names.find((name) => statuses[name] === read) ?? 'unknown';
}

/** The body of generateIpShareCodes. */
export function ipCodesBody(input: ActionInput<'makeIpCodes'>): Body<'generateIpShareCodes'> {
  return given({
    plan: ipPlan,
    number_of_ips: input.ips,
    number_of_codes: input.codes,
    forward_to: input.forwardTo,
  } as const);
}

/** The body of generateTrafficShareCodes. */
export function trafficCodesBody(input: ActionInput<'makeTrafficCodes'>): Body<'generateTrafficShareCodes'> {
  return { traffic_plan_id: input.packageId, amount_traffic: input.traffic, number_of_codes: input.codes };
}

/**
 * The codes that an answer names: bare ones or whole ShareCodeInfos, in a list or under `codes` or `items`. Null when it has
 * no list: it worked, but does not say for which.
 */
export function readCodes(result: unknown): string[] | null {
  const found = fields<'codes' | 'items'>(result);
  const codes = list(result) ?? list(found?.codes) ?? list(found?.items);
  if (codes === null) return null;
  return codes.map((code) => secret(fields<'code'>(code)?.code ?? code)).filter((code) => code !== null);
}
