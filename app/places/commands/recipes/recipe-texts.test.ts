import { describe, expect, it } from 'vitest';
import { placeRecipeTexts as texts } from '../../../texts/account/place-recipes';
import { hookTemplates, manualRecipes, recipes } from './recipes';

const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

describe('the words of recipes', () => {
  it('has a name and a line for every recipe, and for no other', () => {
    expect(sorted(Object.keys(texts.recipes))).toEqual(sorted(recipes.map(({ id }) => id)));
  });

  it('says what each recipe may set off', () => {
    expect(sorted(Object.keys(texts.effects))).toEqual(sorted(recipes.map(({ effect }) => effect)));
  });

  it('has a name for every hook, and for every service that the user updates, with the reason', () => {
    expect(sorted(Object.keys(texts.hooks))).toEqual(sorted(hookTemplates.map(({ id }) => id)));
    expect(sorted(Object.keys(texts.manual))).toEqual(sorted(manualRecipes.map(({ id }) => id)));
    expect(sorted(Object.keys(texts.why))).toEqual(sorted(manualRecipes.map(({ why }) => why)));
  });

  it('has a label for every field', () => {
    const fields = [...recipes, ...hookTemplates].flatMap((each) => each.fields.map(({ id }) => id));
    expect(sorted(Object.keys(texts.fields))).toEqual(sorted(fields));
  });
});
