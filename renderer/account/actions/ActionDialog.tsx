// One action, in one dialog: its form, what exactly it will do, the deed, and what came of it. Must not repeat a deed by itself.
import { useEffect, useMemo, useRef, useState } from 'react';
import { type ActionId, actionOf, deliberateOf } from '../../../app/model/actions';
import { checkChanges, checkForm } from '../../../app/model/form-validation';
import { fieldsOf } from '../../../app/model/form-fields';
import { initialOf, suggestedOf } from '../../../app/model/initial-form';
import type { ListId, Row } from '../../../app/model/lists';
import type { AppState } from '../../../app/model/app-state';
import { correctedNames } from '../../../app/model/field-names';
import { type ActionAbout, actionText, actionTexts as texts } from '../../../app/texts/actions';
import { fieldText } from '../../../app/texts/forms';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { locale } from '../../ui/locale';
import { Spinner } from '../../ui/Spinner';
import { DialogStep } from '../form/DialogStep';
import { Form } from '../form/Form';
import { Refused } from '../form/Refused';
import styles from './ActionDialog.module.css';
import { Balances } from './Balances';
import { MadeCodes } from './MadeCodes';
import { NotTaken } from './NotTaken';
import { nameOfRow } from './row-actions';
import { Toast } from './Toast';
import { type Phase, useActionRun } from './use-action-run';

/** What came of an action. `unknown`: look before trying again. */
export interface ActionDone {
  action: ActionId;
  outcome: 'done' | 'unknown';
  /** The lists to read again. */
  changes: readonly ListId[];
  /** A sentence for a status line; null where the dialog says it, or it is not known what happened. */
  text: string | null;
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
  const fields = useMemo(() => fieldsOf(form), [form]);
  const [keys] = useState(() => rows.map(({ key }) => key));
  const hasForm = fields.length > 0 && given === undefined;
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
  useEffect(() => {
    if (phase.at !== 'done' || over.current) return;
    over.current = true;
    // Codes that were made are worth a look before they go: the dialog stays, and says itself what was done.
    const stays = staysOpen(phase, action);
    onDone({ action, outcome: 'done', changes, text: stays ? null : words.done(about, phase.count) });
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
  if (isQuiet && (isBusy || isDone)) return <Toast busy>{words.running}</Toast>;
  if (isDone && !staysOpen(phase, action)) return null;

  const showsForm =
    hasForm && (phase.at === 'form' || phase.at === 'preparing' || (phase.at === 'running' && deliberate === null));
  return (
    <Dialog
      title={
        phase.at === 'unknown'
          ? texts.unknownTitle
          : isDone && isMaking(action)
            ? words.done(about, phase.count)
            : words.title(about)
      }
      isOpen
      onClose={close}
      isWide
      role={phase.at === 'review' && !hasForm ? 'alertdialog' : 'dialog'}
      closes={phase.at === 'running' ? 'by-buttons' : 'by-escape'}
    >
      {hasForm ? (
        <div hidden={!showsForm}>
          <Form
            fields={fields}
            texts={(name) => fieldText(action, name)}
            initial={initial}
            suggested={suggestedOf(action, row)}
            edits={edits}
            check={(values) => (edits ? checkChanges(action, values, initial) : checkForm(action, values))}
            problem={phase.at === 'form' ? phase.problem : null}
            corrected={correctedNames(state.settings.fields, actionOf(action).operation)}
            packages={state.traffic.value?.packages ?? []}
            busy={isBusy}
            onSubmit={send}
            buttons={
              <>
                <Button onPress={close} isDisabled={phase.at === 'running'}>
                  {texts.cancel}
                </Button>
                <Button kind="primary" type="submit" busy={isBusy}>
                  {deliberate === null ? words.button(about) : texts.next}
                </Button>
              </>
            }
          />
          <p className="only-spoken" role="status">
            {isBusy && showsForm ? words.running : ''}
          </p>
        </div>
      ) : null}
      {showsForm ? null : (
        <DialogStep key={phase.at}>
          <Later
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

interface LaterProps {
  phase: Phase;
  about: ActionAbout;
  action: ActionId;
  state: AppState;
  /** To the form; null: there is none. */
  onBack: (() => void) | null;
  onConfirm: () => void;
  onClose: () => void;
}

/** What follows the form. */
function Later({ phase, about, action, state, onBack, onConfirm, onClose }: LaterProps) {
  const words = actionText(action);
  switch (phase.at) {
    case 'form':
      return null;
    case 'preparing':
    case 'running':
      return (
        <Waiting says={phase.at === 'preparing' ? texts.preparing : words.running} stays={phase.at === 'running'} />
      );
    case 'review':
      return (
        <>
          <div className={styles.means}>
            {words.means(about).map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
          <Balances balances={phase.balances} state={state} />
          <div className={styles.buttons}>
            <Button onPress={onBack ?? onClose}>{onBack === null ? texts.cancel : texts.back}</Button>
            <Button kind={deliberateOf(action, phase.input) === 'final' ? 'danger' : 'primary'} onPress={onConfirm}>
              {words.button(about)}
            </Button>
          </div>
        </>
      );
    case 'done':
      if (isMaking(action)) return <MadeCodes refs={phase.made} onClose={onClose} />;
      return <NotTaken action={action} fields={phase.notTaken} sentAs={phase.sentAs} onClose={onClose} />;
    case 'refused':
      return (
        <>
          <Refused problem={phase.problem} />
          <div className={styles.buttons}>
            <Button onPress={onClose}>{texts.close}</Button>
          </div>
        </>
      );
    case 'unknown':
      return (
        <>
          <Banner tone="warning" role="alert" detail={texts.unknownNext}>
            {texts.unknownLine}
          </Banner>
          <div className={styles.buttons}>
            <Button kind="primary" onPress={onClose}>
              {texts.unknownLook}
            </Button>
          </div>
        </>
      );
    default:
      return phase satisfies never;
  }
}

function Waiting({ says, stays }: { says: string; stays: boolean }) {
  return (
    <div className={styles.waiting} role="status">
      <Spinner />
      <div>
        <p className={styles.says}>{says}</p>
        {stays ? <p>{texts.stays}</p> : null}
      </div>
    </div>
  );
}

/** No answer came, or an error of the server's own, which does not say how far it got. */
function mayHaveWorked(phase: Phase): boolean {
  return phase.at === 'unknown' || ('problem' in phase && phase.problem?.kind === 'server-trouble');
}

function isMaking(action: ActionId): boolean {
  return action === 'makeIpCodes' || action === 'makeTrafficCodes';
}

/** There is more to see than that it was done: codes, or fields that 9Proxy did not take. */
function staysOpen(phase: Phase, action: ActionId): boolean {
  return isMaking(action) || (phase.at === 'done' && phase.notTaken.length > 0);
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
