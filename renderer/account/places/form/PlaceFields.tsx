// The fields of a place: how it gets a new key, what it is called, where it is.
import type { RecipeList } from '../../../../app/model/places/recipe';
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
import { CommandFields } from './CommandFields';
import type { DraftErrors, PlaceDraft } from './place-draft';
import { RecipeChoice } from './RecipeChoice';
import type { WrongField } from './use-place-form';

export interface FieldsProps {
  draft: PlaceDraft;
  errors: DraftErrors | null;
  recipes: RecipeList;
  wrongField: WrongField | null;
  onChange: (change: Partial<PlaceDraft>) => void;
}

/** Name, kind, where and note. */
export function About({ draft, errors, onChange }: FieldsProps) {
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

/** The way of updating, and its fields. */
export function How({ draft, errors, recipes, wrongField, onChange }: FieldsProps) {
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
            { value: 'recipe', label: texts.recipe, hint: texts.recipeHint },
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
      {draft.by === 'recipe' ? (
        <RecipeChoice
          draft={draft}
          recipes={recipes}
          isMissing={errors?.recipe ?? false}
          wrong={wrongField?.of === 'recipe' ? wrongField.field : null}
          onChange={onChange}
        />
      ) : null}
      {draft.by === 'command' ? (
        <>
          <CommandFields
            draft={draft.command}
            which="command"
            errors={errors}
            onChange={(command) => onChange({ command })}
          />
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
