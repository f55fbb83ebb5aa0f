/** @module-tag sweep */
import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AppState } from '../../../app/model/state/app-state';
import { listTexts } from '../../../app/texts/account/list-frame';
import {
  findPlacesTexts as findTexts,
  keyPlacesTexts as texts,
  placeGatewayTexts,
} from '../../../app/texts/account/places';
import { placeRecipeTexts as recipes } from '../../../app/texts/account/place-recipes';
import { aside } from '../../../app/texts/sentence';
import { placeStateTexts as states } from '../../../app/texts/wizard/place-states';
import { placesTexts } from '../../../app/texts/wizard/places';
import { type FakeBridge, installFakeBridge } from '../../ui/fake-bridge.fixture';
import {
  exampleCrontab,
  exampleKubernetes,
  examplePlaces,
  exampleRecipes,
  picturedAt,
  placeStates,
} from './place-states.fixture';
import { Places } from './Places';
import { scanStates } from './find/scan-states.fixture';

let bridge: FakeBridge;
const user = userEvent.setup({ delay: null });
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: picturedAt });
  bridge = installFakeBridge();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

async function show(state: AppState) {
  const { rerender } = render(<Places state={state} />);
  await act(() => Promise.resolve());
  return (next: AppState) => rerender(<Places state={next} />);
}
const press = (name: string) => user.click(screen.getByRole('button', { name }));
const pane = (name: string) => within(screen.getByRole('region', { name: texts.detailsOf({ name }) }));
const saved = () => bridge.inputsOf('places.change').at(-1) as { places: AppState['rotation']['places'] };

describe('the table of places', () => {
  test('has a row for each place, with where it is and how it is updated', async () => {
    await show(placeStates.some);
    const [, ...rows] = screen.getAllByRole('row');
    expect(rows).toHaveLength(examplePlaces.length);
    const cells = within(rows[2] as HTMLElement);
    expect(cells.getByRole('rowheader', { name: 'nordwind/shop' })).toBeTruthy();
    expect(cells.getByText('NINEPROXY_API_KEY in the repository')).toBeTruthy();
    expect(cells.getByText(texts.how.command)).toBeTruthy();
  });

  test('has no search where all is seen at a glance, and one that narrows it where there is much', async () => {
    await show(placeStates.some);
    expect(screen.queryByRole('searchbox')).toBeNull();
    cleanup();
    await show(placeStates.many);
    await user.type(screen.getByRole('searchbox', { name: texts.search }), 'shop-41{Enter}');
    expect(screen.getAllByRole('row')).toHaveLength(2);
    expect(screen.getByText(texts.count({ count: 1 }))).toBeTruthy();
    await user.selectOptions(screen.getByRole('combobox', { name: texts.filter }), 'hand');
    await press(listTexts.clearFilters);
    expect(screen.getAllByRole('row')).toHaveLength(91);
  });
});

describe('the details of a place', () => {
  test('show each command in full, and take the focus', async () => {
    await show(placeStates.some);
    await press('nordwind/shop');
    const details = pane('nordwind/shop');
    expect(document.activeElement).toBe(details.getByRole('heading', { name: 'nordwind/shop' }));
    const update = within(details.getByRole('region', { name: texts.update }));
    for (const part of ['gh', 'secret', 'set', 'NINEPROXY_API_KEY', '--repo'])
      expect(update.getByText(part)).toBeTruthy();
    expect(update.getByText(new RegExp(texts.howLine.command))).toBeTruthy();
    expect(details.getByText(texts.noReadBack)).toBeTruthy();
  });

  test('name what uses the place where its restart says so, and nothing where that is not known', async () => {
    await show(placeStates.some);
    await press('Nightly scraper');
    const used = pane('Nightly scraper').getByRole('region', { name: placeGatewayTexts.usedBy });
    expect(within(used).getByText('scraper.service')).toBeTruthy();
    await press('My laptop');
    expect(pane('My laptop').queryByRole('region', { name: placeGatewayTexts.usedBy })).toBeNull();
  });

  test('name a file once where its place has the same path', async () => {
    await show(placeStates.some);
    await press('Nightly scraper');
    expect(pane('Nightly scraper').getAllByText('/home/lena/scraper/.env')).toHaveLength(1);
  });

  test('return the focus to the row when they are closed', async () => {
    await show(placeStates.some);
    await press('My laptop');
    await press(texts.closeDetails);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'My laptop' }));
  });

  test('remove the place, and offer to undo that', async () => {
    const become = await show(placeStates.some);
    await press('My laptop');
    await user.click(pane('My laptop').getByRole('button', { name: texts.removeButton }));
    const rest = examplePlaces.filter(({ name }) => name !== 'My laptop');
    expect(saved().places).toEqual(rest);
    become({ ...placeStates.some, rotation: { ...placeStates.some.rotation, places: rest } });
    await press(placesTexts.undo);
    expect(saved().places).toEqual(examplePlaces);
  });
});

describe('whether a place is ready', () => {
  test('is in its row, with when it was rehearsed', async () => {
    await show(placeStates.some);
    const [, first, , third] = screen.getAllByRole('row');
    expect(within(first as HTMLElement).getByText(states.readiness.ready)).toBeTruthy();
    expect(within(first as HTMLElement).getByText('2 h ago')).toBeTruthy();
    expect(within(third as HTMLElement).getByText(states.readiness.unconfirmed)).toBeTruthy();
    expect(within(third as HTMLElement).getByText(texts.never)).toBeTruthy();
    await press(texts.rehearseAll);
    expect(bridge.inputsOf('places.rehearse')).toEqual([{ placeIds: null }]);
  });

  test('narrows the table', async () => {
    await show(placeStates.many);
    await user.selectOptions(screen.getByRole('combobox', { name: texts.filterState }), 'hand');
    expect(screen.getAllByRole('row')).toHaveLength(19);
  });

  test('is rehearsed, and tried for real only after a question that shows what is restarted', async () => {
    await show(placeStates.some);
    await press('Nightly scraper');
    const details = pane('Nightly scraper');
    await user.click(details.getByRole('button', { name: texts.rehearse }));
    expect(bridge.inputsOf('places.rehearse')).toEqual([{ placeIds: ['p1'] }]);
    await user.click(details.getByRole('button', { name: texts.tryForReal }));
    expect(bridge.inputsOf('places.tryForReal')).toEqual([]);
    const question = within(screen.getByRole('alertdialog'));
    expect(question.getByText('scraper.service')).toBeTruthy();
    await user.click(question.getByRole('button', { name: texts.tryConfirm }));
    expect(bridge.inputsOf('places.tryForReal')).toEqual([{ placeId: 'p1' }]);
  });

  test('waits for commands to be confirmed as they were shown', async () => {
    await show(placeStates.some);
    await press('nordwind/shop');
    const details = pane('nordwind/shop');
    expect(details.queryByRole('button', { name: texts.tryForReal })).toBeNull();
    await user.click(details.getByRole('button', { name: texts.confirm }));
    expect(bridge.inputsOf('places.confirmCommands')).toEqual([{ seen: examplePlaces[2] }]);
  });

  test('has what became of it in earlier regenerations, and why it failed', async () => {
    const { history } = placeStates;
    await show(history);
    await press('nordwind/shop');
    const failed = within(pane('nordwind/shop').getByRole('region', { name: texts.history }));
    expect(failed.getAllByText(new RegExp(states.run.blocked))).toHaveLength(2);
    expect(failed.getAllByText(/gh auth login/)).toHaveLength(2);
    await press('Nightly scraper');
    const updated = within(pane('Nightly scraper').getByRole('region', { name: texts.history }));
    expect(updated.getAllByText(new RegExp(states.proof.parsed))).toHaveLength(2);
    await press('My laptop');
    expect(pane('My laptop').queryByRole('region', { name: texts.history })).toBeNull();
  });

  test('warns of a command that prints the key', async () => {
    await show(placeStates.history);
    await press('nordwind/shop');
    expect(pane('nordwind/shop').getByText(texts.printsKey({ program: 'gh' }))).toBeTruthy();
    await press('Nightly scraper');
    expect(screen.queryByText(texts.printsKeyLine)).toBeNull();
  });

  test('says why it is not', async () => {
    await show(placeStates.some);
    await press('My laptop');
    expect(pane('My laptop').getByText(/permission/)).toBeTruthy();
  });
});

test('what the search found is added to the list, and rehearsed', async () => {
  const become = await show(placeStates.some);
  await press(texts.find);
  await press(findTexts.start);
  expect(bridge.inputsOf('places.scan')).toEqual([{ quick: true, folders: [], programs: false, containers: false }]);
  become({ ...placeStates.some, places: { ...placeStates.some.places, scan: scanStates.done } });
  bridge.answers['places.fromRecipe'] = () => ({ ok: true, value: { update: exampleCrontab } });
  await press(findTexts.add({ count: 3 }));
  expect(bridge.inputsOf('places.fromRecipe')).toEqual([{ recipe: 'crontab', fields: {} }]);
  expect(saved().places).toHaveLength(examplePlaces.length + 3);
  expect(saved().places.at(-1)?.update).toEqual(exampleCrontab);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(bridge.inputsOf('places.rehearse')).toHaveLength(1);
});

describe('the form of a place', () => {
  const field = (name: string) => screen.getByRole('textbox', { name });

  test('adds a file by its full path', async () => {
    await show(placeStates.none);
    await user.click(screen.getByRole('button', { name: new RegExp(`^${texts.begin.file.title}`) }));
    await user.type(field(placesTexts.name), 'Scraper');
    await user.type(field(texts.form.path), '~/.env');
    await press(placesTexts.save);
    expect(screen.getByText(texts.form.pathWrong)).toBeTruthy();
    await user.clear(field(texts.form.path));
    await user.type(field(texts.form.path), '/srv/.env');
    await press(placesTexts.save);
    expect(saved().places).toMatchObject([
      { name: 'Scraper', where: '/srv/.env', update: { by: 'file', path: '/srv/.env' } },
    ]);
  });

  test('takes a file that was chosen in the system’s dialog', async () => {
    bridge.answers['places.choosePath'] = () => ({ ok: true, value: { path: '/srv/shop/.env' } });
    await show(placeStates.none);
    await user.click(screen.getByRole('button', { name: new RegExp(`^${texts.begin.file.title}`) }));
    await press(texts.choose);
    expect(bridge.inputsOf('places.choosePath')).toEqual([{ what: 'file' }]);
    expect(screen.getByDisplayValue('/srv/shop/.env')).toBeTruthy();
  });

  test('adds a command with one argument a line, and what runs afterwards', async () => {
    await show(placeStates.none);
    await user.click(screen.getByRole('button', { name: new RegExp(`^${texts.begin.command.title}`) }));
    await user.type(field(placesTexts.name), 'Shop');
    await press(placesTexts.save);
    expect(screen.getByText(texts.form.programMissing)).toBeTruthy();
    await user.type(field(texts.form.program), 'gh');
    await user.type(field(texts.form.arguments), 'secret{Enter}set{Enter}WITH SPACE');
    await press(texts.form.afterwards);
    const hook = within(screen.getByRole('group', { name: texts.form.hook }));
    await user.type(hook.getByRole('textbox', { name: texts.form.program }), 'true');
    await press(placesTexts.save);
    expect(bridge.inputsOf('places.change')).toEqual([]);
    await press(texts.review.confirm);
    expect(saved().places).toMatchObject([
      {
        update: {
          by: 'command',
          recipe: 'own',
          command: { program: 'gh', arguments: ['secret', 'set', 'WITH SPACE'] },
        },
        hook: { program: 'true', arguments: [], folder: null },
      },
    ]);
  });

  describe('with a recipe', () => {
    const choose = (label: string, name: string) =>
      user.selectOptions(screen.getByRole('combobox', { name: label }), name);
    beforeEach(() => {
      bridge.answers['places.recipes'] = () => ({ ok: true, value: exampleRecipes });
    });
    async function begin(recipe: string) {
      await show(placeStates.none);
      await user.click(screen.getByRole('button', { name: new RegExp(`^${texts.begin.recipe.title}`) }));
      await choose(texts.form.recipeWhich, recipe);
    }

    test('shows all that it runs before it is confirmed, then saves, confirms and rehearses it', async () => {
      bridge.answers['places.fromRecipe'] = () => ({ ok: true, value: { update: exampleKubernetes } });
      await begin(recipes.recipes.kubernetes.name);
      await user.type(field(recipes.fields.secret), 'nineproxy');
      await user.type(field(recipes.fields.field), 'NINEPROXY_API_KEY');
      await press(placesTexts.save);
      expect(bridge.inputsOf('places.fromRecipe')).toEqual([
        { recipe: 'kubernetes', fields: { secret: 'nineproxy', field: 'NINEPROXY_API_KEY' } },
      ]);
      const review = within(screen.getByRole('dialog'));
      expect(review.getByText('--server-side')).toBeTruthy();
      expect(review.getByText(/^apiVersion: v1/).textContent).toContain('•••');
      expect(within(review.getByRole('region', { name: texts.probe })).getByText('--output=name')).toBeTruthy();
      expect(within(review.getByRole('region', { name: texts.readBack })).getByText(/go-template/)).toBeTruthy();
      expect(bridge.inputsOf('places.change')).toEqual([]);
      await press(texts.review.confirm);
      const [place] = saved().places;
      expect(place).toMatchObject({
        name: recipes.recipes.kubernetes.name,
        kind: 'container',
        update: exampleKubernetes,
      });
      expect(bridge.inputsOf('places.confirmCommands')).toEqual([{ seen: place }]);
      expect(bridge.inputsOf('places.rehearse')).toEqual([{ placeIds: [place?.id] }]);
    });

    test('marks the field that main refuses, and goes back to the form from its commands', async () => {
      bridge.answers['places.fromRecipe'] = () => ({ ok: false, problem: { kind: 'bad-input', field: 'repository' } });
      await begin(recipes.recipes.github.name);
      await press(placesTexts.save);
      const repository = field(recipes.fields.repository);
      expect(repository.getAttribute('aria-invalid')).toBe('true');
      expect(screen.getByText(texts.form.fieldMissing)).toBeTruthy();
      await user.type(repository, '--help');
      expect(repository.getAttribute('aria-invalid')).not.toBe('true');
      await press(placesTexts.save);
      expect(screen.getByText(texts.form.fieldWrong({ example: 'owner/name' }))).toBeTruthy();
      bridge.answers['places.fromRecipe'] = () => ({ ok: true, value: { update: exampleKubernetes } });
      await press(placesTexts.save);
      await press(texts.review.back);
      expect(field(recipes.fields.repository)).toBeTruthy();
      expect(bridge.inputsOf('places.change')).toEqual([]);
    });

    test('refuses a key in one of its fields, and asks main nothing', async () => {
      await begin(recipes.recipes.github.name);
      await user.type(field(recipes.fields.variable), 'a1B2c3D4e5F6g7H8i9J0k1L2m3');
      await press(placesTexts.save);
      expect(screen.getByText(placesTexts.looksLikeKey)).toBeTruthy();
      expect(bridge.inputsOf('places.fromRecipe')).toEqual([]);
    });

    test('says why a service has none, and adds it by hand', async () => {
      await begin(`${recipes.manual.heroku}${aside(texts.how.hand)}`);
      expect(screen.getByText(recipes.why['arguments-only'])).toBeTruthy();
      await press(placesTexts.save);
      expect(saved().places).toMatchObject([{ name: recipes.manual.heroku, update: { by: 'hand' } }]);
    });

    test('makes a restart from a template', async () => {
      const command = { program: 'docker', arguments: ['compose', 'up'], folder: '/srv/shop', timeLimit: 120 };
      bridge.answers['places.hookFromTemplate'] = () => ({ ok: true, value: { command } });
      await show(placeStates.none);
      await user.click(screen.getByRole('button', { name: new RegExp(`^${texts.begin.file.title}`) }));
      await user.type(field(placesTexts.name), 'Shop');
      await user.type(field(texts.form.path), '/srv/shop/.env');
      await press(texts.form.afterwards);
      await choose(texts.form.hookWhich, recipes.hooks.compose);
      await user.type(field(recipes.fields.service), 'web');
      await press(placesTexts.save);
      expect(bridge.inputsOf('places.hookFromTemplate')).toEqual([{ hook: 'compose', fields: { service: 'web' } }]);
      expect(
        within(screen.getByRole('region', { name: texts.restart })).getByText('/srv/shop', { exact: false }),
      ).toBeTruthy();
      await press(texts.review.confirm);
      expect(saved().places).toMatchObject([{ hook: command, isHookRepeatable: true }]);
    });
  });

  test('takes no key in an argument', async () => {
    await show(placeStates.none);
    await user.click(screen.getByRole('button', { name: new RegExp(`^${texts.begin.command.title}`) }));
    await user.type(field(placesTexts.name), 'Shop');
    await user.type(field(texts.form.program), 'heroku');
    await user.type(field(texts.form.arguments), 'KEY=a1B2c3D4e5F6g7H8i9J0k1L2m3');
    await press(placesTexts.save);
    expect(screen.getByText(placesTexts.looksLikeKey)).toBeTruthy();
    expect(bridge.inputsOf('places.change')).toEqual([]);
  });

  test('stays open with the reason where it could not be saved', async () => {
    bridge.answers['places.change'] = () => ({ ok: false, problem: { kind: 'disk-full' } });
    await show(placeStates.some);
    await press('My laptop');
    await press(texts.editButton);
    await press(placesTexts.save);
    expect(within(screen.getByRole('dialog')).getByRole('alert').textContent).toMatch(/disk is full/i);
  });
});
