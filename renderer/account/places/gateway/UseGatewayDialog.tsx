// Moves a place to the gateway: whose token it gets, what changes in its file, then what became of it.
import { useEffect, useState } from 'react';
import { type ConsumerChoices, usualConsumerChoices } from '../../../../app/model/access/consumer';
import type { GatewayPreview, GatewayUser } from '../../../../app/model/places/gateway-move';
import type { Place } from '../../../../app/model/places/place';
import type { Problem, Result } from '../../../../app/model/problem';
import type { AppState } from '../../../../app/model/state/app-state';
import { accessTexts } from '../../../../app/texts/account/access';
import { placeGatewayTexts as texts } from '../../../../app/texts/account/places';
import { placesTexts } from '../../../../app/texts/wizard/places';
import { Banner } from '../../../ui/Banner';
import { ask, call } from '../../../ui/bridge';
import { Button } from '../../../ui/Button';
import { RadioGroup } from '../../../ui/fields/RadioGroup';
import { SelectField } from '../../../ui/fields/SelectField';
import { TextField } from '../../../ui/fields/TextField';
import { useNow } from '../../../ui/hooks/use-now';
import styles from '../../form/Form.module.css';
import { FormDialog } from '../../form/FormDialog';
import { addressOf, freeConsumers } from './gateway-facts';
import { FileChanges } from './FileChanges';
import { MovedDialog } from './MovedDialog';

/** Roles that need no limits; the others are given in Access. */
const offered = ['figures', 'read', 'switch', 'sub-accounts'] as const satisfies readonly ConsumerChoices['role'][];

interface UserDraft {
  /** Of a known consumer; empty: a new one. */
  id: string;
  name: string;
  role: (typeof offered)[number];
}

interface UseGatewayDialogProps {
  place: Place;
  state: AppState;
  onClose: () => void;
}

/** The dialog; then its result. */
export function UseGatewayDialog({ place, state, onClose }: UseGatewayDialogProps) {
  const { access } = state;
  const isListening = access.addresses.length > 0;
  const preview = usePreview(place.id, isListening);
  const [draft, setDraft] = useState<UserDraft>({ id: '', name: place.name.slice(0, 60), role: 'read' });
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [moved, setMoved] = useState<{ problem: Problem | null } | null>(null);
  const isNameWrong = draft.id === '' && draft.name.trim() === '';
  const use = async () => {
    if (isNameWrong) return;
    setBusy(true);
    const { id, name, role } = draft;
    const user: GatewayUser = id === '' ? { ...usualConsumerChoices, name: name.trim(), role } : { id };
    const answer = await call('places.useGateway', { placeId: place.id, user });
    setBusy(false);
    if (answer.ok) setMoved(answer.value);
    else setProblem(answer.problem);
  };
  if (moved !== null)
    return (
      <MovedDialog
        title={texts.moved({ name: place.name })}
        problem={moved.problem}
        restarts={place.hook !== undefined}
        onClose={onClose}
      />
    );
  const isNameTaken = problem?.kind === 'bad-input' && problem.field === 'name';
  const refusal = preview?.ok === false ? preview.problem : isNameTaken ? null : problem;
  return (
    <FormDialog
      title={texts.formTitle({ name: place.name })}
      submitLabel={texts.confirm}
      cancelLabel={placesTexts.cancel}
      isBusy={isBusy}
      canSubmit={preview?.ok === true}
      problem={refusal}
      onSubmit={() => void use()}
      onClose={onClose}
    >
      <p>{texts.formLine}</p>
      {isListening ? null : (
        <Banner tone="info" action={<Button onPress={() => ask('access.setOn', { on: true })}>{texts.turnOn}</Button>}>
          {texts.off}
        </Banner>
      )}
      <User
        draft={draft}
        state={state}
        nameError={isNameTaken ? accessTexts.nameTaken : isNameWrong ? accessTexts.nameMissing : null}
        onChange={(change) => {
          setProblem(null);
          setDraft({ ...draft, ...change });
        }}
      />
      {preview?.ok === true ? <FileChanges preview={preview.value} address={addressOf(access)} /> : null}
    </FormDialog>
  );
}

/** What would change in the file, once the gateway listens; null: not known yet. */
function usePreview(placeId: string, isListening: boolean): Result<GatewayPreview> | null {
  const [preview, setPreview] = useState<Result<GatewayPreview> | null>(null);
  useEffect(() => {
    let isWanted = isListening;
    if (isListening)
      void call('places.previewGateway', { placeId }).then((answer) => {
        if (isWanted) setPreview(answer);
      });
    return () => {
      isWanted = false;
    };
  }, [placeId, isListening]);
  return isListening ? preview : null;
}

interface UserProps {
  draft: UserDraft;
  state: AppState;
  nameError: string | null;
  onChange: (change: Partial<UserDraft>) => void;
}

function User({ draft, state, nameError, onChange }: UserProps) {
  const consumers = freeConsumers(state.rotation.places, state.access, useNow());
  const chosen = consumers.find(({ id }) => id === draft.id);
  return (
    <>
      <div className={styles.fields}>
        {consumers.length === 0 ? null : (
          <SelectField
            label={texts.who}
            value={draft.id}
            onChange={(id) => onChange({ id })}
            hint={chosen === undefined ? undefined : accessTexts.renewAsk({ name: chosen.name })}
            choices={[
              { value: '', label: texts.newToken },
              ...consumers.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        {draft.id === '' ? (
          <TextField
            label={accessTexts.name}
            maxLength={60}
            value={draft.name}
            error={nameError}
            onChange={(name) => onChange({ name })}
          />
        ) : null}
      </div>
      {draft.id === '' ? (
        <>
          <RadioGroup
            label={accessTexts.role}
            value={draft.role}
            onChange={(role) => onChange({ role })}
            choices={offered.map((value) => ({
              value,
              label: accessTexts.roles[value],
              hint: accessTexts.roleLines[value],
            }))}
          />
          <p className={styles.hint}>{texts.roleHint}</p>
        </>
      ) : null}
    </>
  );
}
