// One list with what can be done to it: its buttons, its rows' actions, its selection.
import { useState } from 'react';
import type { Row } from '../../../app/model/lists/list-description';
import type { ListId } from '../../../app/model/lists/lists';
import type { AppState } from '../../../app/model/state/app-state';
import { Button } from '../../ui/Button';
import { createActionsFor, actionsFor, selectionActionsFor } from '../actions/row-actions';
import { Toasts } from '../actions/Toast';
import { useAction } from '../actions/use-action';
import { List } from '../list/List';
import { nothingSelected, type Selection } from '../list/selection/selection';

interface ListPanelProps {
  list: ListId;
  state: AppState;
  /** Filters that the place has decided. */
  filters?: Readonly<Record<string, string>>;
}

/** A list of one area. */
export function ListPanel({ list, state, filters }: ListPanelProps) {
  const [reload, setReload] = useState(0);
  const [selection, setSelection] = useState<Selection>(nothingSelected);
  const { begin, dialog, said } = useAction(state, ({ changes }) => {
    if (!changes.includes(list)) return;
    setSelection(nothingSelected);
    setReload((times) => times + 1);
  });
  const rows: readonly Row[] = selection.which === 'these' ? [...selection.rows.values()] : [];
  const selectable = list === 'connections' || list === 'codesMade';
  const create = createActionsFor(list);
  const hasActions = create.length > 0 && list !== 'codesRedeemed';
  return (
    <>
      <List
        list={list}
        state={state}
        reload={reload}
        {...(filters === undefined ? {} : { filters })}
        selection={selectable ? { value: selection, onChange: setSelection, canMatch: false } : null}
        {...(hasActions
          ? {
              rowActions: (row: Row) =>
                actionsFor(list, row).map(({ action, label, dangerous }) => ({
                  id: action,
                  label,
                  dangerous,
                  run: () => begin(action, [row]),
                })),
            }
          : {})}
        toolbar={
          <>
            {selectionActionsFor(list, rows).map(({ action, label, rows: fitting }) => (
              <Button key={action} kind="danger" onPress={() => begin(action, fitting)}>
                {label}
              </Button>
            ))}
            {create.map(({ action, label }, at) => (
              <Button
                key={action}
                icon="plus"
                {...(at === 0 ? { kind: 'primary' as const } : {})}
                onPress={() => begin(action)}
              >
                {label}
              </Button>
            ))}
          </>
        }
      />
      {dialog}
      <Toasts>{said}</Toasts>
    </>
  );
}
