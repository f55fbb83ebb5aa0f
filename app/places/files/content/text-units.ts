// A file's bytes as text whose positions lead back to bytes. Decides which encoding they have.
// Never converts a file: what is written back are bytes.

export interface TextUnits {
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  /** One character for each byte (UTF-8) or for each two (UTF-16), byte order mark included. */
  units: string;
  /** Bytes for each character of `units`. */
  width: 1 | 2;
  /** The characters of `units` that the byte order mark takes. */
  mark: number;
}

/** The content as text; null where it is binary. */
export function textUnits(content: Buffer): TextUnits | null {
  const encoding = encodingOf(content);
  if (encoding === null) return null;
  if (encoding === 'utf-8') {
    const mark = content.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
    return { encoding, units: content.toString('latin1'), width: 1, mark };
  }
  const little = encoding === 'utf-16le' ? content : Buffer.from(content).swap16();
  const units = little.toString('utf16le');
  return { encoding, units, width: 2, mark: units.startsWith('\uFEFF') ? 1 : 0 };
}

/** What a reader sees, without the byte order mark. */
export function decodedText({ encoding, units, mark }: TextUnits): string {
  const text = units.slice(mark);
  return encoding === 'utf-8' ? Buffer.from(text, 'latin1').toString('utf8') : text;
}

function encodingOf(content: Buffer): TextUnits['encoding'] | null {
  const [first, second] = content;
  const isEven = content.length % 2 === 0;
  if (first === 0xff && second === 0xfe) return isEven && !hasZeroUnit(content) ? 'utf-16le' : null;
  if (first === 0xfe && second === 0xff) return isEven && !hasZeroUnit(content) ? 'utf-16be' : null;
  if (!content.includes(0)) return 'utf-8';
  if (!isEven || hasZeroUnit(content)) return null;
  const zeros = [0, 0];
  for (const [index, byte] of content.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // Text in UTF-16 without a mark: the zeros are all on one side, and most characters have one.
  if (even === 0 && odd * 4 > content.length) return 'utf-16le';
  return odd === 0 && even * 4 > content.length ? 'utf-16be' : null;
}

/** Whether a whole unit of UTF-16 is zero, as it is in UTF-32 and in binary files. */
function hasZeroUnit(content: Buffer): boolean {
  for (let at = content.indexOf('\0\0', 0, 'latin1'); at !== -1; at = content.indexOf('\0\0', at + 1, 'latin1')) {
    if (at % 2 === 0) return true;
  }
  return false;
}
