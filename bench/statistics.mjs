// Medians, spreads, ratios, and the table they are shown in. Pure.

/**
 * The middle value; of an even number, the mean of the two in the middle. Null for none.
 * @param {readonly number[]} values
 */
export function median(values) {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return Number.isInteger(middle) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[Math.floor(middle)];
}

/**
 * @param {readonly number[]} values
 * @returns {{ median: number, low: number, high: number, count: number } | null} null when there are none
 */
export function summary(values) {
  const middle = median(values);
  return middle === null
    ? null
    : { median: middle, low: Math.min(...values), high: Math.max(...values), count: values.length };
}

/**
 * How many times `base` a value is, or null if one of them is missing.
 * @param {{ median: number } | null} value
 * @param {{ median: number } | null} base
 */
export function ratio(value, base) {
  return value === null || base === null || base.median === 0 ? null : value.median / base.median;
}

/** `28 (26-31)`. */
function cell(found) {
  if (found === null) return '';
  const [middle, low, high] = [found.median, found.low, found.high].map((value) => value.toFixed(0));
  return `${middle} (${low}-${high})`;
}

/** An aim, and whether the ratio misses it; both with the digits that are shown. */
function aimCell(aim, times) {
  if (aim === null) return '';
  const isMissed = times !== null && Number(times.toFixed(2)) > aim;
  return isMissed ? `${aim.toFixed(2)}, missed` : aim.toFixed(2);
}

/**
 * The table in Markdown: a row for each measure, a column for each application, and one for its ratio if it has one. The
 * first application is the base of the ratios. The aim is the last one's.
 * @typedef {{ title: string, aim: number | null, values: Record<string, readonly number[]> }} Measure
 * @param {readonly Measure[]} measures
 * @param {readonly { id: string, title: string, hasRatio: boolean }[]} applications
 */
export function table(measures, applications) {
  const titles = applications.flatMap(({ title, hasRatio }) => (hasRatio ? [title, 'ratio'] : [title]));
  const lines = [`| | ${titles.join(' | ')} | aim |`, `|${' --- |'.repeat(titles.length + 2)}`];
  for (const { title, aim, values } of measures) {
    const summaries = applications.map(({ id, hasRatio }) => ({ hasRatio, found: summary(values[id] ?? []) }));
    const base = summaries[0]?.found ?? null;
    const cells = summaries.flatMap(({ hasRatio, found }) => {
      if (!hasRatio) return [cell(found)];
      const times = ratio(found, base);
      return [cell(found), times === null ? '' : `**${times.toFixed(2)}**`];
    });
    const times = ratio(summaries.at(-1)?.found ?? null, base);
    lines.push(`| ${title} | ${cells.join(' | ')} | ${aimCell(aim, times)} |`);
  }
  return lines.join('\n');
}

/**
 * The text with what is between the two markers of that name replaced. Throws when a marker is missing.
 * @param {string} text
 * @param {string} inner
 * @param {string} [name] letters and dashes
 */
export function betweenMarkers(text, inner, name = 'bench') {
  const pattern = new RegExp(`(<!-- ${name} -->)[\\s\\S]*?(<!-- /${name} -->)`);
  if (!pattern.test(text)) throw new Error(`There is no <!-- ${name} --> ... <!-- /${name} --> to write between.`);
  return text.replace(pattern, (_all, open, close) => `${open}\n${inner}\n${close}`);
}
