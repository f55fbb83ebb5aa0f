// The words at the moment of entering a key.
import { describe, expect, it } from 'vitest';
import { problems, promise } from './problems.fixture';
import { isAboutConnection, refusalText } from './refusals';

describe('why a key was not taken', () => {
  it.each(problems)('$kind never promises that a key is checked or stored again automatically', (problem) => {
    const { title, cause, next } = refusalText(problem, 'en', 0);
    expect(title).not.toBe('');
    expect(`${cause} ${next}`).not.toMatch(promise);
  });

  it('points to the copy where a refused key has an unusual form', () => {
    expect(refusalText({ kind: 'key-refused', unusual: true }, 'en', 0).cause).toMatch(/unusual/);
    expect(refusalText({ kind: 'key-refused' }, 'en', 0).cause).not.toMatch(/unusual/);
  });

  it('points to address and proxy when one of them may be the reason', () => {
    expect(problems.filter(isAboutConnection).map(({ kind }) => kind)).not.toContain('key-refused');
    expect(isAboutConnection({ kind: 'unreachable', why: 'proxy' })).toBe(true);
    expect(isAboutConnection({ kind: 'key-shape', why: 'empty' })).toBe(false);
  });
});
