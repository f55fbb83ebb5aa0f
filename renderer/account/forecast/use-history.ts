// What main has recorded of a figure, read again with the figure, as its history is longer then.
import { useEffect, useState } from 'react';
import type { CallOutput } from '../../../app/bridge/contract';
import type { Forecasted } from '../../../app/texts/account/forecast';
import { call } from '../../ui/bridge';

export type RecordedHistory = CallOutput<'history.read'>;

const nothing: RecordedHistory = { points: [], perDay: [] };

/**
 * The last `days` days of a figure that was read at `asOf` (null: never, so that nothing is recorded); null until the first answer. A read
 * that fails shows nothing recorded: the figures are beside it.
 */
export function useHistory(what: Forecasted, days: number, asOf: number | null): RecordedHistory | null {
  const [history, setHistory] = useState<RecordedHistory | null>(null);
  useEffect(() => {
    if (asOf === null) return undefined;
    let isWanted = true;
    void call('history.read', { what, days }).then((answer) => {
      if (isWanted) setHistory(answer.ok ? answer.value : nothing);
    });
    return () => {
      isWanted = false;
    };
  }, [what, days, asOf]);
  return asOf === null ? nothing : history;
}
