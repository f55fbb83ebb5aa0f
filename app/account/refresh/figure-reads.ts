// Which request brings each figure. batch.ts says what a failed request means, refresh-policy.ts when to ask.
import { afterAnswer, type Figure } from '../../model/figures/figure';
import { figureIds, type FigureId, type Figures, type FigureValue } from '../../model/figures/figures';
import { ok, type Result } from '../../model/problem';
import type { AccountAnswer } from '../../model/state/account-answer';
import type { AppState } from '../../model/state/app-state';
import type { NineProxy } from '../../nineproxy/client';
import type { CallOptions } from '../../nineproxy/operations/operation-types';

/** What one answer has of each figure; null where it could not be read. */
type FigureValues<Id extends FigureId> = { [One in Id]: FigureValue<One> | null };

/** One request whose answer has these figures. */
export type FigureRead<Id extends FigureId> = (
  client: NineProxy,
  options: CallOptions,
) => Promise<Result<FigureValues<Id>>>;

/** The figures that came with one answer. */
export type AnyFigureRead = (
  client: NineProxy,
  options: CallOptions,
) => Promise<Result<Partial<FigureValues<FigureId>>>>;

const balance: FigureRead<'ips' | 'traffic'> = (client, options) => client.readBalance(options);

const autoRenew: FigureRead<'autoRenew'> = async (client, options) => {
  const answer = await client.readAutoRenew(options);
  return answer.ok ? ok({ autoRenew: answer.value }) : answer;
};

/** The request for each figure: figures with the same one share its answer. `account`: the account's answer has it (`withAccount`). */
const figureReads: { [Id in FigureId]: FigureRead<Id> | (Id extends keyof AccountAnswer ? 'account' : never) } = {
  ips: balance,
  traffic: balance,
  wallet: 'account',
  autoRenew,
};

/** Each request besides the account's, once, with its figures. */
export const figureRequests: ReadonlyMap<AnyFigureRead, readonly FigureId[]> = byRequest();

function byRequest(): Map<AnyFigureRead, FigureId[]> {
  const requests = new Map<AnyFigureRead, FigureId[]>();
  for (const id of figureIds) {
    const read = figureReads[id];
    if (read !== 'account') requests.set(read, [...(requests.get(read) ?? []), id]);
  }
  return requests;
}

/** The state after an answer that was received at `now` (ms) to the request for these figures. */
export function withFigureAnswer(
  state: AppState,
  ids: readonly FigureId[],
  answer: Result<Partial<FigureValues<FigureId>>>,
  now: number,
): AppState {
  const changed = ids.map((id) => [id, figureAfter(state, id, answer, now)]);
  return { ...state, ...Object.fromEntries(changed) };
}

function figureAfter<Id extends FigureId>(
  figures: Figures,
  id: Id,
  answer: Result<Partial<FigureValues<FigureId>>>,
  now: number,
): Figure<FigureValue<Id>> {
  return afterAnswer(figures[id], answer.ok ? ok(answer.value[id] ?? null) : answer, now);
}
