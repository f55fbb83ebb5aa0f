// Places that ask the gateway: whether they can, and when that is shown.
import { expect, it } from 'vitest';
import { exampleAccess, exampleConsumer } from '../../model/access/access.fixture';
import type { Place } from '../../model/places/place';
import { filePlace, inUse, placesComputer } from './places.fixture';

const address = 'http://127.0.0.1:19090';
const update: Place['update'] = { by: 'gateway', path: '/home/report', consumerId: 'c1', address };
type Gateway = Parameters<typeof exampleAccess>[0];
const DAY = 24 * 3_600_000;

function computerWith(gateway: Gateway) {
  const computer = placesComputer([filePlace('report', { update }), filePlace('env')]);
  computer.gateway = exampleAccess(gateway);
  return { computer, readiness: () => computer.view().rows[0]?.readiness };
}

it.each([
  ['has nothing to do where the gateway listens at its address', {}, 'gateway'],
  ['cannot ask one that is off', { on: false, status: 'off', addresses: [] }, 'gateway-off'],
  ['cannot ask one that cannot listen', { status: 'failed', addresses: [] }, 'gateway-off'],
  ['must change where the gateway has another address', { addresses: ['http://127.0.0.1:20000'] }, 'gateway-address'],
  ['must change where its token was revoked', { consumers: [] }, 'gateway-token'],
] satisfies [string, Gateway, string][])('a place %s', (_what, gateway, expected) => {
  expect(computerWith(gateway).readiness()).toBe(expected);
});

it('is shown again when the gateway has changed for it, and only then', () => {
  const { computer } = computerWith({});
  computer.now.gatewayChanged();
  const before = computer.seen.length;
  computer.gateway = exampleAccess({ activityRevision: 7 });
  computer.now.gatewayChanged();
  expect(computer.seen).toHaveLength(before);
  computer.gateway = exampleAccess({ consumers: [] });
  computer.now.gatewayChanged();
  expect(computer.seen).toHaveLength(before + 1);
  expect(computer.seen.at(-1)).toContain('gateway-token');
});

it('shows without being asked that its token has expired, also after weeks', async () => {
  const { computer, readiness } = computerWith({});
  const expiresAt = computer.clock.now() + 40 * DAY;
  computer.gateway = exampleAccess({ consumers: [exampleConsumer({ expiresAt })] });
  await computer.now.save(filePlace('other'));
  expect(readiness()).toBe('gateway');
  for (let day = 0; day < 40; day += 1) await computer.clock.advance(DAY);
  expect(computer.seen.at(-1)).toContain('gateway-token');
  computer.now.stop();
  expect(computer.clock.waiting()).toBe(0);
});

it('is not done by a regeneration while it cannot ask the gateway, and is once it can', async () => {
  const { computer } = computerWith({ on: false, status: 'off', addresses: [] });
  computer.now.rotationChanged(inUse(), true);
  await computer.clock.advance(1000);
  const row = () => computer.view().run?.rows.find(({ place }) => place.id === 'report');
  expect(row()).toMatchObject({
    state: 'blocked',
    provedAt: null,
    problem: { kind: 'gateway-closed', why: 'off' },
  });
  expect(computer.ticked).not.toContain('report');
  expect(computer.view().left.user).toBe(1);
  await computer.now.retry('report');
  expect(row()).toMatchObject({ state: 'blocked', problem: { why: 'off' } });
  computer.gateway = exampleAccess({});
  await computer.now.retry('report');
  expect(row()).toMatchObject({ state: 'done', how: 'gateway', provedAt: expect.any(Number) });
  expect(row()?.problem).toBeUndefined();
  expect(computer.ticked).toContain('report');
});
