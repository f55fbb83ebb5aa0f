// The form for one place: what it is, how it gets a new key, and what is run afterwards. Refuses what looks like a key.
import { useState } from 'react';
import type { Problem } from '../../../../app/model/problem';
import type { Place, PlaceUpdateWay } from '../../../../app/model/places/place';
import { keyPlacesTexts } from '../../../../app/texts/account/places';
import { placeKindOrder, placesTexts } from '../../../../app/texts/wizard/places';
import { looksLikeKey } from '../../../places/looks-like-key';
import { call } from '../../../ui/bridge';
import { Button } from '../../../ui/Button';
import { Checkbox } from '../../../ui/fields/Checkbox';
import { RadioGroup } from '../../../ui/fields/RadioGroup';
import { SelectField } from '../../../ui/fields/SelectField';
import { TextField } from '../../../ui/fields/TextField';
import styles from '../../form/Form.module.css';
import { FormDialog } from '../../form/FormDialog';
import { CommandFields } from './CommandFields';
import { type CommandDraft, type DraftErrors, draftOf, errorsOf, type PlaceDraft, placeOf } from './place-draft';

interface PlaceDialogProps {
  /** Null for a new one, which is to be updated in this way. */
  place: Place | null;
  way: PlaceUpdateWay;
  isBusy: boolean;
  problem: Problem | null;
  onSave: (place: Place) => Promise<void>;
  onClose: () => void;
}

interface PartProps {
  draft: PlaceDraft;
  errors: DraftErrors | null;
  onChange: (change: Partial<PlaceDraft>) => void;
}

/** Texts of the draft that are written down: none of them may be a key. */
function holdsKey(draft: PlaceDraft): boolean {
  const inCommand = ({ program, arguments: args }: CommandDraft) => looksLikeKey(program) || looksLikeKey(args);
  return (
    [draft.name, draft.where, draft.note].some(looksLikeKey) ||
    [draft.command, draft.hook, draft.check].some((each) => inCommand(each))
  );
}

/** The form in a dialog; what was typed is not lost by a press outside. */
export function PlaceDialog({ place, way, isBusy, problem, onSave, onClose }: PlaceDialogProps) {
  const [draft, setDraft] = useState(() => draftOf(place, way));
  const [hasTried, setTried] = useState(false);
  const errors = hasTried ? errorsOf(draft) : null;
  const part: PartProps = { draft, errors, onChange: (change) => setDraft({ ...draft, ...change }) };
  const save = () => {
    setTried(true);
    if (errorsOf(draft) !== null || holdsKey(draft)) return;
    void onSave(placeOf(draft, place, place?.id ?? crypto.randomUUID()));
  };
  return (
    <FormDialog
      title={place === null ? placesTexts.addTitle : placesTexts.editTitle}
      submitLabel={placesTexts.save}
      cancelLabel={placesTexts.cancel}
      isBusy={isBusy}
      problem={problem}
      onSubmit={save}
      onClose={onClose}
    >
      <What {...part} />
      <How {...part} />
      {draft.by === 'file' || draft.by === 'command' ? <Afterwards {...part} /> : null}
    </FormDialog>
  );
}

function What({ draft, errors, onChange }: PartProps) {
  const wrong = (text: string) => (looksLikeKey(text) ? placesTexts.looksLikeKey : null);
  return (
    <div className={styles.fields}>
      <TextField
        label={placesTexts.name}
        placeholder={placesTexts.namePlaceholder}
        maxLength={80}
        value={draft.name}
        error={wrong(draft.name) ?? (errors?.name ? placesTexts.nameMissing : null)}
        onChange={(name) => onChange({ name })}
      />
      <SelectField
        label={placesTexts.kind}
        value={draft.kind}
        onChange={(kind) => onChange({ kind })}
        choices={placeKindOrder.map((value) => ({ value, label: placesTexts.kinds[value] }))}
      />
      {draft.by === 'file' ? null : (
        <TextField
          label={placesTexts.where}
          placeholder={placesTexts.wherePlaceholder}
          maxLength={200}
          value={draft.where}
          error={wrong(draft.where)}
          onChange={(where) => onChange({ where })}
        />
      )}
      <TextField
        label={placesTexts.note}
        placeholder={placesTexts.notePlaceholder}
        maxLength={500}
        value={draft.note}
        error={wrong(draft.note)}
        onChange={(note) => onChange({ note })}
      />
    </div>
  );
}

/** Asks for a file in the system's dialog. */
function ChooseFile({ onChosen }: { onChosen: (path: string) => void }) {
  const choose = async () => {
    const answer = await call('places.choosePath', { what: 'file' });
    if (answer.ok && answer.value.path !== null) onChosen(answer.value.path);
  };
  return (
    <Button kind="quiet" onPress={() => void choose()}>
      {keyPlacesTexts.choose}
    </Button>
  );
}

function How({ draft, errors, onChange }: PartProps) {
  const texts = keyPlacesTexts.form;
  return (
    <>
      {draft.by === 'gateway' ? null : (
        <RadioGroup
          label={texts.how}
          value={draft.by}
          onChange={(by) => onChange({ by })}
          choices={[
            { value: 'file', label: texts.file },
            { value: 'command', label: texts.command },
            { value: 'hand', label: texts.hand },
          ]}
        />
      )}
      {draft.by === 'file' ? (
        <TextField
          label={texts.path}
          hint={texts.pathHint}
          mono
          maxLength={4096}
          value={draft.path}
          error={errors?.path ? texts.pathWrong : null}
          onChange={(path) => onChange({ path })}
          end={<ChooseFile onChosen={(path) => onChange({ path })} />}
        />
      ) : null}
      {draft.by === 'command' ? (
        <>
          <CommandFields
            draft={draft.command}
            takesKey
            isProgramWrong={errors?.program ?? false}
            isFolderWrong={errors?.folders.command ?? false}
            onChange={(command) => onChange({ command })}
          />
          {looksLikeKey(draft.command.arguments) ? <p className={styles.error}>{placesTexts.looksLikeKey}</p> : null}
          <Checkbox isChecked={draft.newline} hint={texts.newlineHint} onChange={(newline) => onChange({ newline })}>
            {texts.newline}
          </Checkbox>
          <Checkbox
            isChecked={draft.repeatable}
            hint={texts.repeatableHint}
            onChange={(repeatable) => onChange({ repeatable })}
          >
            {texts.repeatable}
          </Checkbox>
        </>
      ) : null}
    </>
  );
}

/** Two more commands, which most places do not need. */
function Afterwards({ draft, errors, onChange }: PartProps) {
  const texts = keyPlacesTexts.form;
  const [isOpen, setOpen] = useState(draft.hook.program !== '' || draft.check.program !== '');
  if (!isOpen) {
    return (
      <Button kind="quiet" icon="plus" className={styles.more} onPress={() => setOpen(true)}>
        {texts.afterwards}
      </Button>
    );
  }
  return (
    <>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{texts.hook}</legend>
        <p className={styles.hint}>{texts.hookLine}</p>
        <CommandFields
          draft={draft.hook}
          isFolderWrong={errors?.folders.hook ?? false}
          onChange={(hook) => onChange({ hook })}
        />
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{texts.check}</legend>
        <p className={styles.hint}>{texts.checkLine}</p>
        <CommandFields
          draft={draft.check}
          isFolderWrong={errors?.folders.check ?? false}
          onChange={(check) => onChange({ check })}
        />
      </fieldset>
    </>
  );
}
