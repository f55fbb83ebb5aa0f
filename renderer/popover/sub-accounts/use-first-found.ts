// Enter in the search field switches the first sub-account found: at once if main has answered, else as soon as it has.
// It must not switch what an earlier search found.
import { useEffect, useRef } from 'react';
import type { SubAccountSwitch } from '../../../app/model/state/app-state';
import { ask } from '../../ui/bridge';
import { isShownOn } from './switch-shown';
import type { Rows } from './use-rows';

export interface FirstFoundOptions {
  /** What is in the field. */
  search: string;
  rows: Rows;
  isLoading: boolean;
  outcomes: ReadonlyMap<number, SubAccountSwitch>;
}

/** Returns what Enter does. */
export function useFirstFound({ search, rows, isLoading, outcomes }: FirstFoundOptions): () => void {
  /** The search whose first hit shall be switched. */
  const wanted = useRef<string | null>(null);
  function settle(): void {
    if (wanted.current !== search) wanted.current = null;
    if (wanted.current === null || rows.found === null) return;
    const first = rows.at(0);
    if (first === undefined && isLoading) return;
    wanted.current = null;
    if (first === undefined) return;
    ask('subAccounts.switch', { id: first.id, enabled: !isShownOn(first, outcomes.get(first.id)) });
  }
  useEffect(settle);
  return () => {
    wanted.current = search === '' ? null : search;
    settle();
  };
}
