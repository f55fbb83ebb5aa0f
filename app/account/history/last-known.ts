// The last known figures on disk, so that the next start can show them at once with their age. No secrets: figures, usernames and notes only.
import { z } from 'zod';
import { staleAfter } from '../refresh/refresh-policy';
import { figureShape, forEachFigure, mapFigures } from '../../model/figures/figures';
import { absent, aged } from '../../model/figures/figure';
import type { AppState } from '../../model/state/app-state';
import type { Figure } from '../../model/figures/figure';
import { appStateSchema } from '../../model/state/app-state';

const { account, subAccounts } = appStateSchema.shape;

const storedAccountSchema = z.object({
  /** The address they came from; figures of another address are not shown. */
  origin: z.string(),
  account,
  ...figureShape,
  count: subAccounts.shape.count,
  firstPage: subAccounts.shape.firstPage,
  pinned: subAccounts.shape.pinned,
});

/** A file of an earlier version has no figure that is newer than it. */
function withNewFigures(stored: unknown): unknown {
  return typeof stored === 'object' ? { ...forEachFigure(() => absent()), ...stored } : stored;
}

/** The figures of each account, by the account's id. */
export const lastKnownSchema = z.object({
  current: z.string().nullable(),
  accounts: z.record(z.string(), z.preprocess(withNewFigures, storedAccountSchema)),
});
export type LastKnown = z.infer<typeof lastKnownSchema>;

/** What is stored after a read, or null when the account is not known. Only the current account's figures are replaced. */
export function keepLastKnown(kept: LastKnown, state: AppState): LastKnown | null {
  if (state.account.value === null) return null;
  const id = String(state.account.value.id);
  const { subAccounts: subs } = state;
  const figures = {
    origin: state.source.origin,
    account: state.account,
    ...mapFigures(state, (figure) => figure),
    count: subs.count,
    firstPage: subs.firstPage,
    pinned: subs.pinned,
  };
  return { current: id, accounts: { ...kept.accounts, [id]: figures } };
}

/** The state with the stored figures of the current account, aged at `now` (ms); unchanged when there are none for this address. */
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
    ...mapFigures(figures, old),
    subAccounts: {
      ...state.subAccounts,
      count: old(figures.count),
      firstPage: figures.firstPage,
      pinned: figures.pinned,
    },
  };
}
