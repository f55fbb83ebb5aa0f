// The choice of a recipe: what it does, its fields, and services that have no recipe, with the reason.
import type { RecipeList } from '../../../../app/model/places/recipe';
import { recipeLine, recipeName, whyByHand } from '../../../../app/texts/account/place-recipes';
import { keyPlacesTexts } from '../../../../app/texts/account/places';
import { aside } from '../../../../app/texts/sentence';
import { SelectField } from '../../../ui/fields/SelectField';
import styles from '../../form/Form.module.css';
import type { PlaceDraft } from './place-draft';
import { RecipeFields } from './RecipeFields';

interface RecipeChoiceProps {
  draft: PlaceDraft;
  recipes: RecipeList;
  isMissing: boolean;
  /** The id of the field that main refused. */
  wrong: string | null;
  onChange: (change: Partial<PlaceDraft>) => void;
}

const nameOf = (id: string) => recipeName(id) ?? '';

/** A list of recipes, and the fields of the chosen one. */
export function RecipeChoice({ draft, recipes, isMissing, wrong, onChange }: RecipeChoiceProps) {
  const texts = keyPlacesTexts.form;
  const { id } = draft.recipe;
  const recipe = recipes.recipes.find((each) => each.id === id);
  const manual = recipes.manual.find((each) => each.id === id);
  const about = manual === undefined ? recipeLine(id) : whyByHand(manual.why);
  const choose = (chosen: string) => {
    const kind = recipes.recipes.find((each) => each.id === chosen)?.kind ?? 'other';
    // A name that the user wrote stays; the one of another recipe does not.
    const named = draft.name === '' || draft.name === nameOf(id);
    onChange({ recipe: { id: chosen, fields: {} }, kind, ...(named ? { name: nameOf(chosen) } : {}) });
  };
  return (
    <>
      <SelectField
        label={texts.recipeWhich}
        value={id}
        onChange={choose}
        error={isMissing ? texts.recipeMissing : null}
        hint={about ?? undefined}
        choices={[
          { value: '', label: texts.recipeChoose },
          ...recipes.recipes.map((each) => ({ value: each.id, label: nameOf(each.id) })),
          ...recipes.manual.map((each) => ({
            value: each.id,
            label: `${nameOf(each.id)}${aside(keyPlacesTexts.how.hand)}`,
          })),
        ]}
      />
      {recipe === undefined || recipe.fields.length === 0 ? null : (
        <RecipeFields
          fields={recipe.fields}
          draft={draft.recipe}
          wrong={wrong}
          onChange={(changed) => onChange({ recipe: changed })}
        />
      )}
      {recipe === undefined ? null : <p className={styles.hint}>{texts.recipeLine}</p>}
    </>
  );
}
