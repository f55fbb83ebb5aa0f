// Recipes, hooks and their fields in words: what each is called, what it does and what it may set off. Words only: the recipes are main's.
import english from '../en/place-recipes.json';
import { texts } from '../texts';

export const placeRecipeTexts = texts('place-recipes', english);

/** The message with this id of a group; null: there is none, such as for the user's own command. */
function messageOf(group: object, id: string): string | null {
  const message: unknown = Object.hasOwn(group, id) ? Reflect.get(group, id) : null;
  return typeof message === 'string' ? message : null;
}

function recipeMessages(id: string): object {
  const messages: unknown = Object.hasOwn(placeRecipeTexts.recipes, id)
    ? Reflect.get(placeRecipeTexts.recipes, id)
    : null;
  return typeof messages === 'object' && messages !== null ? messages : {};
}

/** The name of a recipe, or of a service without one; null: the user's own command. */
export function recipeName(id: string): string | null {
  return messageOf(recipeMessages(id), 'name') ?? messageOf(placeRecipeTexts.manual, id);
}

/** What a recipe does, and what running it may set off; or why there is none for a service. */
export const recipeLine = (id: string): string | null => messageOf(recipeMessages(id), 'line');
export const effectLine = (effect: string): string | null => messageOf(placeRecipeTexts.effects, effect);
export const whyByHand = (why: string): string | null => messageOf(placeRecipeTexts.why, why);

/** The name of a hook's template, and the label of a field; the id where it has no words. */
export const hookName = (id: string): string => messageOf(placeRecipeTexts.hooks, id) ?? id;
export const fieldLabel = (id: string): string => messageOf(placeRecipeTexts.fields, id) ?? id;
