// A recipe or a template to choose, with its fields. What is filled in is not checked here: main knows the rules.
import type { RecipeList } from '../../../../app/model/places/recipe';
import { fieldLabel } from '../../../../app/texts/account/place-recipes';
import { keyPlacesTexts } from '../../../../app/texts/account/places';
import { placesTexts } from '../../../../app/texts/wizard/places';
import { looksLikeKey } from '../../../places/looks-like-key';
import { TextField } from '../../../ui/fields/TextField';
import styles from '../../form/Form.module.css';
import type { RecipeDraft } from './place-draft';

type Field = RecipeList['hooks'][number]['fields'][number];

interface RecipeFieldsProps {
  fields: readonly Field[];
  draft: RecipeDraft;
  /** The id of the field that main refused. */
  wrong: string | null;
  onChange: (draft: RecipeDraft) => void;
}

/** A field for each. */
export function RecipeFields({ fields, draft, wrong, onChange }: RecipeFieldsProps) {
  const texts = keyPlacesTexts.form;
  const errorOf = ({ id, example }: Field, value: string) => {
    if (looksLikeKey(value)) return placesTexts.looksLikeKey;
    if (wrong !== id) return null;
    return value.trim() === '' ? texts.fieldMissing : texts.fieldWrong({ example });
  };
  return (
    <div className={styles.fields}>
      {fields.map((field) => {
        const value = draft.fields[field.id] ?? '';
        return (
          <TextField
            key={field.id}
            label={fieldLabel(field.id)}
            placeholder={field.example}
            mono
            maxLength={4000}
            value={value}
            error={errorOf(field, value)}
            {...(field.required ? {} : { hint: texts.optional })}
            onChange={(text) => onChange({ ...draft, fields: { ...draft.fields, [field.id]: text } })}
          />
        );
      })}
    </div>
  );
}
