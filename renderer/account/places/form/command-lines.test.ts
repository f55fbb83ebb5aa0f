import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { argumentsOf, linesOf } from './command-lines';

test('arguments survive a form that has one per line, whatever is in them', () => {
  const argument = fc.oneof(fc.string(), fc.constantFrom('', '"a"', '"', '\n', 'a\r\nb', '\\n', '"a\nb"', '-x "y"'));
  fc.assert(
    fc.property(fc.array(argument), (args) => {
      expect(argumentsOf(linesOf(args))).toEqual(args);
    }),
  );
});

test('a line in quotes may have a line break and may be empty, and other lines are as they were typed', () => {
  expect(argumentsOf('-c\n"echo a\\necho b"\n\n""\nC:\\new "x"\n"C:\\dir"')).toEqual([
    '-c',
    'echo a\necho b',
    '',
    'C:\\new "x"',
    '"C:\\dir"',
  ]);
});
