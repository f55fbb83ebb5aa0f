import { expect, test } from 'vitest';
import { listIds, listOf } from '../../model/lists/lists';
import { cellText, countryName, stateWords } from './cells';
import { selectedText, totalText, unreadText } from './list-frame';
import { listWords } from './lists';

test.each(listIds)('%s has words for its columns, states, filters and choices', (id) => {
  const words = listWords(id);
  const { columns, filters } = listOf(id);
  for (const { id: column, states = [] } of columns) {
    expect(words.columns[column]).toBeTruthy();
    for (const state of states) expect(words.states[column]?.[state]?.text).toBeTruthy();
  }
  for (const { id: filter, choices = [] } of filters) {
    expect(words.filters[filter] ?? words.choices[filter]?.label).toBeTruthy();
    for (const choice of choices) expect(words.choices[filter]?.words[choice]).toBeTruthy();
  }
});

test.each([
  [1234, 'count', '1,234'],
  [-1, 'count', 'No limit'],
  [2.5e9, 'bytes', '2.5 GB'],
  [18.5, 'money', '$18.50'],
  [7.5, 'percent', '7.5%'],
  [10, 'minutes', '10 min'],
  ['de', 'country', 'Germany (DE)'],
  ['europe', 'country', 'europe'],
  ['ZZ9', 'country', 'ZZ9'],
  ['60000-60010', 'mono', '60000-60010'],
  [60_000, 'mono', '60000'],
  ['ref-1', 'secret', ''],
  [null, 'count', ''],
] as const)('%s as %s is written “%s”', (cell, kind, text) => {
  expect(cellText(cell, kind, undefined, 'en-US')).toBe(text);
});

test('a moment is written in full', () => {
  expect(cellText(Date.UTC(2026, 10, 22, 12), 'moment', undefined, 'en-US')).toMatch(/2026/);
});

test('a state nobody described is shown as it came', () => {
  const { status } = listWords('subUsers').states;
  expect(stateWords('blocked', status)).toEqual({ text: 'Blocked', tone: 'bad' });
  expect(stateWords('frozen', status)).toEqual({ text: 'frozen', tone: 'quiet' });
  expect(stateWords('toString', status)).toEqual({ text: 'toString', tone: 'quiet' });
});

test('a code that is no country has no name', () => {
  expect(countryName('1', 'en')).toBeNull();
  expect(countryName('QZ', 'en')).toBeNull();
});

test('counts fit one and many', () => {
  const words = listWords('codesMade');
  expect(words.rows({ count: 1 })).toBe('1 code');
  expect(totalText({ total: 1, known: 1, narrowed: true }, words, 'en')).toBe('1 code matches');
  expect(totalText({ total: 1200, known: 100, narrowed: true }, words, 'en')).toBe('1,200 codes match');
  expect(totalText({ total: null, known: 100, narrowed: false }, words, 'en')).toBe('100 codes so far');
  expect(selectedText(50_000, true)).toBe('All 50,000 are selected');
  expect(selectedText(null, true)).toBe('All matches are selected');
  expect(unreadText({ first: 101, last: 200, why: 'no answer' }, 'en')).toBe(
    'Rows 101 to 200 couldn’t be read: no answer.',
  );
  expect(unreadText({ first: 101, last: 101, why: 'no answer' }, 'en')).toBe('Row 101 couldn’t be read: no answer.');
});
