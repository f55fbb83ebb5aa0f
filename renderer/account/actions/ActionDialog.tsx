// One action, in one dialog: its form, what exactly it will do, the action, and its outcome. It must not be repeated
// automatically: it may spend money.
import { useEffect, useMemo, useRef, useState } from 'react';
import { type ActionId, actionOf, deliberateOf } from '../../../app/model/actions/actions';
import { fieldsOf } from '../../../app/model/actions/form-fields';
import { initialOf } from '../../../app/model/actions/initial-form';
import type { Row } from '../../../app/model/lists/list-description';
import type { ListId } from '../../../app/model/lists/lists';
import type { AppState } from '../../../app/model/state/app-state';
import { type ActionAbout, actionText, actionTexts as texts } from '../../../app/texts/account/actions';
import { Dialog } from '../../ui/Dialog';
import { locale } from '../../ui/locale';
import { DialogStep } from '../form/DialogStep';
import { nameOfRow } from './row-actions';
import { Toast, Toasts } from './Toast';
import { useActionRun } from './use-action-run';
import { isMaking, mayHaveWorked, type Phase, staysOpen } from './action-phase';
import { ActionForm } from './ActionForm';
import { ActionStep } from './ActionStep';

/** The outcome of an action. `unknown`: check before trying again. */
export interface ActionDone {
  action: ActionId;
  outcome: 'done' | 'unknown';
  /** The lists to read again. */
  changes: readonly ListId[];
  /** A sentence for a status line; null where the dialog says it, or it is not known what happened. */
  text: string | null;
  /** The key of the row that was created, if it is known. */
  newKey?: string;
}

export interface ActionDialogProps {
  action: ActionId;
  /** What it is done to. */
  rows: readonly Row[];
  /** Done with this, without a form that asks for it. */
  given?: Readonly<Record<string, unknown>>;
  state: AppState;
  onClose: () => void;
  /** Once, when it is over and something may have changed. */
  onDone: (done: ActionDone) => void;
}

const nothing = {};

/** The action, from its form to its result. One that asks for nothing and spends nothing is done at once, and shows only problems. */
export function ActionDialog({ action, rows, given, state, onClose, onDone }: ActionDialogProps) {
  const { form, changes, edits = false, deliberate: always } = actionOf(action);
  const words = actionText(action);
  const [keys] = useState(() => rows.map(({ key }) => key));
  const hasForm = fieldsOf(form).length > 0 && given === undefined;
  const [fixed] = useState(() => (hasForm ? undefined : (given ?? nothing)));
  // As it was when the form was opened: the list behind it is still read.
  const [row] = useState(() => rows[0]);
  const initial = useMemo(() => initialOf(action, row), [action, row]);
  const { phase, submit, confirm, back } = useActionRun({
    action,
    rows: keys,
    given: fixed,
    before: edits ? initial : undefined,
  });
  const about = aboutOf(phase, rows, state);
  const deliberate = phase.at === 'form' ? always : deliberateOf(action, phase.input);

  const over = useRef(false);
  const isDone = phase.at === 'done';
  const isCreated = phase.at === 'done' && phase.created !== undefined;
  useEffect(() => {
    if (phase.at !== 'done' || over.current) return;
    over.current = true;
    // New codes must be seen before they disappear: the dialog stays open and says what was done.
    const stays = staysOpen(phase, action);
    onDone({
      action,
      outcome: 'done',
      changes,
      text: stays ? null : words.done(about, phase.count),
      ...newKeyIn(phase),
    });
    if (!stays) onClose();
  });
  const close = () => {
    if (mayHaveWorked(phase)) onDone({ action, outcome: 'unknown', changes, text: null });
    onClose();
  };

  const send = (input: Readonly<Record<string, unknown>>) => {
    if (!edits || Object.keys(input).length > 0) return submit(input);
    onDone({ action, outcome: 'done', changes: [], text: texts.nothingChanged });
    onClose();
  };

  const isBusy = phase.at === 'preparing' || phase.at === 'running';
  const isQuiet = !hasForm && deliberate === null;
  if (isQuiet && (isBusy || isDone)) return <RunningToast text={words.running} />;
  if (isDone && !staysOpen(phase, action)) return null;

  const showsForm =
    hasForm && (phase.at === 'form' || phase.at === 'preparing' || (phase.at === 'running' && deliberate === null));
  return (
    <Dialog
      title={titleOf(phase, action, about)}
      isOpen
      onClose={close}
      isWide
      role={phase.at === 'review' && !hasForm ? 'alertdialog' : 'dialog'}
      // What is shown only once is not closed by accident.
      closes={phase.at === 'running' || isCreated ? 'by-buttons' : 'by-escape'}
    >
      {hasForm && !isDone ? (
        <div hidden={!showsForm}>
          <ActionForm
            action={action}
            state={state}
            row={row}
            initial={initial}
            problem={phase.at === 'form' ? phase.problem : null}
            isBusy={isBusy}
            button={deliberate === null ? words.button(about) : texts.next}
            onCancel={phase.at === 'running' ? null : close}
            onSubmit={send}
          />
          <p className="only-spoken" role="status">
            {isBusy && showsForm ? words.running : ''}
          </p>
        </div>
      ) : null}
      {showsForm ? null : (
        <DialogStep key={phase.at}>
          <ActionStep
            phase={phase}
            about={about}
            action={action}
            state={state}
            onBack={hasForm ? back : null}
            onConfirm={confirm}
            onClose={close}
          />
        </DialogStep>
      )}
    </Dialog>
  );
}

function RunningToast({ text }: { text: string }) {
  return (
    <Toasts>
      <Toast tone="busy">{text}</Toast>
    </Toasts>
  );
}

function titleOf(phase: Phase, action: ActionId, about: ActionAbout): string {
  const words = actionText(action);
  if (phase.at === 'unknown') return texts.unknownTitle;
  const isShown = phase.at === 'done' && (isMaking(action) || phase.created !== undefined);
  return isShown ? words.done(about, phase.count) : words.title(about);
}

function newKeyIn({ created }: Extract<Phase, { at: 'done' }>): Pick<ActionDone, 'newKey'> {
  return created === undefined || created.key === null ? {} : { newKey: created.key };
}

function aboutOf(phase: Phase, rows: readonly Row[], state: AppState): ActionAbout {
  const input = phase.at === 'form' ? nothing : phase.input;
  const packages = state.traffic.value?.packages ?? [];
  const chosen = 'packageId' in input ? packages.find(({ id }) => id === input.packageId) : undefined;
  return {
    input,
    rows: rows.map((row) => ({ name: nameOfRow(row), cells: row.cells })),
    packageName: chosen?.name ?? null,
    locale: locale(),
  };
}
