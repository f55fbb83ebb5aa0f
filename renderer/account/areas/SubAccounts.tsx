// The sub-accounts: the list, the actions on one, on many and on all of them; and where one's IPs went.
import { useMemo, useState } from 'react';
import type { Row } from '../../../app/model/lists/list-description';
import type { AppState, SubAccountSwitch } from '../../../app/model/state/app-state';
import type { SubAccountToEdit } from '../../../app/model/state/sub-account-row';
import type { SubAccountSelection } from '../../../app/model/bulk/sub-account-selection';
import { areaTexts as texts } from '../../../app/texts/account/areas';
import { popoverTexts, rolledBackText } from '../../../app/texts/status/popover';
import { sentences } from '../../../app/texts/sentence';
import { call } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { locale } from '../../ui/locale';
import { useMasked } from '../../ui/privacy';
import { actionsFor, createActionsFor } from '../actions/row-actions';
import { Toasts } from '../actions/Toast';
import { useAction } from '../actions/use-action';
import { BulkBar } from '../bulk/BulkBar';
import { BulkProgress } from '../bulk/BulkProgress';
import { isUnderWay } from '../bulk/job-progress';
import { PanicCard } from '../bulk/PanicCard';
import { useOnCount } from '../bulk/use-on-count';
import type { RowNote } from '../list/grid/row-note';
import { List, type RowAction } from '../list/List';
import { useEditAtStart } from './use-edit-at-start';
import { countOf, isNothing, nothingSelected, type Selection } from '../list/selection/selection';
import { AreaFrame } from '../frame/AreaFrame';
import { type RefusedSwitch, SwitchToasts } from './SwitchToasts';
import { Usage } from './Usage';

interface SubAccountsProps {
  state: AppState;
  /** The tray asked to disable all of them. */
  asksPanic: boolean;
  /** The popover asked to edit this one. */
  edit?: SubAccountToEdit | null;
}

/** The area of the sub-accounts. */
export function SubAccounts({ state, asksPanic, edit = null }: SubAccountsProps) {
  const [usageOf, setUsageOf] = useState<string | null>(null);
  const [selection, setSelection] = useState<Selection>(nothingSelected);
  const [newKey, setNewKey] = useState<string | null>(null);
  const [acted, setActed] = useState(0);
  const [refused, setRefused] = useState<RefusedSwitch | null>(null);
  const { switches } = state.subAccounts;
  const masked = useMasked();
  const notes = useMemo(() => notesOf(switches, masked), [switches, masked]);
  const { begin, dialog, said } = useAction(state, ({ newKey: key = null }) => {
    setNewKey(key);
    setSelection(nothingSelected);
    setActed((times) => times + 1);
  });
  useEditAtStart(edit, begin);
  const { bulk, panic } = state.bulk;
  // Asked once: what asks comes and goes.
  const [asks, setAsks] = useState(asksPanic);
  const isBusy = [bulk, panic].some((job) => job !== null && isUnderWay(job));
  // Another number reads again: after an action, a switch that ended, more rows of a job.
  const revision = acted + state.subAccounts.listRevision;
  const on = useOnCount(revision, isBusy);
  const stop = <PanicCard state={state} on={on} asks={asks} onAnswered={() => setAsks(false)} />;

  function rowActions(row: Row, note: RowNote | null): RowAction[] {
    const id = Number(row.key);
    const username = usernameOf(row);
    // As its switch shows it.
    const isOn = note?.isOn ?? row.cells['status'] === 'enabled';
    // One whose username is not known is named by its id, which the usage log cannot be filtered by.
    const hasName = username !== '' && username !== `#${row.key}`;
    return [
      {
        id: 'switch',
        label: isOn ? texts.disable : texts.enable,
        run: () => void switchTo({ id, username, wanted: !isOn }),
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

  async function switchTo({ id, username, wanted }: { id: number; username: string; wanted: boolean }): Promise<void> {
    setRefused(null);
    const answer = await call('subAccounts.switch', { id, enabled: wanted });
    if (!answer.ok) setRefused({ username, wanted, problem: answer.problem });
  }

  if (usageOf !== null) return <Usage username={usageOf} state={state} onBack={() => setUsageOf(null)} />;
  return (
    <AreaFrame area="subAccounts" fills>
      {panic === null ? null : stop}
      <List
        list="subAccounts"
        notes={notes}
        onSwitch={(row, wanted) => void switchTo({ id: Number(row.key), username: usernameOf(row), wanted })}
        state={state}
        reload={revision}
        // While the dialog is in front of it, the user would not see it.
        newKey={dialog === null ? newKey : null}
        selection={{ value: selection, onChange: setSelection, canMatch: true }}
        rowActions={rowActions}
        toolbar={
          <>
            {panic === null ? stop : null}
            {createActionsFor('subAccounts').map(({ action, label }) => (
              <Button key={action} kind="primary" icon="plus" onPress={() => begin(action)}>
                {label}
              </Button>
            ))}
          </>
        }
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
      <Toasts isInFlow>
        {bulk === null ? null : <BulkProgress job={bulk} />}
        <SwitchToasts switches={switches} refused={refused} onDismissRefused={() => setRefused(null)} />
        {said}
      </Toasts>
      {dialog}
    </AreaFrame>
  );
}

const usernameOf = ({ cells }: Row) => String(cells['username'] ?? '');

/** What the switch of a row shows while it is switched and until the list was read again, and why it did not happen. */
function notesOf(switches: readonly SubAccountSwitch[], hidden: boolean): ReadonlyMap<string, RowNote> {
  return new Map(
    switches.map(({ id, phase, username, wanted, problem, at }): [string, RowNote] => {
      const key = String(id);
      if (phase === 'pending')
        return [key, { isOn: wanted, phase, text: popoverTexts.switching, title: popoverTexts.switching }];
      if (phase === 'done') return [key, { isOn: wanted, phase, text: '', title: '', until: at }];
      const { text, cause } = rolledBackText(username, wanted, problem, at, locale(), hidden);
      const said =
        problem?.kind === 'outcome-unknown'
          ? popoverTexts.notSwitchedInShort.unknown
          : popoverTexts.notSwitchedInShort.refused;
      return [key, { isOn: null, phase: 'failed', text: said, title: sentences(text, cause) }];
    }),
  );
}

/** What is selected, as main understands it. */
function whichOf(selection: Selection): SubAccountSelection {
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
