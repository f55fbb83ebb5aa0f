// The places of a session know how its gateway is.
import { expect, it } from 'vitest';
import { ok } from '../model/problem';
import { profileFixture, sessionInProfile } from './profile.fixture';

it('a place that asks the gateway is shown again when the gateway is switched on or off', async () => {
  const { session } = sessionInProfile(profileFixture(), 'first', 'https://api.example');
  const readiness = () => session.store.read().state.places.rows.map((row) => row.readiness);
  const update = { by: 'gateway', path: null, consumerId: null } as const;
  const saved = await session.places.save({ id: 'p', name: 'Report', kind: 'other', where: '', note: '', update });
  expect(saved).toEqual(ok(undefined));
  expect(readiness()).toEqual(['gateway-off']);
  await session.access.setOn(true);
  expect(readiness()).toEqual(['gateway']);
  await session.access.setOn(false);
  expect(readiness()).toEqual(['gateway-off']);
  session.stop();
});
