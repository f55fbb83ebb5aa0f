import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { licenseTexts as texts } from '../../../app/texts/account/licenses';
import { problemText } from '../../../app/texts/problems/problems';
import { type FakeBridge, installFakeBridge } from '../../ui/fake-bridge.fixture';
import { AboutSection } from '../settings/About';
import { exampleLicenses } from './license.fixture';

let bridge: FakeBridge;
const user = userEvent.setup({ delay: null });
const platform = { os: 'linux', trayShown: true, sandboxed: true, electron: '45.4.1', version: '0.1.0' } as const;

beforeEach(() => {
  bridge = installFakeBridge();
  bridge.answers['licenses.list'] = () => ({ ok: true, value: { licensed: exampleLicenses } });
  bridge.answers['licenses.read'] = ({ id }) => ({ ok: true, value: { text: `The text of ${id}` } });
});
afterEach(cleanup);

async function open() {
  render(<AboutSection platform={platform} />);
  await user.click(screen.getByRole('button', { name: texts.open }));
  return within(await screen.findByRole('dialog', { name: texts.title }));
}

/** Opens or closes a row as a browser does, which also says so. */
function toggle(name: string, isOpen = true) {
  const row = screen.getByText(name).closest('details');
  if (row === null) throw new Error(`There is no row "${name}".`);
  row.open = isOpen;
  fireEvent(row, new Event('toggle'));
  return within(row);
}

const names = () => [...document.querySelectorAll('summary')].map((row) => row.textContent.trim());
const internal = problemText({ kind: 'internal' }, 'en', Date.now()).title;

it('the About section names the license, and asks for the list only when it is opened', async () => {
  render(<AboutSection platform={platform} />);
  expect(screen.getByText('MIT')).toBeTruthy();
  expect(bridge.asked).toEqual([]);
});

it('everything with a license is listed by group, with its version and license', async () => {
  const dialog = await open();
  expect(await dialog.findByText(texts.found({ count: exampleLicenses.length }))).toBeTruthy();
  const libraries = within(dialog.getByRole('region', { name: texts.groups.libraries }));
  expect(libraries.getAllByRole('listitem').map((row) => row.textContent)).toContain('dotenv 18.0.10 BSD-2-Clause');
  for (const group of ['ninetray', 'electron', 'chromium'] as const)
    expect(dialog.getByRole('region', { name: texts.groups[group] })).toBeTruthy();
});

it('a text is read when its row is opened, and only then; it can be scrolled with the keyboard', async () => {
  const dialog = await open();
  await dialog.findByText('react');
  expect(bridge.inputsOf('licenses.read')).toEqual([]);
  const row = toggle('react');
  const text = await row.findByRole('region', { name: texts.textOf({ name: 'react' }) });
  expect([text.textContent, text.tabIndex]).toEqual(['The text of react@19.3.1', 0]);
  expect(bridge.inputsOf('licenses.read')).toEqual([{ id: 'react@19.3.1' }]);
  toggle('react', false);
  expect(row.queryByText('The text of react@19.3.1')).toBeNull();
});

it('the search finds names and licenses, says how many, and Esc empties it before it closes the dialog', async () => {
  const dialog = await open();
  const search = await dialog.findByRole('searchbox', { name: texts.search });
  await user.type(search, 'REACT mit');
  expect(names()).toEqual(['@tanstack/react-virtual 3.14.26 MIT', 'react 19.3.1 MIT']);
  expect(dialog.getByText(texts.found({ count: 2 }))).toBeTruthy();
  await user.clear(search);
  await user.type(search, 'bsd-2');
  expect(names()).toEqual(['dotenv 18.0.10 BSD-2-Clause']);
  await user.type(search, 'zzz');
  expect(dialog.getByText(texts.none)).toBeTruthy();
  await user.keyboard('{Enter}{Escape}');
  expect(names().length).toBe(exampleLicenses.length);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('the dialog says so where the list or a text cannot be read', async () => {
  bridge.answers['licenses.read'] = () => ({ ok: false, problem: { kind: 'internal' } });
  const dialog = await open();
  await dialog.findByText('react');
  expect(await toggle('react').findByText(new RegExp(internal))).toBeTruthy();
  cleanup();
  bridge.answers['licenses.list'] = () => ({ ok: false, problem: { kind: 'internal' } });
  expect(await (await open()).findByText(new RegExp(internal))).toBeTruthy();
});
