import { expect, it } from 'vitest';
import { asSentence } from './sentence';

it.each([
  ['All good', 'All good.'],
  ['Reading your figures…', 'Reading your figures…'],
  ['It is done.', 'It is done.'],
  ['Is there a key already?', 'Is there a key already?'],
  ['9Proxy says: “Card declined.”', '9Proxy says: “Card declined.”'],
  ['9Proxy says: “Card declined”', '9Proxy says: “Card declined”.'],
])('ends %j as a sentence, once', (text, sentence) => {
  expect(asSentence(text)).toBe(sentence);
});
