// Recipes, hooks and their fields in words: what each is called, what it does and what it may set off. Words only: the recipes are main's.
import english from '../en/place-recipes.json';
import { texts } from '../texts';

export const placeRecipeTexts = texts('place-recipes', english);
