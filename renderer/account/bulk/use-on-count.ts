// How many sub-accounts are on, for the emergency stop's button; null where 9Proxy did not report it, never a guess.
import { useEffect, useState } from 'react';
import { call } from '../../ui/bridge';

/** Asked again for each other `revision`; not while `isBusy`. */
export function useOnCount(revision: number, isBusy: boolean): number | null {
  const [on, setOn] = useState<number | null>(null);
  useEffect(() => {
    if (isBusy) return undefined;
    let isWanted = true;
    void call('subAccounts.countOn', undefined).then((answer) => {
      if (isWanted) setOn(answer.ok ? answer.value.on : null);
    });
    return () => {
      isWanted = false;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- another revision asks again
  }, [revision, isBusy]);
  return on;
}
