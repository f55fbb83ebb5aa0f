// Opens the form of the sub-account that the popover asked to edit, once its row has been read.
import { useEffect } from 'react';
import type { SubAccountToEdit } from '../../../app/model/state/sub-account-row';
import { call } from '../../ui/bridge';
import { setFailedAsk } from '../../ui/failed-ask';
import type { Actions } from '../actions/use-action';

/** Reads the row when the area is shown; nothing is opened where 9Proxy has no such row, or does not answer. */
export function useEditAtStart(edit: SubAccountToEdit | null, begin: Actions['begin']): void {
  useEffect(() => {
    if (edit === null) return undefined;
    let isShown = true;
    void call('subAccounts.find', edit).then((answer) => {
      if (!isShown) return;
      if (!answer.ok) return setFailedAsk(answer.problem);
      const row = answer.value;
      if (row !== null) begin('editSubAccount', [row]);
    });
    return () => {
      isShown = false;
    };
  }, [edit, begin]);
}
