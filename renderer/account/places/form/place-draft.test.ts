import { expect, test } from 'vitest';
import { draftOf, errorsOf, placeOf } from './place-draft';
import { examplePlaces } from '../place-states.fixture';

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
  const hook = { program: 'systemctl', arguments: '--user\nrestart\nscraper', folder: '' };
  const place = placeOf({ ...draftOf(null), name: 'A', hook }, null, 'id');
  expect(place).not.toHaveProperty('hook');
});
