import { describe, expect, it } from 'vitest';
import { type ActivityLine, mostActivityLines } from '../model/access/activity';
import { Seen } from './seen';

const start = new Date(2026, 10, 29, 12).getTime();

function seen() {
  const time = { now: start };
  const line = (overrides: Partial<ActivityLine> = {}): ActivityLine => ({
    at: time.now,
    consumer: 'Scraper',
    operation: 'getAccountInfo',
    status: 200,
    milliseconds: 5,
    held: 0,
    ...overrides,
  });
  return { time, line, seen: new Seen(() => time.now) };
}

describe('Seen', () => {
  it('has the last 500 lines, the newest first', () => {
    const { seen: kept, line } = seen();
    for (let at = 0; at < mostActivityLines + 250; at += 1) kept.addLine(line({ milliseconds: at }));
    const lines = kept.lines();
    expect(lines).toHaveLength(mostActivityLines);
    expect([lines[0]?.milliseconds, lines.at(-1)?.milliseconds]).toEqual([mostActivityLines + 249, 250]);
    expect(kept.view().activityRevision).toBe(mostActivityLines + 250);
  });

  it('counts up a key that the same program sends again, and lists the newest first', () => {
    const { seen: kept } = seen();
    const python = { name: 'python3', pid: 12 };
    kept.addSighting({ at: start, key: 'old', operation: 'getAccountInfo', program: python });
    kept.addSighting({ at: start + 1, key: 'real', operation: 'getAccountInfo', program: python });
    kept.addSighting({ at: start + 2, key: 'old', operation: 'getAccountInfo', program: { name: 'python3', pid: 13 } });
    kept.addSighting({ at: start + 3, key: 'old', operation: 'getAccountInfo', program: null });
    expect(kept.view().sightings.map(({ key, program, count }) => [key, program?.pid ?? null, count])).toEqual([
      ['old', null, 1],
      ['old', 13, 2],
      ['real', 12, 1],
    ]);
    kept.dismissSightings();
    expect(kept.view().sightings).toEqual([]);
  });

  it('lists 20 programs at most', () => {
    const { seen: kept } = seen();
    for (let pid = 0; pid < 40; pid += 1)
      kept.addSighting({ at: start, key: 'real', operation: null, program: { name: `p${pid}`, pid } });
    expect(kept.view().sightings).toHaveLength(20);
  });

  it('counts unknown tokens of the last minute, and ten thousand at most', () => {
    const { seen: kept, line, time } = seen();
    const unknown = () => kept.addLine(line({ consumer: null, status: 401, code: 'token-unknown' }));
    unknown();
    time.now += 30_000;
    unknown();
    kept.addLine(line({ status: 401, code: 'token-revoked' }));
    expect(kept.view().refusedTokens).toBe(2);
    time.now += 30_000;
    expect(kept.view().refusedTokens).toBe(1);
    time.now += 60_000;
    expect(kept.view().refusedTokens).toBe(0);
    for (let at = 0; at < 25_000; at += 1) unknown();
    expect(kept.view().refusedTokens).toBe(10_000);
  });
});
