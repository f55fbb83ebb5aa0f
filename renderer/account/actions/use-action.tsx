// What a place with actions needs: begins one, shows its dialog, and announces politely what was done.
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { ActionId } from '../../../app/model/actions/actions';
import type { Row } from '../../../app/model/lists/list-description';
import type { AppState } from '../../../app/model/state/app-state';
import { ActionDialog, type ActionDone } from './ActionDialog';
import { Toast } from './Toast';

interface Wanted {
  action: ActionId;
  rows: readonly Row[];
  given?: Readonly<Record<string, unknown>>;
  /** A second time is another dialog. */
  turn: number;
}

export interface Actions {
  /** Begins an action; with `given` there is no form. One at a time: a second one does not wait and is not started. */
  begin: (action: ActionId, rows?: readonly Row[], given?: Readonly<Record<string, unknown>>) => void;
  /** The dialog, to be put anywhere. */
  dialog: ReactNode;
  /** What was done, for toasts. */
  said: ReactNode;
}

/** How long a sentence of what was done stays (ms). */
const saidFor = 8_000;

/** `onDone`: something changed, or may have; read the lists in `changes` again. */
export function useAction(state: AppState, onDone: (done: ActionDone) => void): Actions {
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), saidFor);
    return () => clearTimeout(timer);
  }, [said]);

  const begin = useCallback<Actions['begin']>((action, rows = [], given) => {
    setSaid(null);
    setWanted((present) =>
      present === null ? { action, rows, turn: Date.now(), ...(given === undefined ? {} : { given }) } : present,
    );
  }, []);

  const dialog =
    wanted === null ? null : (
      <ActionDialog
        key={wanted.turn}
        {...wanted}
        state={state}
        onClose={() => setWanted(null)}
        onDone={(done) => {
          setSaid(done.text);
          onDone(done);
        }}
      />
    );
  return { begin, dialog, said: <div role="status">{said === null ? null : <Toast>{said}</Toast>}</div> };
}
