import { expect, it } from 'vitest';
import { progressLine } from './progress-line';

it('replaces its line in a terminal, and removes it at the end', () => {
  let written = '';
  const line = progressLine((text) => (written += text), true);
  line.show('1 of 3');
  line.show('2 of 3');
  expect(written).toBe('\r\u{1b}[K1 of 3\r\u{1b}[K2 of 3');
  line.clear();
  line.clear();
  expect(written.endsWith('2 of 3\r\u{1b}[K')).toBe(true);
});

it('writes nothing into a log or a pipe', () => {
  let written = '';
  const line = progressLine((text) => (written += text), false);
  line.show('1 of 3');
  line.clear();
  expect(written).toBe('');
});
