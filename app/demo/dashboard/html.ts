// Web pages as text, with everything that is put into them escaped.

/** Text that is markup already; made by `html` alone. */
export interface Html {
  readonly markup: string;
}

type Value = Html | string | number | null | readonly Html[];

/** A template of markup. Strings and numbers in it are escaped, null is nothing, markup and lists of markup stay as they are. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return { markup: parts.reduce((before, part, index) => before + written(values[index - 1] ?? null) + part) };
}

function written(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
  return 'markup' in value ? value.markup : value.map((one) => one.markup).join('');
}

const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => named[character] ?? character);
}
