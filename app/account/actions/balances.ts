// How an action changes the balances, as far as the known figures show before it is sent. Pure. What only the vendor
// knows is null.
import type { ActionId } from '../../model/actions/actions';
import type { BalanceId } from '../../model/figures/figure-id';
import type { BalanceChange } from '../../model/figures/balance-change';
import type { KnownRow } from '../lists/known-rows';
import type { AppState } from '../../model/state/app-state';
import type { Figure } from '../../model/figures/figure';

export type Figures = Pick<AppState, 'ips' | 'traffic' | 'wallet'>;

/** An action with its checked input and its rows. */
export interface PreparedAction {
  action: ActionId;
  input: Readonly<Record<string, unknown>>;
  rows: readonly KnownRow[];
  /** For an edit: the values with which its form began. */
  before?: Readonly<Record<string, unknown>> | undefined;
}

/** The balances that the action changes, before and after it. */
export function balanceChanges(prepared: PreparedAction, figures: Figures): BalanceChange[] {
  const { action, rows } = prepared;
  const change = (what: BalanceId, by: number | null): BalanceChange => {
    const { value: before, asOf } = amountOf(what, figures);
    return { what, before, after: before === null || by === null ? null : rounded(before + by), asOf };
  };
  const spent = spending(prepared).map(({ what, amount }) => change(what, amount === null ? null : -amount));
  switch (action) {
    case 'deleteSubAccount':
      return (['ips', 'traffic'] as const).flatMap((what) => {
        const back = sum(rows, what);
        return back === 0 ? [] : [change(what, back)];
      });
    case 'revokeCodes':
      return (['ips', 'traffic'] as const).flatMap((what) => {
        const given = rows.filter(({ cells }) => cells['gives'] === what);
        const unknown = rows.some(({ cells }) => cells['gives'] === null);
        return given.length > 0 || unknown ? [change(what, unknown ? null : sum(given, what))] : [];
      });
    case 'redeemCodes':
      return [change('ips', null), change('traffic', null)];
    default:
      return spent;
  }
}

/** The form's field that needs more than there is, by figures that are fresh at `now` (ms); null where it suffices or is not known. */
export function unaffordable(prepared: PreparedAction, figures: Figures, now: number): string | null {
  const { traffic } = figures;
  const packageId = prepared.input['packageId'];
  for (const { what, amount } of spending(prepared)) {
    const { value, status } = amountOf(what, figures);
    if (status !== 'fresh' || value === null || amount === null) continue;
    if (amount > value) return what;
    if (what !== 'traffic' || packageId === undefined || traffic.value === null) continue;
    const from = traffic.value.packages.find(({ id }) => id === packageId);
    if (from === undefined || (from.expiresAt !== null && from.expiresAt <= now)) return 'packageId';
    if (amount > from.left) return what;
  }
  return null;
}

/** What the action spends, by the names of the form's fields. */
function spending({ action, input, before = {} }: PreparedAction): { what: BalanceId; amount: number | null }[] {
  const given = (name: string) => {
    const value = input[name];
    return typeof value === 'number' ? value : 0;
  };
  switch (action) {
    case 'makeIpCodes':
      return [{ what: 'ips', amount: given('ips') * given('codes') }];
    case 'makeTrafficCodes':
      return [{ what: 'traffic', amount: given('traffic') * given('codes') }];
    case 'createSubAccount':
      return [
        ...(given('ips') > 0 ? [{ what: 'ips' as const, amount: given('ips') }] : []),
        ...(given('traffic') > 0 ? [{ what: 'traffic' as const, amount: given('traffic') }] : []),
      ];
    case 'editSubAccount':
      return (['ips', 'traffic'] as const).flatMap((what) => {
        const had = before[what];
        // What is taken from the sub-account is returned to the main account.
        return what in input ? [{ what, amount: typeof had === 'number' ? given(what) - had : null }] : [];
      });
    case 'setAutoRenew':
      // Unconfirmed: a package paid from the wallet, or IPs for dead ports.
      return input['on'] === true
        ? [
            { what: 'ips', amount: null },
            { what: 'wallet', amount: null },
          ]
        : [];
    default:
      return [];
  }
}

function amountOf(
  what: BalanceId,
  figures: Figures,
): { value: number | null } & Pick<Figure<number>, 'asOf' | 'status'> {
  switch (what) {
    case 'ips':
      return { ...figures.ips, value: figures.ips.value?.total ?? null };
    case 'traffic':
      return { ...figures.traffic, value: figures.traffic.value?.total ?? null };
    case 'wallet':
      return { ...figures.wallet, value: figures.wallet.value?.amount ?? null };
  }
}

/** Null if any of them is not known. */
function sum(rows: readonly KnownRow[], column: string): number | null {
  return rows.reduce<number | null>((total, { cells }) => {
    const cell = cells[column];
    return total === null || typeof cell !== 'number' ? null : total + cell;
  }, 0);
}

/** Without the rounding errors of decimal fractions. */
function rounded(value: number): number {
  return Number(value.toFixed(4));
}
