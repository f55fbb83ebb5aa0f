// The words at the moment of entering a key.
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../model/problem';
import { isAboutConnection, refusalText } from './refusals';

const problems: Problem[] = [
  { kind: 'key-refused' },
  { kind: 'not-offered' },
  { kind: 'rejected', message: 'Blocked' },
  { kind: 'rate-limited', until: 60_000 },
  { kind: 'server-trouble', status: 503 },
  ...(['offline', 'name', 'refused', 'certificate', 'proxy', 'other'] as const).map(
    (why): Problem => ({ kind: 'unreachable', why }),
  ),
  { kind: 'timed-out' },
  { kind: 'redirect-loop' },
  { kind: 'redirected' },
  ...(['html', 'empty', 'not-json', 'shape'] as const).map((why): Problem => ({ kind: 'unreadable-answer', why })),
  { kind: 'insecure-address' },
  ...(['empty', 'spaces', 'address', 'too-long'] as const).map((why): Problem => ({ kind: 'key-shape', why })),
  { kind: 'internal' },
];

describe('why a key was not taken', () => {
  it('never promises that a key is checked again automatically', () => {
    for (const problem of problems) {
      const text = refusalText(problem, 'en', 0);
      expect(text.title).not.toBe('');
      expect(`${text.cause} ${text.next}`).not.toMatch(/automatically|by itself|from time to time|has stopped/);
    }
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
