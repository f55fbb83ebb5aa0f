import { expect, it } from 'vitest';
import { measures, rows } from './measures.mjs';

it('has a row for each measure that has figures, in order, with its aim', () => {
  const found = rows({ wakeUps: { bare: [100], ours: [105] }, tray: { bare: [240], ours: [250] } }, 'bare');
  expect(found).toEqual([
    { title: 'spawn to tray item at the watcher, ms', aim: 1.1, values: { bare: [240], ours: [250] } },
    { title: 'wake-ups in the same minute', aim: 1.05, values: { bare: [100], ours: [105] } },
  ]);
});

it('compares a window that is kept ready with the first opening of the bare application', () => {
  const found = rows({ cold: { bare: [120, 130], ours: [150] }, kept: { ours: [20] } }, 'bare');
  expect(found.map(({ values }) => values)).toEqual([
    { bare: [120, 130], ours: [150] },
    { bare: [120, 130], ours: [20] },
  ]);
});

it('compares with nothing where the bare application has no such figure', () => {
  expect(rows({ again: { ours: [380] } }, 'bare')[0]?.values).toEqual({ bare: [], ours: [380] });
});

it('has each measure once, and every base among them', () => {
  const ids = measures.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining(measures.flatMap(({ base }) => (base === undefined ? [] : [base]))));
});
