// Kills NineTray at every write of a run and in the middle of every act, before it and after; then it is started again. Whatever the moment:
// each place has the new key, or is named as one that the user has to check.
import { describe, expect, it } from 'vitest';
import type { Place } from '../../model/places/place';
import {
  command,
  commandPlace,
  confirmAll,
  filePlace,
  inUse,
  NEW,
  OLD,
  type PlacesComputer,
  placesComputer,
} from './places.fixture';

const restart = command('restart-web');
const places: Place[] = [
  filePlace('env', { hook: restart, isHookRepeatable: true, check: command('is-up') }),
  filePlace('compose', { hook: restart, isHookRepeatable: true }),
  filePlace('script'),
  commandPlace('store', true),
  commandPlace('docker-secret', false),
  { id: 'wiki', name: 'wiki', kind: 'other', where: '', note: '' },
];

async function ready(list: readonly Place[]): Promise<PlacesComputer> {
  const computer = placesComputer(list);
  await confirmAll(computer.now);
  return computer;
}

/** From the moment that the new key is in use to the end; after a kill NineTray is started again. */
async function runToTheEnd(computer: PlacesComputer): Promise<void> {
  for (let starts = 0; starts < 4; starts += 1) {
    computer.now.rotationChanged(inUse(), true);
    await computer.clock.advance(60_000);
    if (!computer.crashed) return;
    computer.crash = null;
    computer.start();
  }
}

const statesOf = (computer: PlacesComputer) =>
  Object.fromEntries((computer.view().run?.rows ?? []).map(({ place, state }) => [place.id, state]));

const whole = { env: 'done', compose: 'done', script: 'done', store: 'done', 'docker-secret': 'done', wiki: 'manual' };

describe('a run that is killed', () => {
  it('ends in a state that is resumed or named exactly, whichever the moment', async () => {
    const undisturbed = await ready(places);
    const before = undisturbed.steps;
    await runToTheEnd(undisturbed);
    expect(statesOf(undisturbed)).toEqual(whole);
    const last = undisturbed.steps;
    expect(last - before).toBeGreaterThan(15);
    const unsure = new Set<string>();
    for (let at = before + 1; at <= last; at += 1) {
      for (const when of ['before', 'after'] as const) {
        const computer = await ready(places);
        computer.crash = { at, when };
        await runToTheEnd(computer);
        const states = statesOf(computer);
        for (const id of ['env', 'compose', 'script']) {
          expect(computer.files.get(`/home/${id}`), `${at} ${when}`).toBe(`# ${id}\nKEY="${NEW}"\nOTHER=1\n`);
        }
        // Only what may not be repeated can be left in doubt, and is then said to be.
        expect({ ...states, 'docker-secret': 'done' }, `${at} ${when}`).toEqual(whole);
        if (states['docker-secret'] !== 'done') unsure.add(`${states['docker-secret']}`);
        expect(computer.stores.get('docker-secret')?.length ?? 0, `${at} ${when}`).toBeLessThanOrEqual(1);
        expect(computer.stores.get('store')?.every((key) => key === NEW)).toBe(true);
        expect(computer.view().run?.endedAt, `${at} ${when}`).not.toBeNull();
        expect(computer.seen.filter((text) => text.includes(OLD) || text.includes(NEW))).toEqual([]);
      }
    }
    expect([...unsure]).toEqual(['unsure']);
  });

  it('runs a hook again only where that does no harm, and names it otherwise', async () => {
    const list = [filePlace('env', { hook: restart })];
    const undisturbed = await ready(list);
    const before = undisturbed.steps;
    await runToTheEnd(undisturbed);
    const ends = new Set<string>();
    for (let at = before + 1; at <= undisturbed.steps; at += 1) {
      const computer = await ready(list);
      computer.crash = { at, when: 'after' };
      await runToTheEnd(computer);
      expect(computer.ran.length).toBeLessThanOrEqual(1);
      expect(computer.files.get('/home/env')).toContain(NEW);
      ends.add(statesOf(computer)['env'] ?? '');
    }
    expect([...ends].toSorted()).toEqual(['done', 'unsure']);
  });
});
