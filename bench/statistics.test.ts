// The figures of docs/performance.md are only as good as this arithmetic.
import { array, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betweenMarkers, median, ratio, summary, table } from './statistics.mjs';

describe('median', () => {
  it('is the middle one, or the mean of the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([10, 2, 4, 1])).toBe(3);
    expect(median([])).toBeNull();
  });

  it('has as many values below as above, and leaves the values as they were', () => {
    assert(
      property(array(integer({ min: 0, max: 1e6 }), { minLength: 1 }), (values) => {
        const before = [...values];
        const middle = median(values) ?? Number.NaN;
        expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(values.length / 2);
        expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(values.length / 2);
        expect(values).toEqual(before);
      }),
    );
  });
});

it('sums up with the lowest and the highest, and nothing as nothing', () => {
  expect(summary([3, 1, 2])).toEqual({ median: 2, low: 1, high: 3, count: 3 });
  expect(summary([])).toBeNull();
});

it('has no ratio to what was not measured', () => {
  expect(ratio(summary([3]), summary([2]))).toBe(1.5);
  expect(ratio(summary([3]), null)).toBeNull();
  expect(ratio(summary([3]), summary([0]))).toBeNull();
});

describe('table', () => {
  const applications = [
    { id: 'bare', title: 'bare', hasRatio: false },
    { id: 'ours', title: 'NineTray', hasRatio: true },
  ];

  it('shows each figure with its spread, the ratio to the first application, and the aim', () => {
    const measures = [{ title: 'tray, ms', aim: 1.2, values: { bare: [100, 110, 90], ours: [120, 130, 125] } }];
    expect(table(measures, applications).split('\n')).toEqual([
      '| | bare | NineTray | ratio | aim |',
      '| --- | --- | --- | --- | --- |',
      '| tray, ms | 100 (90-110) | 125 (120-130) | **1.25** | 1.20, missed |',
    ]);
  });

  it('shows the ratio of another application beside ours', () => {
    const withPeer = applications.toSpliced(1, 0, { id: 'peer', title: 'gitify', hasRatio: true });
    const measures = [{ title: 'tray, ms', aim: 1.2, values: { bare: [100], peer: [180], ours: [110] } }];
    expect(table(measures, withPeer).split('\n')).toEqual([
      '| | bare | gitify | ratio | NineTray | ratio | aim |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      '| tray, ms | 100 (100-100) | 180 (180-180) | **1.80** | 110 (110-110) | **1.10** | 1.20 |',
    ]);
  });

  it('does not mark an aim as missed that is met by the digits shown, or was not measured, or only by another application', () => {
    const withPeer = applications.toSpliced(1, 0, { id: 'peer', title: 'gitify', hasRatio: true });
    const row = (ours: number[]) =>
      table([{ title: 'tray, ms', aim: 1.1, values: { bare: [1000], peer: [1800], ours } }], withPeer)
        .split('\n')
        .at(-1);
    expect(row([1104])).toMatch(/\*\*1\.10\*\* \| 1\.10 \|$/);
    expect(row([1106])).toMatch(/\*\*1\.11\*\* \| 1\.10, missed \|$/);
    expect(row([])).toMatch(/\| 1\.10 \|$/);
  });

  it('leaves empty what was not measured', () => {
    const measures = [{ title: 'just closed, MiB', aim: null, values: { ours: [200] } }];
    expect(table(measures, applications)).toContain('| just closed, MiB |  | 200 (200-200) |  |  |');
  });
});

describe('writing between markers', () => {
  it('replaces what is there and nothing else, whatever the new text holds', () => {
    expect(betweenMarkers('a\n<!-- bench -->\nold\n<!-- /bench -->\nb', '$& new')).toBe(
      'a\n<!-- bench -->\n$& new\n<!-- /bench -->\nb',
    );
  });

  it('leaves what stands between markers of another name', () => {
    const other = '<!-- other -->\nold\n<!-- /other -->';
    expect(betweenMarkers(`<!-- bench -->\n<!-- /bench -->${other}`, 'new', 'other')).toBe(
      '<!-- bench -->\n<!-- /bench --><!-- other -->\nnew\n<!-- /other -->',
    );
  });

  it('refuses a page that has no place for it', () => {
    expect(() => betweenMarkers('a page', 'new')).toThrow('<!-- bench -->');
  });
});
