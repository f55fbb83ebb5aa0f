import { describe, expect, it } from 'vitest';
import { createJobRows } from './job-rows';

const row = (id: number, before: boolean | null = true) => ({ id, username: `user${id}`, before });

describe('the rows of a job', () => {
  it('are counted by state, whatever changes', () => {
    const rows = createJobRows();
    for (let id = 1; id <= 4; id += 1) rows.add(row(id, id === 4 ? null : true), 'waiting');
    rows.setState(0, 'changed');
    rows.setState(1, 'unknown');
    rows.setState(3, 'changed');
    expect(rows.count('waiting')).toBe(1);
    expect(rows.count('changed', 'unknown')).toBe(3);
    expect(rows.countWithoutBefore('changed')).toBe(1);
    expect(rows.toRestore()).toBe(2);
    rows.setBefore(3, false);
    expect([rows.countWithoutBefore('changed'), rows.toRestore()]).toEqual([0, 3]);
  });

  it('have a new revision only after a change of what is stored with them', () => {
    const rows = createJobRows([row(1)]);
    const first = rows.revision();
    rows.setState(0, 'changed');
    rows.setBefore(0, true);
    expect(rows.revision()).toBe(first);
    rows.setBefore(0, false);
    const second = rows.revision();
    rows.add(row(2), 'waiting');
    expect([second > first, rows.revision() > second]).toEqual([true, true]);
  });

  it('are shown in parts, those with problems first', () => {
    const states = ['same', 'changed', 'refused', 'waiting', 'refused'] as const;
    const rows = createJobRows(
      states.map((_, index) => row(index + 1)),
      states,
    );
    const ids = (offset: number, limit: number) => rows.page(offset, limit).rows.map(({ id }) => id);
    expect(ids(0, 10)).toEqual([3, 5, 4, 2, 1]);
    expect([ids(0, 1), ids(1, 2), ids(3, 10), ids(5, 1)]).toEqual([[3], [5, 4], [2, 1], []]);
    expect(rows.page(0, 1).total).toBe(5);
  });

  it('lose their problem with the next state', () => {
    const rows = createJobRows([row(1)]);
    rows.setState(0, 'refused', { kind: 'timed-out' });
    expect(rows.problemOf(0)).toEqual({ kind: 'timed-out' });
    rows.setState(0, 'changed');
    expect(rows.problemOf(0)).toBeUndefined();
  });
});
