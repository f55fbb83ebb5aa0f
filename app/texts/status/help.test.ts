import { expect, it } from 'vitest';
import { helpText } from './help';

const lines = helpText().split('\n');

it('aligns all explanations of switches, also in their further lines', () => {
  const at = lines.find((line) => line.startsWith('  --user-data-dir'))?.search(/(?<=\S {2,})\S/) ?? 0;
  const first = lines.findIndex((line) => line.startsWith('  --demo'));
  const table = lines.slice(first, lines.indexOf('', first));
  expect(table.length).toBeGreaterThan(10);
  for (const line of table) expect(line.slice(at - 2, at + 1)).toMatch(/^ {2}\S$/);
});

it('has no line that is wider than a terminal of 100 characters, and ends with a line break', () => {
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  expect(lines.at(-1)).toBe('');
});
