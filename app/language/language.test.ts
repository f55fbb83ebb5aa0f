import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageChoices } from '../model/language';
import { chooseLanguage, formatsLocale, languageOf, terminalLanguage } from './language';

const choose = (name: string, preferred: readonly string[] = [name]) =>
  chooseLanguage({ languages: ['en'], choice: 'system', system: { preferred, locale: name } });

describe('the language and its formats', () => {
  it.each([
    ['de_DE.UTF-8', 'en-DE-u-nu-latn'],
    ['de-DE', 'en-DE-u-nu-latn'],
    ['de', 'en-DE-u-nu-latn'],
    ['en_GB', 'en-GB-u-nu-latn'],
    ['vi_VN', 'en-DE-u-nu-latn'],
    ['zh_CN.UTF-8', 'en-GB-u-nu-latn'],
    ['zh_SG', 'en-SG-u-nu-latn'],
    ['zh_TW', 'en-US-u-nu-latn'],
    ['fa_IR', 'en-GB-u-nu-latn'],
    ['ru_RU', 'en-SE-u-nu-latn'],
    ['es_MX', 'en-US-u-nu-latn'],
    ['pt_BR', 'en-DE-u-nu-latn'],
    ['sr_RS@latin', 'en-DE-u-nu-latn'],
    ['en-US@posix', 'en-US-u-nu-latn'],
    ['C.UTF-8', 'en-u-nu-latn'],
    ['C', 'en-u-nu-latn'],
    ['c', 'en-u-nu-latn'],
    ['POSIX', 'en-u-nu-latn'],
    ['', 'en-u-nu-latn'],
    ['xx_garbage@!', 'en-u-nu-latn'],
  ])('of a system that says %j are English and %s', (name, locale) => {
    expect(choose(name)).toEqual({ language: 'en', locale, direction: 'ltr' });
  });

  it('are English where the system prefers no language', () => {
    expect(choose('de_DE', [])).toEqual(choose('de_DE'));
  });

  it('are those of the region where the language is set to English', () => {
    const german = { preferred: ['de-DE', 'de'], locale: 'de-DE' };
    const { locale } = chooseLanguage({ languages: ['en'], choice: 'en', system: german });
    expect(new Intl.NumberFormat(locale).format(1234.5)).toBe('1.234,5');
    expect(new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(0)).toBe('1 Jan 1970');
  });

  it('have the number marks and the clock of a region that Intl has no English of', () => {
    const systems = ['vi-VN', 'zh-CN', 'ru-RU', 'tr-TR', 'pt-BR', 'ko-KR', 'th-TH', 'es-MX'];
    for (const system of systems) {
      const { locale } = choose(system);
      const marks = (tag: string) => new Intl.NumberFormat(tag).format(1_234_567.8).replaceAll(/\s/g, ' ');
      const clock = (tag: string) => new Intl.DateTimeFormat(tag, { hour: 'numeric' }).resolvedOptions().hour12;
      expect([system, marks(locale), clock(locale)]).toEqual([system, marks(system), clock(system)]);
    }
  });

  it('have digits from 0 to 9 in every region', () => {
    for (const name of ['fa_IR', 'ar_EG', 'bn_BD', 'mr_IN', 'my_MM'])
      expect(new Intl.NumberFormat(choose(name).locale).format(5)).toBe('5');
  });

  it('are always such that Intl accepts them, whatever the system says', () => {
    const name = fc.oneof(fc.string(), fc.stringMatching(/^[a-z]{2,3}([_-][A-Za-z0-9]{2,8}){0,3}([.@][\w-]*)?$/));
    fc.assert(
      fc.property(
        fc.constantFrom(...languageChoices),
        fc.array(name),
        name,
        fc.option(name),
        (choice, preferred, locale, terminal) => {
          const chosen = chooseLanguage({ languages: ['en'], choice, system: { preferred, locale }, terminal });
          expect(Intl.getCanonicalLocales(chosen.locale)).toEqual([chosen.locale]);
          expect(new Intl.NumberFormat(chosen.locale).format(1)).toBe('1');
          expect(new Intl.DateTimeFormat(chosen.locale, { dateStyle: 'medium' }).format(0)).not.toBe('');
        },
      ),
    );
  });
});

describe('the language that a name stands for', () => {
  it.each([
    ['vi_VN', 'vi'],
    ['vi', 'vi'],
    ['zh_CN.UTF-8', 'zh-Hans'],
    ['zh-Hans-CN', 'zh-Hans'],
    ['zh_SG', 'zh-Hans'],
    ['zh', 'zh-Hans'],
    ['zh_TW', null],
    ['zh-Hant-HK', null],
    ['ru_RU.KOI8-R', 'ru'],
    ['sr_RS@latin', null],
    ['fa_IR', null],
    ['POSIX', null],
    ['', null],
  ])('%j, among English, Vietnamese, simplified Chinese and Russian, is %j', (name, language) => {
    expect(languageOf(name, ['en', 'vi', 'zh-Hans', 'ru'])).toBe(language);
  });
});

describe('the language of one region', () => {
  it.each([
    ['pt_BR', 'pt-BR'],
    ['pt_PT', 'pt'],
    ['en_XA', 'en-XA'],
    ['en_GB', 'en'],
    ['ar_EG', null],
    ['ar_XB', 'ar-XB'],
  ])('is not that of others: %j is %j', (name, language) => {
    expect(languageOf(name, ['en', 'pt', 'pt-BR', 'en-XA', 'ar-XB'])).toBe(language);
  });

  it.each([
    ['vi_VN', 'vi-VN-u-nu-latn'],
    ['de_DE', 'vi-DE-u-nu-latn'],
    ['vi_XA', 'vi-u-nu-latn'],
    ['C', 'vi-u-nu-latn'],
  ])('has the formats of the region that %j names, if it is one: %s', (name, locale) => {
    const system = { preferred: ['vi-VN'], locale: name };
    const chosen = chooseLanguage({ languages: ['en', 'vi'], choice: 'system', system });
    expect(chosen.locale).toBe(locale);
  });

  it('has the direction of its script', () => {
    const options = {
      languages: ['en', 'ar-XB'],
      choice: 'system',
      system: { preferred: ['ar-XB'], locale: 'de-DE' },
    } as const;
    expect(chooseLanguage(options)).toEqual({ language: 'ar-XB', locale: 'ar-DE-u-nu-latn', direction: 'rtl' });
  });
});

describe('the locale of Linux’s formats', () => {
  it.each([
    [{ LC_NUMERIC: 'de_DE.UTF-8', LC_TIME: 'fr_FR.UTF-8' }, 'de_DE.UTF-8'],
    [{ LC_NUMERIC: 'C', LC_TIME: 'fr_FR.UTF-8' }, 'fr_FR.UTF-8'],
    [{ LC_NUMERIC: '', LC_TIME: 'fr_FR.UTF-8' }, 'fr_FR.UTF-8'],
    [{ LC_ALL: 'it_IT', LC_TIME: 'fr_FR.UTF-8' }, 'it_IT'],
    [{ LC_ALL: 'C.UTF-8', LC_TIME: 'fr_FR.UTF-8' }, null],
    [{ LC_ALL: '', LC_TIME: 'POSIX' }, null],
    [{ LANG: 'de_DE.UTF-8' }, null],
    [{}, null],
  ])('with %j is %j', (environment, expected) => {
    expect(formatsLocale('linux', environment)).toBe(expected);
  });

  it('is not asked for on other systems', () => {
    expect(formatsLocale('darwin', { LC_ALL: 'de_DE' })).toBeNull();
    expect(formatsLocale('win32', { LC_TIME: 'de_DE' })).toBeNull();
  });
});

describe('the language of a terminal', () => {
  it.each([
    [{ LC_ALL: 'de_DE', LC_MESSAGES: 'fr_FR', LANG: 'it_IT' }, 'de_DE'],
    [{ LC_ALL: '', LC_MESSAGES: 'fr_FR', LANG: 'it_IT' }, 'fr_FR'],
    [{ LANG: 'C.UTF-8' }, 'C.UTF-8'],
    [{}, null],
  ])('with %j is %s', (environment, expected) => {
    expect(terminalLanguage(environment)).toBe(expected);
  });

  it('leaves the formats to the system’s region, and passes over a language that is not complete', () => {
    const system = { preferred: [], locale: 'de-DE' };
    const locale = 'en-DE-u-nu-latn';
    for (const terminal of ['fr_FR.UTF-8', 'en_GB', 'C', '\u0000'])
      expect(chooseLanguage({ languages: ['en'], choice: 'system', system, terminal })).toEqual({
        language: 'en',
        locale,
        direction: 'ltr',
      });
  });
});
