import { expect, test } from 'vitest';
import { plainDigits } from './plain-digits';

test('reads the digits and marks that the system writes in every numbering system with digits', () => {
  const read: string[] = [];
  for (const system of Intl.supportedValuesOf('numberingSystem')) {
    const format = new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false });
    const written = format.format(9_876_543_210);
    // Ideographs and the like ("hanidec") are words, not digits.
    if (!/^\p{Nd}+$/u.test(written)) continue;
    expect(plainDigits(written)).toBe('9876543210');
    read.push(system);
  }
  expect(read).toEqual(expect.arrayContaining(['arab', 'arabext', 'beng', 'deva', 'latn', 'mymr']));
});

test.each([
  ['fa-IR', '1.5', '-12'],
  ['ar-EG', '1.5', '-12'],
  ['bn-BD', '1.5', '-12'],
  ['mr-IN', '1.5', '-12'],
  ['de-DE', '1,5', '-12'],
  ['sv-SE', '1,5', '-12'],
])('reads a fraction and a sign as %s writes them', (locale, fraction, negative) => {
  const written = (value: number) => new Intl.NumberFormat(locale).format(value);
  expect(plainDigits(written(1.5))).toBe(fraction);
  expect(plainDigits(written(-12))).toBe(negative);
});
