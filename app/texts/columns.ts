// Columns of text for terminals and files, by the width that characters have there: Chinese ones are as wide as two Latin ones.
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** The width of the widest text, in columns. */
export function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => stringWidth(text)));
}

/** The text with spaces behind it, so that it is at least as wide as this. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

/** Rows of cells in columns, two spaces apart. Ends with a line break. */
export function tableText(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_cell, i) => widest(rows.map((row) => row[i] ?? '')));
  const lines = rows.map((row) =>
    row
      .map((cell, i) => padded(cell, widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}

/** The text in lines of at most this width, broken at spaces. No-break spaces keep words together, and become spaces. */
export function wrapped(text: string, width: number): string[] {
  return wrapAnsi(text, width, { hard: true })
    .split('\n')
    .map((line) => line.replaceAll('\u00a0', ' '));
}
