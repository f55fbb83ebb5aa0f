// The last known figures as they are kept on disk between two starts, so that the next start can show them at once with their age.
// No secrets: figures, usernames and notes only.
import { z } from 'zod';
import { staleAfter } from '../refresh/refresh-policy';
import { absent, aged } from '../../model/figure';
import type { AppState, Figure } from '../../model/app-state';
import { appStateSchema } from '../../model/app-state';

const { account, ips, traffic, wallet, autoRenew, subAccounts } = appStateSchema.shape;

/** One account's figures, by the account's id (several accounts are a thing people ask for). */
export const lastKnownSchema = z.object({
  current: z.string().nullable(),
  accounts: z.record(
    z.string(),
    z.object({
      /** Which vendor address they came from; figures of another address are not shown. */
      origin: z.string(),
      account,
      ips,
      traffic,
      wallet,
      autoRenew,
      count: subAccounts.shape.count,
      firstPage: subAccounts.shape.firstPage,
      pinned: subAccounts.shape.pinned,
    }),
  ),
});
export type LastKnown = z.infer<typeof lastKnownSchema>;

/** What is kept after a read, or null when the account is not known. Only the current account's figures are replaced. */
export function keepLastKnown(kept: LastKnown, state: AppState): LastKnown | null {
  if (state.account.value === null) return null;
  const id = String(state.account.value.id);
  const { subAccounts: subs } = state;
  const figures = {
    origin: state.source.origin,
    account: state.account,
    ips: state.ips,
    traffic: state.traffic,
    wallet: state.wallet,
    autoRenew: state.autoRenew,
    count: subs.count,
    firstPage: subs.firstPage,
    pinned: subs.pinned,
  };
  return { current: id, accounts: { ...kept.accounts, [id]: figures } };
}

/** The state with the kept figures of the current account in it, aged at `now` (ms); unchanged when there are none for this address. */
export function withLastKnown(state: AppState, kept: LastKnown, now: number): AppState {
  const figures = kept.current === null ? undefined : kept.accounts[kept.current];
  if (figures === undefined || figures.origin !== state.source.origin) return state;
  const limit = staleAfter(state.settings.pace);
  // Why a read failed before the last quit is not what is wrong now: only the number and its age count.
  const old = <T>({ value, asOf }: Figure<T>): Figure<T> =>
    value === null ? absent() : aged({ value, asOf, status: 'fresh' }, now, limit);
  return {
    ...state,
    account: old(figures.account),
    ips: old(figures.ips),
    traffic: old(figures.traffic),
    wallet: old(figures.wallet),
    autoRenew: old(figures.autoRenew),
    subAccounts: {
      ...state.subAccounts,
      count: old(figures.count),
      firstPage: figures.firstPage,
      pinned: figures.pinned,
    },
  };
}
