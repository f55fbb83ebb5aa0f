// The form of an action, with its checks, limits and buttons.
import { useMemo } from 'react';
import { type ActionId, actionOf } from '../../../app/model/actions/actions';
import { fieldsOf } from '../../../app/model/actions/form-fields';
import { checkChanges, checkForm } from '../../../app/model/actions/form-validation';
import { type initialOf, suggestedOf } from '../../../app/model/actions/initial-form';
import { correctedNames } from '../../../app/model/api/field-names';
import type { Row } from '../../../app/model/lists/list-description';
import type { Problem } from '../../../app/model/problem';
import type { AppState } from '../../../app/model/state/app-state';
import { actionTexts as texts } from '../../../app/texts/account/actions';
import { fieldText } from '../../../app/texts/account/forms';
import { Button } from '../../ui/Button';
import { Form } from '../form/Form';
import type { Input } from './action-phase';
import { limitsOf } from './limits';

interface ActionFormProps {
  action: ActionId;
  state: AppState;
  /** The row it is about, as it was when the form was opened. */
  row: Row | undefined;
  initial: ReturnType<typeof initialOf>;
  problem: Problem | null;
  isBusy: boolean;
  button: string;
  /** Null: it can no longer be cancelled. */
  onCancel: (() => void) | null;
  onSubmit: (input: Input) => void;
}

/** The form of an action, checked as main checks it. */
export function ActionForm({
  action,
  state,
  row,
  initial,
  problem,
  isBusy,
  button,
  onCancel,
  onSubmit,
}: ActionFormProps) {
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
