// Numbers as users type them in their own script, made readable: Persian, Bengali or Devanagari digits become 0 to 9.

/** Marks that reorder text, which some locales put around a sign. */
const marks = /[\u200e\u200f\u061c]/g;

/** The text with 0 to 9 for the digits of any script, `.` and `,` for the Arabic decimal and thousands marks, and `-` for a minus sign. */
export function plainDigits(text: string): string {
  return text
    .replace(marks, '')
    .replaceAll('٫', '.')
    .replaceAll('٬', ',')
    .replace('−', '-')
    .replace(/\p{Nd}/gu, (digit) => String(valueOf(digit)));
}

/** Unicode has the digits of a script in a row, from 0 to 9, and such rows only one after the other. */
function valueOf(digit: string): number {
  const own = digit.codePointAt(0) ?? 0;
  let first = own;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return (own - first) % 10;
}
