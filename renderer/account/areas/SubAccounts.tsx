// The sub-accounts: the list, what is done to one, to many, and to all of them; and where one's IPs went. Must not keep any of it.
import { useState } from 'react';
import type { Row } from '../../../app/areas/list';
import type { AppState, WhichSubAccounts } from '../../../app/bridge/contract';
import { areaTexts as texts } from '../../../app/texts/areas';
import { ask } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { actionsFor, createActionsFor } from '../actions/row-actions';
import { useAction } from '../actions/use-action';
import { BulkBar } from '../bulk/BulkBar';
import { BulkProgress } from '../bulk/BulkProgress';
import { PanicCard } from '../bulk/PanicCard';
import { List, type RowAction } from '../list/List';
import { countOf, isNothing, nothingSelected, type Selection } from '../list/selection';
import { AreaFrame } from './AreaFrame';
import { changesSeen } from './changes-seen';
import { Usage } from './Usage';

interface SubAccountsProps {
  state: AppState;
  /** The tray asked to disable all of them. */
  asksPanic: boolean;
}

/** The area of the sub-accounts. */
export function SubAccounts({ state, asksPanic }: SubAccountsProps) {
  const [usageOf, setUsageOf] = useState<string | null>(null);
  const [selection, setSelection] = useState<Selection>(nothingSelected);
  const [acted, setActed] = useState(0);
  const { begin, view } = useAction(state, () => {
    setSelection(nothingSelected);
    setActed((times) => times + 1);
  });
  const { bulk, panic } = state.bulk;
  // Asked once: the card comes and goes.
  const [asks, setAsks] = useState(asksPanic);
  const card = <PanicCard state={state} asks={asks} onAnswered={() => setAsks(false)} />;

  function rowActions(row: Row): RowAction[] {
    const id = Number(row.key);
    const username = String(row.cells['username'] ?? '');
    const isOn = row.cells['status'] === 'enabled';
    // One whose username is not known is named by its id, which the usage log cannot be filtered by.
    const hasName = username !== '' && username !== `#${row.key}`;
    return [
      {
        id: 'switch',
        label: isOn ? texts.disable : texts.enable,
        run: () => ask('subAccounts.switch', { id, enabled: !isOn }),
      },
      ...(hasName ? [{ id: 'usage', label: texts.showUsage, run: () => setUsageOf(username) }] : []),
      ...actionsFor('subAccounts', row).map(({ action, label, dangerous }) => ({
        id: action,
        label,
        dangerous,
        run: () => begin(action, [row]),
      })),
    ];
  }

  if (usageOf !== null) return <Usage username={usageOf} state={state} onBack={() => setUsageOf(null)} />;
  return (
    <AreaFrame area="subAccounts" fills>
      {panic === null ? null : card}
      {bulk === null ? null : <BulkProgress job={bulk} />}
      <List
        list="subAccounts"
        state={state}
        // Another number reads again: after an action, a switch that was settled, some more rows of a job.
        reload={acted + changesSeen(state)}
        selection={{ value: selection, onChange: setSelection, canMatch: true }}
        rowActions={rowActions}
        toolbar={createActionsFor('subAccounts').map(({ action, label }) => (
          <Button key={action} kind="primary" icon="plus" onPress={() => begin(action)}>
            {label}
          </Button>
        ))}
      />
      {isNothing(selection) ? null : (
        <BulkBar
          state={state}
          which={whichOf(selection)}
          count={countOf(selection)}
          matching={null}
          onAll={() => undefined}
          onClear={() => setSelection(nothingSelected)}
        />
      )}
      {panic === null ? card : null}
      {view}
    </AreaFrame>
  );
}

/** What is selected, as main understands it. */
function whichOf(selection: Selection): WhichSubAccounts {
  if (selection.which === 'these') {
    return { which: 'these', ids: [...selection.rows.keys()].map(Number) };
  }
  const { search, filters } = selection.filter;
  const { status } = filters;
  return {
    which: 'matching',
    search,
    status: status === 'enabled' || status === 'disabled' ? status : null,
  };
}
