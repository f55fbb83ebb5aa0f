import { afterEach, describe, expect, it } from 'vitest';
import { translation } from '../../build/texts/translations.mjs';
import { aside, asSentence, enumerated, labelled, sentenceGap, sentences } from './sentence';
import { setTextLanguage } from './texts';

afterEach(() => setTextLanguage('en-US'));

const inChinese = () => setTextLanguage('zh-CN', translation('zh-Hans'));

it.each([
  ['All good', 'All good.'],
  ['Reading your figures…', 'Reading your figures…'],
  ['It is done.', 'It is done.'],
  ['Is there a key already?', 'Is there a key already?'],
  ['9Proxy says: “Card declined.”', '9Proxy says: “Card declined.”'],
  ['9Proxy says: “Card declined”', '9Proxy says: “Card declined”.'],
  ['9Proxy: «Card declined.»', '9Proxy: «Card declined.»'],
])('ends %j as a sentence, once', (text, sentence) => {
  expect(asSentence(text)).toBe(sentence);
});

describe('sentences one after another', () => {
  it('end with a full stop where another one follows, and have a space between', () => {
    expect(sentences('9Proxy declined', 'Its reason: “Card declined”', 'Try again')).toBe(
      '9Proxy declined. Its reason: “Card declined”. Try again',
    );
  });

  it('have the full stop of Chinese, and no space between', () => {
    inChinese();
    expect(sentences('9Proxy 已拒绝', '原因：“Card declined”', '请重试。')).toBe(
      '9Proxy 已拒绝。原因：“Card declined”。请重试。',
    );
  });

  it.each(['en', 'zh-Hans'])('leave out what is empty or missing: %s', (language) => {
    if (language !== 'en') inChinese();
    expect(sentences('', 'One.', null, undefined, '')).toBe('One.');
    expect(sentences('', null)).toBe('');
    expect(sentences()).toBe('');
  });

  it('are kept apart by markup in the same way', () => {
    expect(sentenceGap()).toBe(' ');
    inChinese();
    expect(sentenceGap()).toBe('');
  });
});

it('writes labels, short lists and brackets with the marks of the language', () => {
  expect(labelled('Storage', 'Protected')).toBe('Storage: Protected');
  expect(enumerated(['8 IPs', '312 MB', '$1.00'])).toBe('8 IPs, 312 MB, $1.00');
  expect(enumerated(['8 IPs'])).toBe('8 IPs');
  expect(aside('waiting')).toBe(' (waiting)');
  inChinese();
  expect(labelled('存储方式', '受保护')).toBe('存储方式：受保护');
  expect(enumerated(['8 个 IP', '312 MB'])).toBe('8 个 IP、312 MB');
  expect(aside('等待中')).toBe('（等待中）');
});
