// A vendor's client for tests: every request waits until the test answers it.
import type { NineProxy } from '../nineproxy/client';
import type { Result } from '../model/problem';
import { failed } from '../model/problem';
import { settled } from '../model/clock.fixture';

/** One request, waiting for its answer. */
export interface Asked {
  what: keyof NineProxy;
  /** What was asked with: a query, or id and wanted state. */
  with: unknown[];
  signal: AbortSignal | undefined;
  answered: boolean;
}

export interface FakeVendor {
  client: NineProxy;
  asked: Asked[];
  /** The names of what was asked and is not answered. */
  open(): (keyof NineProxy)[];
  /** Answers the oldest open request of this kind. */
  answer<N extends keyof NineProxy>(what: N, answer: Awaited<ReturnType<NineProxy[N]>>): Promise<void>;
}

/** A vendor. A request that is cancelled answers `cancelled`, as the client does. */
export function fakeVendor(): FakeVendor {
  const waiting: (Asked & { resolve: (answer: Result<never>) => void })[] = [];
  const ask =
    (what: keyof NineProxy, parameters: number) =>
    (...given: unknown[]): Promise<Result<never>> =>
      new Promise((resolve) => {
        const { signal } = (given[parameters] ?? {}) as { signal?: AbortSignal };
        const one = { what, with: given.slice(0, parameters), signal, answered: false, resolve };
        waiting.push(one);
        if (signal === undefined) return;
        const calledOff = () => {
          one.answered = true;
          resolve(failed({ kind: 'cancelled' }));
        };
        signal.addEventListener('abort', calledOff);
        one.resolve = (answer) => {
          signal.removeEventListener('abort', calledOff);
          resolve(answer);
        };
      });
  return {
    client: {
      readAccount: ask('readAccount', 0),
      readBalance: ask('readBalance', 0),
      readAutoRenew: ask('readAutoRenew', 0),
      readAffiliate: ask('readAffiliate', 0),
      listSubAccounts: ask('listSubAccounts', 1),
      readList: ask('readList', 2),
      check: ask('check', 1),
      createSubAccount: ask('createSubAccount', 1),
      updateSubAccount: ask('updateSubAccount', 2),
      setSubAccountEnabled: ask('setSubAccountEnabled', 2),
      setTopUp: ask('setTopUp', 2),
      deleteSubAccount: ask('deleteSubAccount', 1),
      createSubUser: ask('createSubUser', 1),
      updateSubUser: ask('updateSubUser', 3),
      deleteSubUser: ask('deleteSubUser', 1),
      createWhitelistEntry: ask('createWhitelistEntry', 1),
      updateWhitelistEntry: ask('updateWhitelistEntry', 2),
      deleteWhitelistEntry: ask('deleteWhitelistEntry', 1),
      createConnection: ask('createConnection', 1),
      updateConnection: ask('updateConnection', 2),
      deleteConnections: ask('deleteConnections', 1),
      makeIpCodes: ask('makeIpCodes', 1),
      makeTrafficCodes: ask('makeTrafficCodes', 1),
      redeemCodes: ask('redeemCodes', 1),
      revokeCodes: ask('revokeCodes', 1),
      setAutoRenew: ask('setAutoRenew', 1),
    },
    asked: waiting,
    open: () => waiting.filter(({ answered }) => !answered).map(({ what }) => what),
    async answer(what, answer) {
      const one = waiting.find((other) => other.what === what && !other.answered);
      if (one === undefined) throw new Error(`nobody asked for ${what}`);
      one.answered = true;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the answer's type is tied to what was asked
      one.resolve(answer as Result<never>);
      await settled();
    },
  };
}
