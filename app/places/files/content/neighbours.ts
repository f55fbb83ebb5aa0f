// Where a text is a whole word, not part of a longer one. Reads no file.

/**
 * Where `text` begins in `units` and is a whole word: no letter, digit or character beyond ASCII beside it, not even after dots, dashes and
 * underscores, which belong to keys. `longer` counts the others. `start`: nothing before it is a neighbour (a byte order mark).
 */
export function findKey(
  units: string,
  text: string,
  options: { start?: number; hasEscapes?: boolean } = {},
): { at: number[]; longer: number } {
  const { start = 0, hasEscapes = false } = options;
  return find(units, text, (from, to) => {
    const before = units.slice(Math.max(start, from - 64), from);
    if (/[._-]+$/.test(before) ? /[A-Za-z0-9\u0080-\uffff][._-]+$/.test(before) : isWordEnd(before, hasEscapes))
      return false;
    return !/^[._-]*[A-Za-z0-9\u0080-\uffff]/.test(units.slice(to, to + 64));
  });
}

/** Where an address begins that is not a part of another: "https://api.9proxy.com" is not in "https://api.9proxy.com.example". */
export function findAddress(units: string, address: string, start = 0): number[] {
  return find(units, address, (from, to) => {
    const before = from > start ? units.charAt(from - 1) : '';
    return (
      !/[A-Za-z0-9+.\u0080-\uffff-]/.test(before) && !/^[A-Za-z0-9.:@_\u0080-\uffff-]/.test(units.slice(to, to + 1))
    );
  }).at;
}

function isWordEnd(before: string, hasEscapes: boolean): boolean {
  if (!/[A-Za-z0-9\u0080-\uffff]$/.test(before)) return false;
  // "\n" in a JSON string is a line break and no letter; a backslash of its own is "\\".
  return !(hasEscapes && /(?:^|[^\\])(?:\\\\)*\\[nrtbf]$/.test(before));
}

function find(units: string, text: string, standsAlone: (from: number, to: number) => boolean) {
  const at: number[] = [];
  let longer = 0;
  let from = text === '' ? -1 : units.indexOf(text);
  while (from !== -1) {
    const isAlone = standsAlone(from, from + text.length);
    if (isAlone) at.push(from);
    else longer += 1;
    from = units.indexOf(text, from + (isAlone ? text.length : 1));
  }
  return { at, longer };
}
