// Messages as an object: read late, in the language of that moment, with plural forms and values.
import compile from 'icu-minify/compile';
import { afterEach, expect, it, vi } from 'vitest';
import { setTextLanguage, texts } from './texts';

const ips = '{count, plural, one {# IP} other {# IPs}}';
const english = {
  open: compile('Open NineTray'),
  ips: compile(ips),
  checked: compile('Last checked {age}. Try again.'),
  'group.switching': compile('{on, select, true {switching on…} other {switching off…}}'),
};
const words = texts('tray', english) as unknown as {
  open: string;
  ips(values: { count: number }): string;
  checked(values: { age: string }): string;
  group: { switching(values: { on: boolean }): string };
};

afterEach(() => setTextLanguage('en-US'));

it('gives words as text and messages with values as functions, nested by their ids', () => {
  expect(Object.keys(words)).toEqual(['open', 'ips', 'checked', 'group']);
  expect(words.open).toBe('Open NineTray');
  expect(words.group.switching({ on: true })).toBe('switching on…');
  expect(words.group.switching({ on: false })).toBe('switching off…');
});

it('has groups in groups, in the order of the catalogue, and each the same object whenever it is read', () => {
  const deep = texts('tray', {
    'first.second.third': compile('deep'),
    plain: compile('plain'),
    'first.other': compile('{count}'),
  }) as unknown as {
    first: { second: { third: string }; other: (values: { count: number }) => string };
    plain: string;
  };
  expect(Object.keys(deep)).toEqual(['first', 'plain']);
  expect(Object.keys(deep.first)).toEqual(['second', 'other']);
  expect([deep.first.second.third, deep.first.other({ count: 2 }), deep.plain]).toEqual(['deep', '2', 'plain']);
  expect(deep.first).toBe(deep.first);
});

it('makes a group when it is first read, since most are never read', () => {
  const define = vi.spyOn(Object, 'defineProperty');
  const late = texts('tray', { 'group.one': compile('one'), 'group.two': compile('two') }) as unknown as typeof words;
  const defined = () => define.mock.calls.map(([, name]) => name);
  expect(defined()).toEqual(['group']);
  expect(late.group).toHaveProperty('two', 'two');
  expect(defined()).toEqual(expect.arrayContaining(['one', 'two']));
  define.mockRestore();
});

it('ends a sentence with one full stop, also after a date that has its own', () => {
  expect(words.checked({ age: '3 h ago' })).toBe('Last checked 3 h ago. Try again.');
  expect(words.checked({ age: '14 окт. 2025 г.' })).toBe('Last checked 14 окт. 2025 г. Try again.');
});

it('writes numbers and plural forms as the language does', () => {
  expect([0, 1, 1234].map((count) => words.ips({ count }))).toEqual(['0 IPs', '1 IP', '1,234 IPs']);
  setTextLanguage('en-DE');
  expect(words.ips({ count: 1234 })).toBe('1.234 IPs');
});

it('is in another language from the moment that it is set, and in English where a message is missing', () => {
  setTextLanguage('ru', {
    tray: { ips: compile('{count, plural, one {# адрес} few {# адреса} many {# адресов} other {# адреса}}') },
  });
  expect([0, 1, 2, 5, 11, 21, 1.5].map((count) => words.ips({ count }))).toEqual([
    '0 адресов',
    '1 адрес',
    '2 адреса',
    '5 адресов',
    '11 адресов',
    '21 адрес',
    '1,5 адреса',
  ]);
  expect(words.open).toBe('Open NineTray');
});

it('stands in for a missing message with its own plural forms and numbers, not those of the other language', () => {
  setTextLanguage('ru', {});
  expect([21, 1234].map((count) => words.ips({ count }))).toEqual(['21 IPs', '1,234 IPs']);
});

it('is the same English in every language for what programs read', () => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
  const saved = texts('tray', english, { always: 'English' }) as unknown as typeof words;
  for (const [locale, translation] of [
    ['en-DE', {}],
    ['ru', { tray: { ips: 'адреса' } }],
  ] as const) {
    setTextLanguage(locale, translation);
    expect(saved.ips({ count: 1021 })).toBe('1,021 IPs');
  }
});
