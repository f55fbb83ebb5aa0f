// The area of the key's places in all its states, and its dialogs.
import { keyPlacesTexts, placeGatewayTexts } from '../../app/texts/account/places';
import { placesTexts } from '../../app/texts/wizard/places';
import { scanStates } from '../../renderer/account/places/find/scan-states.fixture';
import {
  exampleKubernetes,
  examplePreview,
  exampleRecipes,
  placeStates,
} from '../../renderer/account/places/place-states.fixture';
import { press, type Walk, walks } from './account-walks';
import type { Answers, Screen } from './list';

const recipeAnswers: Answers = {
  'places.recipes': { ok: true, value: exampleRecipes },
  'places.fromRecipe': { ok: false, problem: { kind: 'bad-input', field: 'secret' } },
};

const places = Object.entries(placeStates).map(
  ([name, state]): Screen => ({
    name: `account-places-${name}`,
    state,
    area: 'places',
    inOtherSizes: name === 'some' || name === 'none' || name === 'demo',
    inTheDark: true,
  }),
);
const inPlaces = (name: keyof typeof placeStates, walk: Walk, more: Partial<Screen> = {}): Screen => ({
  name: `account-places-${name}`,
  state: placeStates[name],
  area: 'places',
  inTheDark: true,
  answers: recipeAnswers,
  walk,
  ...more,
});
/** The form, with the recipe of Kubernetes chosen. */
const recipe: Walk = walks(press(placesTexts.add), async (page) => {
  const label = page.locator('label').filter({ hasText: keyPlacesTexts.form.recipe });
  await label.click();
  await page.getByRole('combobox', { name: keyPlacesTexts.form.recipeWhich }).selectOption('kubernetes');
});

const useGateway: Walk = walks(press('My laptop'), press(placeGatewayTexts.use));
const gatewayAnswers: Answers = {
  'places.previewGateway': { ok: true, value: examplePreview },
  'places.useGateway': { ok: true, value: { problem: null } },
};

const dialogs: Screen[] = [
  { ...inPlaces('some', press('nordwind/shop'), { inOtherSizes: true }), name: 'account-places-details' },
  {
    ...inPlaces('long-names', async (page) => page.locator('[data-place="l1"]').click()),
    name: 'account-places-details-long',
  },
  { ...inPlaces('some', press(keyPlacesTexts.find), { inOtherSizes: true }), name: 'account-places-find' },
  ...(['running', 'done', 'nothing', 'many'] as const).map(
    (name): Screen => ({
      ...inPlaces('some', press(keyPlacesTexts.find)),
      name: `account-places-find-${name}`,
      state: { ...placeStates.some, places: { ...placeStates.some.places, scan: scanStates[name] } },
      isUnpictured: name === 'nothing',
    }),
  ),
  { ...inPlaces('some', press('Nightly scraper')), name: 'account-places-details-ready' },
  {
    ...inPlaces('some', walks(press('Nightly scraper'), press(keyPlacesTexts.tryForReal))),
    name: 'account-places-try',
  },
  { ...inPlaces('some', press(placesTexts.add), { inOtherSizes: true }), name: 'account-places-add' },
  {
    ...inPlaces(
      'none',
      walks(press(new RegExp(`^${keyPlacesTexts.begin.command.title}`)), press(keyPlacesTexts.form.afterwards)),
    ),
    name: 'account-places-add-command',
  },
  {
    ...inPlaces('some', recipe, { inOtherSizes: true }),
    name: 'account-places-add-recipe',
  },
  {
    ...inPlaces('some', walks(recipe, press(placesTexts.save))),
    name: 'account-places-add-recipe-wrong',
  },
  {
    ...inPlaces('some', walks(recipe, press(placesTexts.save)), {
      inOtherSizes: true,
      answers: {
        ...recipeAnswers,
        'places.fromRecipe': { ok: true, value: { update: exampleKubernetes } },
      },
    }),
    name: 'account-places-review',
  },
  { ...inPlaces('history', press('nordwind/shop'), { inOtherSizes: true }), name: 'account-places-history-details' },
  { ...inPlaces('on-gateway', press('Monthly report')), name: 'account-places-on-gateway-details' },
  {
    ...inPlaces('on-gateway', useGateway, { inOtherSizes: true, answers: gatewayAnswers }),
    name: 'account-places-use-gateway',
  },
  {
    ...inPlaces('gateway-off', useGateway, { answers: gatewayAnswers }),
    name: 'account-places-use-gateway-off',
  },
  {
    ...inPlaces('on-gateway', useGateway, {
      answers: {
        ...gatewayAnswers,
        'places.previewGateway': { ok: true, value: { ...examplePreview, addresses: 0, readers: [] } },
      },
    }),
    name: 'account-places-use-gateway-no-address',
  },
  {
    ...inPlaces('on-gateway', walks(useGateway, press(placeGatewayTexts.confirm)), { answers: gatewayAnswers }),
    name: 'account-places-moved',
  },
  {
    ...inPlaces('on-gateway', walks(press('Monthly report'), press(placeGatewayTexts.leave)), { inOtherSizes: true }),
    name: 'account-places-leave-gateway',
  },
  {
    ...inPlaces('gateway-moved', press('Monthly report'), { inOtherSizes: true }),
    name: 'account-places-gateway-moved-details',
  },
];

/** The area of the places. */
export const placeScreens: readonly Screen[] = [...places, ...dialogs];
