// The form for one place, and the step in which its commands are confirmed. Refuses what looks like a key.
import type { Problem } from '../../../../app/model/problem';
import type { Place } from '../../../../app/model/places/place';
import { keyPlacesTexts } from '../../../../app/texts/account/places';
import { placesTexts } from '../../../../app/texts/wizard/places';
import { Button } from '../../../ui/Button';
import { DialogStep } from '../../form/DialogStep';
import { FormDialog } from '../../form/FormDialog';
import { PlaceCommands } from '../part/PlaceCommands';
import { Afterwards } from './Afterwards';
import type { DraftWay } from './place-draft';
import { About, type FieldsProps, How } from './PlaceFields';
import { usePlaceForm } from './use-place-form';
import { useRecipes } from './use-recipes';

interface PlaceDialogProps {
  /** Null for a new one, which is to be updated in this way. */
  place: Place | null;
  way: DraftWay;
  isBusy: boolean;
  problem: Problem | null;
  /** `confirms`: the user has seen its commands and allows them. */
  onSave: (place: Place, confirms: boolean) => Promise<void>;
  onClose: () => void;
}

/** The form in a dialog; what was typed is not lost by a press outside. */
export function PlaceDialog({ place, way, isBusy, problem, onSave, onClose }: PlaceDialogProps) {
  const recipes = useRecipes();
  const form = usePlaceForm({ place, way, recipes, onSave });
  const { draft, reviewed } = form;
  const texts = keyPlacesTexts.review;
  const part: FieldsProps = {
    draft,
    errors: form.errors,
    recipes,
    wrongField: form.wrongField,
    onChange: form.change,
  };
  const formTitle = place === null ? placesTexts.addTitle : placesTexts.editTitle;
  return (
    <FormDialog
      title={reviewed === null ? formTitle : texts.title({ name: reviewed.name })}
      submitLabel={reviewed === null ? placesTexts.save : texts.confirm}
      cancelLabel={placesTexts.cancel}
      isBusy={isBusy}
      problem={problem ?? form.problem}
      buttons={reviewed === null ? null : <Button onPress={form.back}>{texts.back}</Button>}
      onSubmit={() => void form.submit()}
      onClose={onClose}
    >
      {reviewed === null ? (
        <>
          <How {...part} />
          <About {...part} />
          {draft.by === 'hand' ||
          draft.by === 'gateway' ||
          isByHand(draft.recipe.id, recipes.manual, draft.by) ? null : (
            <Afterwards {...part} />
          )}
        </>
      ) : (
        <DialogStep key="review">
          <p>{keyPlacesTexts.confirmLine}</p>
          <PlaceCommands place={reviewed} recipes={recipes} />
        </DialogStep>
      )}
    </FormDialog>
  );
}

function isByHand(recipe: string, manual: readonly { id: string }[], by: DraftWay): boolean {
  return by === 'recipe' && manual.some(({ id }) => id === recipe);
}
