// How many sub-accounts are on, for the emergency stop's button. Must not guess: null where 9Proxy did not tell.
import { useEffect, useState } from 'react';
import { call } from '../../ui/bridge';

/** Asked again for each other `revision`; not while `isBusy`. A whole page is asked for: whether the filter was followed shows in its rows. */
export function useOnCount(revision: number, isBusy: boolean): number | null {
  const [on, setOn] = useState<number | null>(null);
  useEffect(() => {
    if (isBusy) return undefined;
    let isWanted = true;
    const query = { page: 1, limit: 100, search: '', sort: null, filters: { status: 'enabled' } };
    void call('lists.read', { list: 'subAccounts', ...query }).then((answer) => {
      if (isWanted) setOn(answer.ok ? answer.value.total : null);
    });
    return () => {
      isWanted = false;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- another revision asks again
  }, [revision, isBusy]);
  return on;
}
