// The rules for texts, each with a message that breaks it, and the types that follow from the messages.
import { describe, expect, it } from 'vitest';
import { valuesOf } from './catalogue.mjs';
import { namesIn, unused } from './check-texts.mjs';
import { generatedTypes } from './generate-texts.mjs';
import { catalogueProblems, messageProblems, translationProblems } from './text-rules.mjs';
import { compileCatalogue } from './vite-plugin.mjs';

const entry = (defaultMessage: string, description = 'A test.') => ({ defaultMessage, description });

describe('a message', () => {
  it.each([
    ['Open {name', 'en', 'is no valid ICU message'],
    ['{count, plural, other {# IPs}}', 'en', 'has no plural form "one" for {count}'],
    ['{count, plural, one {# IP} other {# IPs}}', 'ru', 'has no plural form "few" for {count}'],
    ['{on, select, true {{n, plural, other {#}}} other {off}}', 'en', 'has no plural form "one" for {n}'],
    ['Open ', 'en', 'begins or ends with a space'],
    ['{count, plural, one {# IP } other {# IPs}}', 'en', 'begins or ends with a space'],
    ['Say "yes"', 'en', 'has a straight quote or apostrophe'],
    ['', 'en', 'is empty'],
  ])('"%s" in %s %s', (message, language, problem) => {
    expect(messageProblems(entry(message), language).join('; ')).toContain(problem);
  });

  it('is as long as its description allows', () => {
    expect(messageProblems(entry('Refresh', 'A button. At most 7 characters.'), 'en')).toEqual([]);
    expect(messageProblems(entry('Refresh', 'A button. At most 6 characters.'), 'en')).toEqual([
      'has 7 characters; the description allows 6',
    ]);
  });

  it('keeps the rules: “quotes”, an apostrophe’s sign, values at both ends, all plural forms', () => {
    expect(messageProblems(entry('{name} isn’t “{status}”: {count, plural, one {# IP} other {# IPs}}'), 'en')).toEqual(
      [],
    );
  });
});

describe('a catalogue', () => {
  it('describes each message, and has no message that is also a group', () => {
    expect(catalogueProblems({ a: entry('A', ''), 'b.c': entry('C'), b: entry('B') }, 'en')).toEqual([
      'a has no description',
      'b is a message and a group of messages',
    ]);
  });

  it('has no message that the code does not name', () => {
    const names = namesIn("texts.open + texts.group['not-offered']");
    expect(unused({ open: entry('Open'), 'group.not-offered': entry('-'), close: entry('Close') }, names)).toEqual([
      'close',
    ]);
  });
});

it('a translation has every message, made from the English of now, with the same values', () => {
  const english = { a: entry('A'), b: entry('B {name}'), c: entry('C'), d: entry('D') };
  const translation = {
    a: { defaultMessage: 'Á', english: 'A' },
    b: { defaultMessage: 'B́', english: 'B {name}' },
    c: { defaultMessage: 'Ć', english: 'an older C' },
    e: { defaultMessage: 'É', english: 'E' },
  };
  expect(translationProblems(english, translation)).toEqual([
    'e is not in the English catalogue',
    'b takes other values than in English',
    'c was made from another English message',
    'd is missing',
  ]);
});

it('a translation that is no ICU message is reported once, as such', () => {
  const english = { a: entry('Open {name}') };
  const broken = { a: { defaultMessage: 'Mở {name', english: 'Open {name}' } };
  expect(translationProblems(english, broken)).toEqual([]);
  expect(catalogueProblems(broken, 'vi', english)).toEqual([expect.stringContaining('a is no valid ICU message')]);
});

it('a translation, which has no descriptions, is as short as the English description asks for', () => {
  const english = { a: entry('Open', 'Button. At most 6 characters.') };
  const long = { a: { defaultMessage: 'Mở ra nào', english: 'Open' } };
  expect(catalogueProblems(long, 'vi', english)).toEqual(['a has 9 characters; the description allows 6']);
});

it('the values of a message are found inside plurals and selects', () => {
  expect(
    Object.fromEntries(
      valuesOf('{on, select, true {{name}: {n, plural, one {#} other {#}}} other {{kind, select, a {A} other {B}}}}'),
    ),
  ).toEqual({ on: ['true', 'other'], name: 'text', n: 'number', kind: ['a', 'other'] });
});

it('the types name each value, and nest as the ids do', () => {
  const types = generatedTypes({
    tray: {
      open: entry('Open'),
      'group.not-offered': entry(
        '{on, select, true {on} other {off}} {kind, select, ips {IPs} traffic {GB} other {–}} {name}',
      ),
    },
  });
  expect(types).toContain(`  readonly tray: {
    readonly open: string;
    readonly group: {
      readonly 'not-offered': (values: { on: boolean; kind: 'ips' | 'traffic'; name: string }) => string;
    };
  };`);
});

it('a catalogue is compiled to what needs no parser', () => {
  expect(compileCatalogue({ open: entry('Open'), named: entry('Open {name}') })).toEqual({
    open: 'Open',
    named: ['Open ', ['name']],
  });
});
