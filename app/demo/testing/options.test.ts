// The demo's start options.
import { describe, expect, it } from 'vitest';
import { readOptions, usage } from './options';

describe('options', () => {
  it('have defaults', () => {
    expect(readOptions([])).toEqual({
      ok: true,
      port: 0,
      withParent: false,
      demo: { seed: 9, size: 250, still: false, oldKeySurvives: 0, wrongKey: false },
    });
  });

  it('are all read', () => {
    const args = ['--port', '4000', '--seed=3', '--size', '50000', '--old-key-survives=90', '--wrong-key'];
    expect(readOptions([...args, '--still', '--with-parent'])).toEqual({
      ok: true,
      port: 4_000,
      withParent: true,
      demo: { seed: 3, size: 50_000, still: true, oldKeySurvives: 90, wrongKey: true },
    });
  });

  it.each([
    ['--key', 'x'],
    ['--port', '70000'],
    ['--size', '-3'],
    ['--seed'],
    ['--old-key-survives', 'long'],
    ['word'],
  ])('that make no sense are answered with the usage: %s', (...args) => {
    expect(readOptions(args)).toEqual({ ok: false, message: usage });
  });
});
