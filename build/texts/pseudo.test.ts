import { describe, expect, it } from 'vitest';
import { readCatalogues, valuesOf } from './catalogue.mjs';
import { messageProblems } from './text-rules.mjs';
import { pseudoMessage } from './pseudo.mjs';

describe('a pseudo-language', () => {
  it('has accents on every letter and longer texts', () => {
    expect(pseudoMessage('Undo', 'en-XA')).toBe('Ûñðö ļöñĝ');
    expect(pseudoMessage('{count, plural, one {# day} other {# days}} left', 'en-XA')).toBe(
      '{count,plural,one{# ðàý} other{# ðàýš ļöñĝ}} ļéƒţ ļöñĝ',
    );
  });

  it('reads from right to left', () => {
    expect(pseudoMessage('Undo', 'ar-XB')).toBe('\u200f\u202eUndo\u202c\u200f');
  });

  it('has valid messages with the values of the English ones', () => {
    const english = Object.values(readCatalogues('en')).flatMap((catalogue) => Object.values(catalogue));
    for (const { defaultMessage } of english) {
      const message = pseudoMessage(defaultMessage, 'en-XA');
      expect(messageProblems({ defaultMessage: message }, 'en')).toEqual([]);
      expect([...valuesOf(message).keys()].toSorted()).toEqual([...valuesOf(defaultMessage).keys()].toSorted());
    }
  });
});
