import { expect, it } from 'vitest';
import { exampleRow } from '../../model/state/app-state.fixture';
import { manualClock } from '../../model/clock.fixture';
import { ConfirmedStatuses } from './confirmed-statuses';

const start = 1_800_000_000_000;

it('returns what the vendor confirmed after a read began, and nothing for a read that began later', async () => {
  const clock = manualClock(start);
  const statuses = new ConfirmedStatuses(clock.now);
  await clock.advance(500);
  statuses.set(1, true);
  expect(statuses.since(1, start)).toBe(true);
  expect(statuses.since(1, start + 501)).toBeUndefined();
  expect(statuses.since(2, 0)).toBeUndefined();
  await clock.advance(60_000);
  expect(statuses.since(1, start)).toBe(true);
});

it('returns nothing that was confirmed in the future of a clock that was set back', () => {
  const clock = manualClock(start);
  const statuses = new ConfirmedStatuses(clock.now);
  statuses.set(1, true);
  clock.set(start - 3_600_000);
  expect(statuses.since(1, start - 3_600_000)).toBeUndefined();
});

it('puts a confirmed status into the row of a read that began before, and leaves other rows unchanged', () => {
  const statuses = new ConfirmedStatuses(() => start);
  statuses.set(1, false);
  expect(statuses.applyTo(exampleRow(1), start - 1).enabled).toBe(false);
  const [later, other] = [exampleRow(1), exampleRow(2)];
  expect(statuses.applyTo(later, start + 1)).toBe(later);
  expect(statuses.applyTo(other, start - 1)).toBe(other);
});

it('returns nothing after it was cleared', () => {
  const statuses = new ConfirmedStatuses(() => start);
  statuses.set(1, true);
  statuses.clear();
  expect(statuses.since(1, 0)).toBeUndefined();
});
