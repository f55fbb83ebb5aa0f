// Messages of the catalogue as an object: a message without values is text, one with values a function that writes it.
// Words must not be read while a module is loaded: the language is not set by then.
import format, { type CompiledMessage, type FormatOptions } from 'icu-minify/format';
import type { Messages } from './messages.generated';

export type Area = keyof Messages;
type Compiled = Readonly<Record<string, CompiledMessage>>;
/** The messages of another language than English, by area; what is missing stays English. */
export type Translation = Partial<Record<Area, Compiled>>;

let locale = 'en-US';
/** How English is written, also where it stands in for a translation: its plural forms are not those of another language. */
let englishLocale = 'en-US';
let translation: Translation = {};

/** From now on all texts are in this language. `formats`: BCP 47, how numbers in texts are written. English needs no translation. */
export function setTextLanguage(formats: string, words: Translation = {}): void {
  locale = formats;
  englishLocale = /^en\b/.test(formats) ? formats : 'en-US';
  translation = words;
}

const made = new Map<string, Intl.NumberFormat | Intl.PluralRules>();

/** Making a formatter costs a hundred times what using it costs, so each is made once. */
function once<T extends Intl.NumberFormat | Intl.PluralRules>(key: string, make: () => T): T {
  const known = made.get(key) ?? make();
  made.set(key, known);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each key is used with one kind
  return known as T;
}

const options: FormatOptions = {
  formatters: {
    getNumberFormat: (...args) => once(`number ${JSON.stringify(args)}`, () => new Intl.NumberFormat(...args)),
    getPluralRules: (...args) => once(`plural ${JSON.stringify(args)}`, () => new Intl.PluralRules(...args)),
    getDateTimeFormat: (...args) => new Intl.DateTimeFormat(...args),
  },
};

type Values = Readonly<Record<string, string | number | boolean>>;

/** The message of an area in the current language, else the English one. */
function write(area: Area, id: string, english: CompiledMessage, values?: Values): string {
  const translated = translation[area]?.[id];
  const text =
    translated === undefined
      ? format(english, englishLocale, values, options)
      : format(translated, locale, values, options);
  return withOneStop(text.toString(), values);
}

/** A date or time that ends with a full stop of its own ("14 окт. 2025 г.", "4:05 p.m.") ends the sentence with it. */
function withOneStop(text: string, values: Values = {}): string {
  return Object.values(values).reduce<string>(
    (all, value) => (typeof value === 'string' && value.endsWith('.') ? all.replaceAll(`${value}.`, () => value) : all),
    text,
  );
}

/** For programs: the same on each computer. */
function writeEnglish(english: CompiledMessage, values?: Values): string {
  return format(english, 'en-US', values, options).toString();
}

type Entry = readonly [id: string, message: CompiledMessage];

/** How the message with this id is written. */
type Writer = (id: string, message: CompiledMessage, values?: Values) => string;

/**
 * An object with these messages, whose ids count from `from` on. What is below a dot is an object of its own, made when
 * it is first read: a window shows a few of the hundreds of messages that are loaded with it.
 */
function group(entries: readonly Entry[], from: number, written: Writer): object {
  const all = {};
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const [id, message] = entry;
    const dot = id.indexOf('.', from);
    if (dot === -1) defineMessage(all, id.slice(from), message, (values) => written(id, message, values));
    else {
      const step = id.slice(from, dot);
      const known = groups.get(step);
      if (known !== undefined) known.push(entry);
      else {
        const own = [entry];
        groups.set(step, own);
        defineOnRead(all, step, () => group(own, dot + 1, written));
      }
    }
  }
  return all;
}

function defineMessage(
  all: object,
  name: string,
  message: CompiledMessage,
  current: (values?: Values) => string,
): void {
  if (typeof message === 'string') Object.defineProperty(all, name, { enumerable: true, get: () => current() });
  else Object.defineProperty(all, name, { enumerable: true, value: current });
}

function defineOnRead(all: object, name: string, make: () => object): void {
  Object.defineProperty(all, name, {
    enumerable: true,
    configurable: true,
    get: () => {
      const value = make();
      Object.defineProperty(all, name, { enumerable: true, value });
      return value;
    },
  });
}

/**
 * The messages of an area, nested as the dots in their ids say. `english`: the compiled app/texts/en/<area>.json.
 * A message is written each time it is read, in the language of that moment; with `always: 'English'` in English, for what programs read.
 */
export function texts<A extends Area>(area: A, english: object, { always }: { always?: 'English' } = {}): Messages[A] {
  const written: Writer =
    always === 'English'
      ? (_id, message, values) => writeEnglish(message, values)
      : (id, message, values) => write(area, id, message, values);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- build/texts/vite-plugin.mjs compiles the catalogues
  const entries = Object.entries(english as Compiled);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the types are generated from the same messages
  return group(entries, 0, written) as Messages[A];
}
