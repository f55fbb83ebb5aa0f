import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRedactor } from '../../nineproxy/transport/redact';
import { parseJson } from '../../nineproxy/transport/response';
import { cleanAnswer } from './clean-answer';

const key = 'aB3dE5fG7hJ9kL2m';
const redactor = createRedactor(key);

function clean(body: string): { isJson: boolean; body: string } {
  const answer = { status: 200, header: () => null, body, json: parseJson(body) };
  return cleanAnswer(answer, redactor, null);
}

const percent = (text: string) => text.replace(/./g, (one) => `%${one.charCodeAt(0).toString(16)}`);
const unicode = (text: string) => text.replace(/./g, (one) => `\\u00${one.charCodeAt(0).toString(16)}`);
const entity = (text: string) => text.replace(/./g, (one) => `&#${one.charCodeAt(0)};`);

it('leaves an answer without the key as it came: its spaces, its escapes and the digits of its numbers', () => {
  for (const body of [
    '{ "a": 1.0, "b": 12345678901234567890 }',
    String.raw`{"a":"\u00e9\n \/ 100%25 & more"}`,
    '[]',
    '1e2',
  ])
    expect(clean(body)).toMatchObject({ isJson: true, body });
});

it('finds the key in a value and in a name, in whatever way it is written', () => {
  const thrice = percent(percent(percent(key)));
  for (const written of [key, percent(key), thrice, unicode(key), unicode(thrice), entity(key)])
    for (const body of [`{"a":["x${written}y"]}`, `{"x${written}y":1}`, `{"b":"\\n","a":{"x${written}y":"\\t"}}`]) {
      const { isJson, body: given } = clean(body);
      expect([body, isJson, JSON.stringify(JSON.parse(given)).includes('x•••y')]).toEqual([body, true, true]);
    }
});

it('gives the same as a search of each text, whether the answer has backslashes or not', () => {
  const part = fc.constantFrom(
    key,
    key.slice(3, 9),
    percent(key),
    entity(key),
    '%',
    '&',
    '&#',
    '%2',
    '"',
    '\\',
    'a',
    ' ',
  );
  const text = fc.array(part, { maxLength: 4 }).map((parts) => parts.join(''));
  const value = fc.oneof(
    text,
    fc.integer(),
    fc.array(text, { maxLength: 3 }),
    fc.dictionary(text, text, { maxKeys: 3 }),
  );
  fc.assert(
    fc.property(value, (given) => {
      const body = JSON.stringify(given);
      // A backslash in a text of its own, which has each text searched.
      const searched: unknown = JSON.parse(clean(`[${body},"\\n"]`).body);
      expect([JSON.parse(clean(body).body), '\n']).toEqual(searched);
    }),
  );
});
