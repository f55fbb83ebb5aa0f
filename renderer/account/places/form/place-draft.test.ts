import { expect, test } from 'vitest';
import type { Place } from '../../../../app/model/places/place';
import { exampleKubernetes, examplePlaces } from '../place-states.fixture';
import { draftOf, errorsOf, holdsKey, needsReview, placeOf, withHook, withRecipe } from './place-draft';

test.each(examplePlaces)('the form of a place keeps all of it: $name', (place) => {
  expect(placeOf(draftOf(place), place, place.id)).toEqual(place);
});

test('what stands around the key and how it is read back stay with the recipe’s command, and go with another', () => {
  const around = { before: 'NAME=', after: '', base64: false };
  const readBack = { program: 'store', arguments: ['get'], folder: null, timeLimit: 30 };
  const places = examplePlaces.flatMap((place) =>
    place.update?.by === 'command' ? [{ ...place, update: { ...place.update, around, readBack } }] : [],
  );
  expect(places).not.toEqual([]);
  for (const place of places) {
    const draft = draftOf(place);
    expect(placeOf(draft, place, place.id)).toEqual(place);
    const changed = placeOf({ ...draft, command: { ...draft.command, program: 'other' } }, place, place.id);
    expect(changed.update).not.toHaveProperty('around');
    expect(changed.update).not.toHaveProperty('readBack');
  }
});

test('a changed command is no longer the ready-made one, and its read-only try goes with it', () => {
  const place = examplePlaces.find(({ update }) => update?.by === 'command' && update.recipe !== 'own');
  if (place === undefined) throw new Error('There is no such example.');
  const draft = draftOf(place);
  const changed = placeOf(
    { ...draft, command: { ...draft.command, arguments: 'secret\nset\nOTHER' } },
    place,
    place.id,
  );
  expect(changed.update).toMatchObject({
    recipe: 'own',
    probe: null,
    command: { arguments: ['secret', 'set', 'OTHER'] },
  });
});

test('a file needs a full path, a command a program, and every place a name', () => {
  const named = { ...draftOf(null), name: 'A' };
  expect(errorsOf(named)).toBeNull();
  expect(errorsOf({ ...named, name: ' ' })).toMatchObject({ name: true });
  for (const path of ['/srv/.env', 'C:\\app\\.env', '\\\\host\\share\\.env'])
    expect(errorsOf({ ...named, by: 'file', path })).toBeNull();
  expect(errorsOf({ ...named, by: 'file', path: '~/.env' })).toMatchObject({ path: true });
  expect(errorsOf({ ...named, by: 'command' })).toMatchObject({ program: true });
});

test('a place that is updated by hand runs nothing afterwards', () => {
  const hook = { program: 'systemctl', arguments: '--user\nrestart\nscraper', folder: '', timeLimit: '30' };
  const place = placeOf({ ...draftOf(null), name: 'A', hook }, null, 'id');
  expect(place).not.toHaveProperty('hook');
});

test('a new place has all that its recipe made: what stands around the key, its probe and how it is read back', () => {
  if (exampleKubernetes.by !== 'command') throw new Error('There is no such example.');
  const draft = withRecipe({ ...draftOf(null, 'recipe'), name: 'Shop' }, exampleKubernetes);
  expect(errorsOf(draft)).toBeNull();
  expect(placeOf(draft, null, 'id').update).toEqual(exampleKubernetes);
});

test('a hook from a template keeps its time limit, and may be repeated', () => {
  const hook = { program: 'docker', arguments: ['compose', 'up'], folder: '/srv', timeLimit: 120 };
  const place = placeOf(withHook({ ...draftOf(null, 'file'), name: 'A', path: '/srv/.env' }, hook), null, 'id');
  expect(place).toMatchObject({ hook, isHookRepeatable: true });
  expect(placeOf(draftOf(place), place, 'id')).toEqual(place);
});

test('a file that is changed as plain text stays so until it is another file', () => {
  const place: Place = {
    id: 'a',
    name: 'A',
    kind: 'other',
    where: '/a.yaml',
    note: '',
    update: { by: 'file', path: '/a.yaml', plain: true },
  };
  const draft = draftOf(place);
  expect(placeOf(draft, place, 'a').update).toEqual(place.update);
  expect(placeOf({ ...draft, path: '/b.yaml' }, place, 'a').update).toEqual({ by: 'file', path: '/b.yaml' });
});

test('a time limit is a number of seconds, and a recipe has to be chosen', () => {
  const command = { program: 'gh', arguments: '', folder: '', timeLimit: '0' };
  const named = { ...draftOf(null, 'command'), name: 'A' };
  for (const timeLimit of ['0', '601', '', 'x', '1.5'])
    expect(errorsOf({ ...named, command: { ...command, timeLimit } })).toMatchObject({ timeLimits: { command: true } });
  expect(errorsOf({ ...named, command: { ...command, timeLimit: '600' } })).toBeNull();
  expect(errorsOf({ ...named, by: 'recipe' })).toMatchObject({ recipe: true });
});

test('no text of a draft may look like a key, not even a field of a recipe or of a template', () => {
  const key = 'a1B2c3D4e5F6g7H8i9J0k1L2m3';
  const draft = draftOf(null, 'recipe');
  const command = { ...draft.command, arguments: `KEY=${key}` };
  const fields = { id: 'github', fields: { repository: key } };
  const all = [
    { name: key },
    { note: key },
    { command },
    { check: command },
    { recipe: fields },
    { hookTemplate: fields },
  ];
  for (const change of all) expect(holdsKey({ ...draft, ...change })).toBe(true);
  expect(holdsKey(draft)).toBe(false);
});

test('commands are reviewed before they are saved, unless the user confirmed the same ones', () => {
  const [confirmed] = examplePlaces.map((place) => ({ ...place, confirmed: 'hash' }));
  const byHand = examplePlaces.find(({ update }) => update?.by === 'hand');
  if (confirmed === undefined || byHand === undefined) throw new Error('There are no examples.');
  expect(needsReview(confirmed, null)).toBe(true);
  expect(needsReview({ ...confirmed, name: 'Another' }, confirmed)).toBe(false);
  const check = { program: 'true', arguments: [], folder: null, timeLimit: 30 };
  expect(needsReview({ ...confirmed, check }, confirmed)).toBe(true);
  expect(needsReview(byHand, null)).toBe(false);
});
