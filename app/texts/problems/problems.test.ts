import { describe, expect, it } from 'vitest';
import { problemSchema } from '../../model/problem';
import { now, problems } from './problems.fixture';
import { problemText } from './problems';

/** Words of developers, not of users. */
const jargon =
  /\b(https?:\/\/|api\.|null|undefined|HTTP|HTML|JSON|DNS|TLS|SSL|libsecret|basic_text|ciphertext|IPC|stack|errno|E[A-Z]{4,})/;

describe('problemText', () => {
  it('has a text for every kind of problem', () => {
    const kinds = problemSchema.options.map((option) => option.shape.kind.value);
    expect(new Set(problems.map(({ kind }) => kind))).toEqual(new Set(kinds));
  });

  it.each(problems)('$kind has a title, a cause and a next step, in plain words', (problem) => {
    const text = problemText(problem, 'en', now);
    for (const part of [text.title, text.cause, text.next]) {
      expect(part.trim().length).toBeGreaterThan(5);
      expect(part).not.toMatch(jargon);
    }
    expect(text.title).toMatch(/[^.]$/);
    expect(text.title.length).toBeLessThanOrEqual(45);
    expect(text.title).not.toBe('Something unexpected happened');
    expect(text.next).toMatch(/\.$/);
  });

  it('quotes the figures and names that a problem carries', () => {
    expect(problemText({ kind: 'rejected', message: 'Insufficient balance' }, 'en', now).cause).toContain(
      'Insufficient balance',
    );
    expect(problemText({ kind: 'rate-limited', until: now + 5 * 60_000 }, 'en', now).next).toContain('in 5 min');
    expect(problemText({ kind: 'server-trouble', status: 503 }, 'en', now).cause).toContain('503');
    expect(
      problemText({ kind: 'keyring-changed', was: 'gnome_libsecret', now: 'kwallet6' }, 'en', now).cause,
    ).toContain('GNOME Keyring; this session uses KWallet');
    expect(problemText({ kind: 'store-too-new', store: 'settings' }, 'en', now).cause).toContain('settings');
  });

  it('has a different cause for each reason of one kind', () => {
    for (const kind of ['unreachable', 'unreadable-answer', 'key-shape', 'command-failed']) {
      const causes = problems.filter((p) => p.kind === kind).map((p) => problemText(p, 'en', now).cause);
      expect(new Set(causes).size).toBe(causes.length);
    }
  });

  it('names keyrings by the names that users know', () => {
    const cause = (was: string) => problemText({ kind: 'keyring-changed', was, now: 'kwallet5' }, 'en', now).cause;
    expect(cause('basic_text')).toContain('without a keyring; this session uses KWallet');
    expect(cause('something_new')).toContain('the system’s keyring');
  });
});
