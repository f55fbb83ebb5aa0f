// What happens to the form of a place: it is checked, a recipe becomes a command, commands are reviewed, then it is saved.
import { useState } from 'react';
import type { Problem } from '../../../../app/model/problem';
import type { Place } from '../../../../app/model/places/place';
import type { RecipeList } from '../../../../app/model/places/recipe';
import { call } from '../../../ui/bridge';
import {
  type DraftErrors,
  type DraftWay,
  draftOf,
  errorsOf,
  holdsKey,
  needsReview,
  ownHook,
  type PlaceDraft,
  placeOf,
  withHook,
  withRecipe,
} from './place-draft';

/** A field of a recipe or of a template that main does not take. */
export interface WrongField {
  of: 'recipe' | 'hook';
  field: string;
}

export interface PlaceForm {
  draft: PlaceDraft;
  change: (change: Partial<PlaceDraft>) => void;
  /** Null until it was submitted, and where nothing is wrong. */
  errors: DraftErrors | null;
  wrongField: WrongField | null;
  /** Why a recipe could not be used. */
  problem: Problem | null;
  /** The place whose commands are to be confirmed; null: the form is shown. */
  reviewed: Place | null;
  back: () => void;
  submit: () => Promise<void>;
}

interface Options {
  place: Place | null;
  way: DraftWay;
  recipes: RecipeList;
  /** `confirms`: the user has seen its commands and allows them. */
  onSave: (place: Place, confirms: boolean) => Promise<void>;
}

/** The state of the form. */
export function usePlaceForm({ place, way, recipes, onSave }: Options): PlaceForm {
  const [draft, setDraft] = useState(() => draftOf(place, way));
  const [hasTried, setTried] = useState(false);
  const [wrongField, setWrongField] = useState<WrongField | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [reviewed, setReviewed] = useState<Place | null>(null);
  const [id] = useState(() => place?.id ?? crypto.randomUUID());

  const refuse = (of: WrongField['of'], refused: Problem): null => {
    if (refused.kind === 'bad-input') setWrongField({ of, field: refused.field });
    else setProblem(refused);
    return null;
  };
  /** The draft with all that main makes of it; null: a field is wrong, and is marked. */
  const made = async (): Promise<PlaceDraft | null> => {
    let whole = draft;
    const { recipe, hookTemplate } = draft;
    if (draft.by === 'recipe' && recipes.recipes.some((each) => each.id === recipe.id)) {
      const answer = await call('places.fromRecipe', { recipe: recipe.id, fields: { ...recipe.fields } });
      if (!answer.ok) return refuse('recipe', answer.problem);
      const { update } = answer.value;
      if (update.by === 'command') whole = withRecipe(whole, update);
    }
    if (hookTemplate.id !== ownHook && whole.by !== 'recipe' && whole.by !== 'hand') {
      const answer = await call('places.hookFromTemplate', {
        hook: hookTemplate.id,
        fields: { ...hookTemplate.fields },
      });
      if (!answer.ok) return refuse('hook', answer.problem);
      whole = withHook(whole, answer.value.command);
    }
    return whole;
  };
  const submit = async () => {
    if (reviewed !== null) {
      await onSave(reviewed, true);
      return;
    }
    setTried(true);
    setWrongField(null);
    setProblem(null);
    if (errorsOf(draft) !== null || holdsKey(draft)) return;
    const whole = await made();
    if (whole === null) return;
    const next = placeOf(whole, place, id);
    if (needsReview(next, place)) setReviewed(next);
    else await onSave(next, false);
  };
  return {
    draft,
    change: (change) => {
      setWrongField(null);
      setDraft({ ...draft, ...change });
    },
    errors: hasTried ? errorsOf(draft) : null,
    wrongField,
    problem,
    reviewed,
    back: () => setReviewed(null),
    submit,
  };
}
