import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ScanView } from '../../../../app/model/places/scan';
import { findPlacesTexts as texts } from '../../../../app/texts/account/places';
import { installFakeBridge } from '../../../ui/fake-bridge.fixture';
import { FindPlaces, type FindPlacesProps } from './FindPlaces';
import { groupsOf, isKnown, knownPlaces, nameOfFound, placeOfFound } from './found-place';
import { exampleCrontab, examplePlaces, picturedAt } from '../place-states.fixture';
import { foundRows, scanStates } from './scan-states.fixture';

const user = userEvent.setup({ delay: null });
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: picturedAt });
  installFakeBridge();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

async function show(scan: ScanView | null, given: Partial<FindPlacesProps> = {}) {
  const props: FindPlacesProps = {
    scan: null,
    places: examplePlaces,
    findsPrograms: true,
    problem: null,
    isBusy: false,
    onChooseFolder: () => Promise.resolve(null),
    onStart: vi.fn<FindPlacesProps['onStart']>(),
    onStop: vi.fn<FindPlacesProps['onStop']>(),
    onAdd: vi.fn<FindPlacesProps['onAdd']>(),
    onClose: vi.fn<FindPlacesProps['onClose']>(),
    ...given,
  };
  const { rerender } = render(<FindPlaces {...props} />);
  if (scan !== null) rerender(<FindPlaces {...props} scan={scan} />);
  await act(() => Promise.resolve());
  return props;
}
const press = (name: string) => user.click(screen.getByRole('button', { name }));

test('searches nothing that was not ticked, and folders only that were chosen', async () => {
  const props = await show(null, { onChooseFolder: () => Promise.resolve('/srv') });
  await user.click(screen.getByRole('checkbox', { name: texts.quick }));
  expect(screen.getByRole('button', { name: texts.start }).getAttribute('data-disabled')).toBe('true');
  await press(texts.addFolder);
  await press(texts.start);
  expect(props.onStart).toHaveBeenCalledExactlyOnceWith({
    quick: false,
    folders: ['/srv'],
    programs: false,
    containers: false,
  });
});

test('shows how far the search is, and stops it', async () => {
  const props = await show(scanStates.running);
  expect(screen.getByText(texts.found({ count: 2 }))).toBeTruthy();
  expect(screen.getByRole('progressbar', { name: texts.running }).getAttribute('aria-valuetext')).toContain('12,408');
  await press(texts.stop);
  expect(props.onStop).toHaveBeenCalledOnce();
});

test('shows a hundred of many results at a time, and all can be selected at once', async () => {
  const props = await show(scanStates.many);
  const rows = within(screen.getByRole('region', { name: texts.usable }));
  expect(rows.getAllByRole('listitem')).toHaveLength(100);
  await press(texts.next({ count: 100 }));
  expect(rows.getAllByRole('listitem')).toHaveLength(200);
  await press(texts.add({ count: 2000 }));
  expect(vi.mocked(props.onAdd).mock.calls[0]?.[0]).toHaveLength(2000);
});

test('adds the files that are ticked, and offers neither those on the list nor those that are never written', async () => {
  const props = await show(scanStates.done);
  const usable = within(screen.getByRole('region', { name: texts.usable }));
  expect(usable.getByText(texts.known)).toBeTruthy();
  for (const name of ['lena/.bash_history', 'shop/.env.example', 'python3'])
    expect(screen.queryByRole('checkbox', { name })).toBeNull();
  expect(screen.getByText(texts.class.history)).toBeTruthy();
  await user.click(usable.getByRole('checkbox', { name: 'shop/fetch.py' }));
  await user.click(usable.getByRole('checkbox', { name: 'shop/.env' }));
  await press(texts.add({ count: 3 }));
  const [added] = vi.mocked(props.onAdd).mock.calls[0] ?? [];
  expect(added?.map(({ source, path }) => path ?? source)).toEqual([
    '/srv/price-watch/config.yaml',
    '/home/lena/shop/fetch.py',
    'crontab',
  ]);
});

test('shows the last results again, and leads back to what is searched', async () => {
  const props = await show(scanStates.done);
  await press(texts.again);
  expect(screen.queryByText(texts.found({ count: foundRows.length }))).toBeNull();
  await press(texts.start);
  expect(props.onStart).toHaveBeenCalledOnce();
});

test('selects nothing in advance where the key is short', async () => {
  await show(scanStates.short);
  expect(screen.getByText(texts.short)).toBeTruthy();
  for (const box of screen.getAllByRole('checkbox')) expect((box as HTMLInputElement).checked).toBe(false);
});

test('says what a stopped search found until then, and what an empty one may mean', async () => {
  await show(scanStates.cancelled);
  expect(screen.getByText(texts.soFar)).toBeTruthy();
  cleanup();
  await show(scanStates.nothing);
  expect(screen.getByText(texts.notFoundLine)).toBeTruthy();
  expect(screen.queryByRole('checkbox')).toBeNull();
});

test('a found file is named by its folder, and is what its name says', () => {
  const [env, , yaml] = foundRows;
  if (env === undefined || yaml === undefined) throw new Error('There are no examples.');
  expect(nameOfFound(env)).toBe('shop/.env');
  expect(placeOfFound(env, 'id', null)).toMatchObject({ kind: 'env-file', update: { by: 'file', path: env.path } });
  const named = (path: string) => placeOfFound({ ...env, path }, 'id', null)?.kind;
  expect([named('/a/docker-compose.yml'), named('/a/.zshrc'), named('/a/x.service'), named('C:\\a\\app.env')]).toEqual([
    'container',
    'shell',
    'scheduled-task',
    'env-file',
  ]);
});

test('files that can be updated and the crontab are offered, and nothing else', () => {
  const { usable, dead } = groupsOf(foundRows);
  expect(usable.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5', '9']);
  expect(dead).toHaveLength(3);
  const known = knownPlaces(examplePlaces);
  expect(foundRows.filter((row) => isKnown(row, known)).map(({ id }) => id)).toEqual(['2']);
});

test('a found crontab becomes the place of its recipe, and is known once it is on the list', () => {
  const row = foundRows.find(({ source }) => source === 'crontab');
  if (row === undefined) throw new Error('There is no such example.');
  expect(placeOfFound(row, 'id', null)).toBeNull();
  const place = placeOfFound(row, 'id', exampleCrontab);
  expect(place).toMatchObject({ kind: 'scheduled-task', update: { by: 'command', recipe: 'crontab' } });
  if (place === null) return;
  expect(isKnown(row, knownPlaces([place]))).toBe(true);
  expect(isKnown(row, knownPlaces(examplePlaces))).toBe(false);
});
