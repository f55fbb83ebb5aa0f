// Chooses the language of the words and the locale of dates and amounts. The one place that does: main asks once and passes it on.
import type { LanguageChoice } from '../model/language';

export interface Language {
  /** The words' language, as in `<html lang>`. */
  language: string;
  /** How dates and amounts are written: the language, the system's region or one with its habits, digits 0 to 9. BCP 47, and Intl accepts it. */
  locale: string;
  direction: 'ltr' | 'rtl';
}

/** The system's languages. Names may have any form: "de-DE", "zh_SG.UTF-8", "en-US@posix", "c". */
export interface SystemLanguages {
  /** The user's languages, the favourite first. */
  preferred: readonly string[];
  /** Whose region dates and amounts follow. */
  locale: string;
}

export interface LanguageOptions {
  /** Those that there are words of, BCP 47. */
  languages: readonly string[];
  choice: LanguageChoice;
  system: SystemLanguages;
  /** In a terminal: the language of its messages, which counts before the setting. Null: none is named. */
  terminal?: string | null;
}

/** Languages that are written from right to left. */
const rightToLeft = new Set(['ar', 'fa', 'he', 'ur']);

/**
 * The first language that is complete: the terminal's, the setting's, then those of the system; else English. Never throws: a name that
 * is no language ("C", "POSIX", a typing error) is skipped.
 */
export function chooseLanguage({ languages, choice, system, terminal = null }: LanguageOptions): Language {
  const wanted = [
    ...(terminal === null ? [] : [terminal]),
    ...(choice === 'system' ? [] : [choice]),
    ...system.preferred,
  ];
  const language = wanted.map((name) => languageOf(name, languages)).find((found) => found !== null) ?? 'en';
  return {
    language,
    locale: formatsOf(language, system.locale),
    direction: rightToLeft.has(new Intl.Locale(language).language) ? 'rtl' : 'ltr',
  };
}

/** Regions of languages that nobody speaks. With one of them Intl throws while a page is drawn (Chromium 130). */
const pseudoRegion = /^X[ABC]$/;

/** English of regions with other marks in numbers, or another clock. */
const englishOf = ['US', 'GB', 'DE', 'SE', 'CH', 'IN'];

/**
 * The locale of this language and the system's region. Where Intl has no English of that region (en-VN is en-US to it), an English that
 * writes numbers and hours as the system does: the user must not read or type "1.000" as one where it is a thousand.
 */
function formatsOf(name: string, systemLocale: string): string {
  const { language, script } = new Intl.Locale(name);
  const system = readLocale(systemLocale);
  const inRegion = (region?: string) =>
    new Intl.Locale(language, {
      numberingSystem: 'latn',
      ...(script === undefined ? {} : { script }),
      ...(region === undefined ? {} : { region }),
    }).toString();
  const region = system?.region ?? system?.maximize().region;
  const own = inRegion(region === undefined || pseudoRegion.test(region) ? undefined : region);
  if (system === null || language !== 'en' || isKnown(own)) return own;
  const asSystem = habits(new Intl.Locale(system, { numberingSystem: 'latn' }).toString());
  return englishOf.map(inRegion).find((locale) => habits(locale) === asSystem) ?? own;
}

/** Whether Intl has the locale with its region. */
function isKnown(locale: string): boolean {
  return new Intl.NumberFormat(locale).resolvedOptions().locale === locale;
}

/** How a locale writes a number, and whether its clock has twelve hours. */
function habits(locale: string): string {
  const { hour12 = false } = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions();
  return `${new Intl.NumberFormat(locale).format(1_234_567.8).replaceAll(/\s/g, ' ')} ${hour12}`;
}

/** The language of messages in a terminal's environment: LC_ALL, else LC_MESSAGES, else LANG; null: nothing. */
export function terminalLanguage(environment: Readonly<Record<string, string | undefined>>): string | null {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  return [LC_ALL, LC_MESSAGES, LANG].find((name) => name !== undefined && name !== '') ?? null;
}

/**
 * The locale of Linux's formats, which a desktop sets apart from the language: LC_ALL, else LC_NUMERIC or LC_TIME where one names a
 * region; null: nothing does, or another system asks.
 */
export function formatsLocale(
  platform: NodeJS.Platform,
  { LC_ALL, LC_NUMERIC, LC_TIME }: Readonly<Record<string, string | undefined>>,
): string | null {
  if (platform !== 'linux') return null;
  const named = LC_ALL === undefined || LC_ALL === '' ? [LC_NUMERIC, LC_TIME] : [LC_ALL];
  return named.find((name) => name !== undefined && readLocale(name)?.region !== undefined) ?? null;
}

/**
 * The one of these languages that a system's name for a locale stands for; null: none. zh-SG is simplified Chinese (zh-Hans), zh-TW is
 * not; a language of one region (pt-BR) is that region's alone, and goes before the language of all.
 */
export function languageOf<T extends string>(name: string, languages: readonly T[]): T | null {
  const meant = readLocale(name);
  if (meant === null) return null;
  const fits = (one: T) => {
    const { language, script, region = meant.region } = new Intl.Locale(one);
    // Only where the script tells two languages apart: the first `maximize` costs milliseconds, before the tray has its figures.
    const isWritten = script === undefined || script === meant.maximize().script;
    return language === meant.language && region === meant.region && isWritten;
  };
  const fitting = languages.filter(fits);
  return fitting.find((one) => new Intl.Locale(one).region !== undefined) ?? fitting[0] ?? null;
}

/** The language, script and region that a system's name for a locale means; null: none. */
function readLocale(name: string): Intl.Locale | null {
  const tag = name.replace(/[.@].*$/s, '').replaceAll('_', '-');
  if (/^(c|posix)$/i.test(tag)) return null;
  try {
    return new Intl.Locale(tag);
  } catch {
    return null; // no language's name
  }
}
