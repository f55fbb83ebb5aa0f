// How long a request took, in words. Pure.
import { formatDuration } from '../../../app/texts/format';

/** Milliseconds; below a minute in the unit's short form, such as "212 ms". */
export function shortDuration(ms: number, locale: string): string {
  if (ms >= 60_000) return formatDuration(ms, locale);
  const [value, unit] = ms < 1000 ? [ms, 'millisecond'] : [ms / 1000, 'second'];
  const options = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale, options).format(value);
}
