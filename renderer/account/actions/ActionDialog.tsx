// One action, in one dialog: its form, what exactly it will do, the action, and its outcome. Must not repeat an action automatically.
import { useEffect, useMemo, useRef, useState } from 'react';
import { type ActionId, actionOf, deliberateOf } from '../../../app/model/actions/actions';
import { checkChanges, checkForm } from '../../../app/model/actions/form-validation';
import { fieldsOf } from '../../../app/model/actions/form-fields';
import { initialOf, suggestedOf } from '../../../app/model/actions/initial-form';
import type { Row } from '../../../app/model/lists/list-description';
import type { ListId } from '../../../app/model/lists/lists';
import type { Problem } from '../../../app/model/problem';
import type { AppState } from '../../../app/model/state/app-state';
import { correctedNames } from '../../../app/model/field-names';
import { type ActionAbout, actionText, actionTexts as texts } from '../../../app/texts/account/actions';
import { fieldText } from '../../../app/texts/account/forms';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { locale } from '../../ui/locale';
import { DialogStep } from '../form/DialogStep';
import { Form } from '../form/Form';
import { nameOfRow } from './row-actions';
import { Toast, Toasts } from './Toast';
import { limitsOf } from './limits';
import { useActionRun } from './use-action-run';
import { type Input, isMaking, mayHaveWorked, type Phase, staysOpen } from './action-phase';
import { ActionStep } from './ActionStep';

/** What came of an action. `unknown`: look before trying again. */
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

/** The action, from its form to its result. One that asks for nothing and spends nothing is done at once, and shows only its troubles. */
export function ActionDialog({ action, rows, given, state, onClose, onDone }: ActionDialogProps) {
  const { form, changes, edits = false, deliberate: always } = actionOf(action);
  const words = actionText(action);
  const [keys] = useState(() => rows.map(({ key }) => key));
  const hasForm = fieldsOf(form).length > 0 && given === undefined;
  const [fixed] = useState(() => (hasForm ? undefined : (given ?? nothing)));
  // As it was when the form was opened: the list behind it goes on being read.
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
    // Codes that were made are worth a look before they go: the dialog stays, and says itself what was done.
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
  if (isQuiet && (isBusy || isDone))
    return (
      <Toasts>
        <Toast tone="busy">{words.running}</Toast>
      </Toasts>
    );
  if (isDone && !staysOpen(phase, action)) return null;

  const showsForm =
    hasForm && (phase.at === 'form' || phase.at === 'preparing' || (phase.at === 'running' && deliberate === null));
  return (
    <Dialog
      title={
        phase.at === 'unknown'
          ? texts.unknownTitle
          : isDone && (isMaking(action) || isCreated)
            ? words.done(about, phase.count)
            : words.title(about)
      }
      isOpen
      onClose={close}
      isWide
      role={phase.at === 'review' && !hasForm ? 'alertdialog' : 'dialog'}
      // What is shown once is not closed by a slip.
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

interface ActionFormProps {
  action: ActionId;
  state: AppState;
  /** The row it is about, as it was when the form was opened. */
  row: Row | undefined;
  initial: ReturnType<typeof initialOf>;
  problem: Problem | null;
  isBusy: boolean;
  button: string;
  /** Null: it cannot be cancelled any more. */
  onCancel: (() => void) | null;
  onSubmit: (input: Input) => void;
}

function ActionForm({ action, state, row, initial, problem, isBusy, button, onCancel, onSubmit }: ActionFormProps) {
  const { operation, edits = false } = actionOf(action);
  const fields = useMemo(() => fieldsOf(actionOf(action).form), [action]);
  return (
    <Form
      fields={fields}
      texts={(name) => fieldText(action, name)}
      initial={initial}
      suggested={suggestedOf(action, row)}
      edits={edits}
      check={(values) => (edits ? checkChanges(action, values, initial) : checkForm(action, values))}
      limitsOf={(values) => limitsOf(action, values, state, Date.now())}
      problem={problem}
      corrected={correctedNames(state.settings.fields, operation)}
      packages={state.traffic.value?.packages ?? []}
      busy={isBusy}
      onSubmit={onSubmit}
      buttons={
        <>
          <Button onPress={() => onCancel?.()} isDisabled={onCancel === null}>
            {texts.cancel}
          </Button>
          <Button kind="primary" type="submit" busy={isBusy}>
            {button}
          </Button>
        </>
      }
    />
  );
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
