import { expect, it } from 'vitest';
import { figures, rows } from './measures.mjs';

it('has a row for each figure that was taken, in order, with its aim', () => {
  const found = rows({ wakeUpsStart: { bare: [100], ours: [105] }, tray: { bare: [240], ours: [250] } }, 'bare');
  expect(found).toEqual([
    { title: 'spawn to tray item at the watcher, ms', aim: 1.1, values: { bare: [240], ours: [250] } },
    { title: 'wake-ups in the same minute', aim: 1.3, values: { bare: [100], ours: [105] } },
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

it('compares an idle minute later with both of the bare application’s minutes', () => {
  const found = rows({ cpuStart: { bare: [30], ours: [60] }, cpu: { bare: [10], ours: [33] } }, 'bare');
  expect(found.map(({ values, aim }) => [values, aim])).toEqual([
    [{ bare: [30], ours: [60] }, 2],
    [{ bare: [30], ours: [33] }, 1.3],
    [{ bare: [10], ours: [33] }, null],
  ]);
});

it('has a row for every figure', () => {
  const all = rows(Object.fromEntries(figures.map((figure, at) => [figure, { ours: [at] }])), 'bare');
  expect(new Set(all.map(({ values }) => values['ours']?.[0]))).toEqual(new Set(figures.keys()));
});
