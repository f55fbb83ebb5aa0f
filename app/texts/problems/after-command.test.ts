import { describe, expect, it } from 'vitest';
import { afterCommandText } from './after-command';
import { now, problems, promise } from './problems.fixture';
import { problemText } from './problems';

describe('a problem after a command that has ended', () => {
  it.each(problems)('$kind promises nothing that only a running application does', (problem) => {
    const { title, cause, next } = afterCommandText(problem, 'en', now);
    expect(title).toBe(problemText(problem, 'en', now).title);
    expect(`${cause} ${next}`).not.toMatch(promise);
    expect(next).toMatch(/\.$/);
  });

  it('says to run the command again, and when', () => {
    const nextOf = (problem: Parameters<typeof problemText>[0]) => afterCommandText(problem, 'en', now).next;
    expect(nextOf({ kind: 'unreachable', why: 'offline' })).toBe('Connect to a network, then run the command again.');
    expect(nextOf({ kind: 'rate-limited', until: now + 5 * 60_000 })).toBe('Run the command again in 5 min.');
  });
});

it('some problems of a running application promise such things', () => {
  const promised = problems.filter((problem) => promise.test(problemText(problem, 'en', now).next));
  expect(new Set(promised.map(({ kind }) => kind))).toContain('server-trouble');
});
