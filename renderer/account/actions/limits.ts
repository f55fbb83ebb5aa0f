// How much a form can give away, by the fresh figures: shown in its fields before it is too much. Pure; main checks
// again before it sends.
import type { ActionId } from '../../../app/model/actions/actions';
import type { AppState } from '../../../app/model/state/app-state';

type Values = Readonly<Record<string, unknown>>;
export type Limits = ReadonlyMap<string, number>;

const none: Limits = new Map();

/** The most that each field takes, in IPs or bytes, given what the others mean. A field is not in it where that is not known. */
export function limitsOf(action: ActionId, values: Values, { ips, traffic }: AppState, now: number): Limits {
  const leftIps = ips.status === 'fresh' && ips.value !== null ? ips.value.total : null;
  const leftTraffic = traffic.status === 'fresh' ? trafficLeft(traffic.value, values['packageId'], now) : null;
  const codes = typeof values['codes'] === 'number' && values['codes'] >= 1 ? values['codes'] : 1;
  const each = (left: number | null) => (left === null ? null : Math.floor(left / codes));
  switch (action) {
    case 'createSubAccount':
      return known({ ips: leftIps, traffic: leftTraffic });
    case 'makeIpCodes':
      return known({ ips: each(leftIps) });
    case 'makeTrafficCodes':
      return known({ traffic: each(leftTraffic) });
    default:
      return none;
  }
}

/** Of one package, or of all that have not expired. */
function trafficLeft(value: AppState['traffic']['value'], packageId: unknown, now: number): number | null {
  if (value === null) return null;
  const usable = value.packages.filter(({ expiresAt }) => expiresAt === null || expiresAt > now);
  const from = packageId === undefined ? usable : usable.filter(({ id }) => id === packageId);
  return from.length === 0 ? null : from.reduce((sum, { left }) => sum + left, 0);
}

function known(limits: Readonly<Record<string, number | null>>): Limits {
  return new Map(Object.entries(limits).flatMap(([name, most]) => (most === null ? [] : [[name, most] as const])));
}
