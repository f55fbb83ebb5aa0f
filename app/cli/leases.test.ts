import { describe, expect, it } from 'vitest';
import { noAccess } from '../model/access/access-view';
import { exampleConsumer } from '../model/access/access.fixture';
import type { ConsumerChoices } from '../model/access/consumer';
import { manualClock } from '../model/clock.fixture';
import { failed, ok } from '../model/problem';
import { longestLease } from '../model/access/consumer-facts';
import { type LeaseAccess, Leases } from './leases';

const url = 'http://127.0.0.1:19090';

function granting() {
  const clock = manualClock(1_000_000);
  const marks = new Map<number, string>([
    [7, 'a'],
    [8, 'b'],
  ]);
  const ended: string[] = [];
  const added: ConsumerChoices[] = [];
  let consumers = [exampleConsumer()];
  const access: LeaseAccess = {
    view: () => ({ ...noAccess, consumers }),
    url: () => url,
    lease: (name) => ok({ token: `ntk-${name}`, url, expiresAt: clock.now() }),
    endLease: (token) => void ended.push(token),
    add(choices) {
      const id = `new${added.push(choices)}`;
      consumers = [...consumers, exampleConsumer({ ...choices, id })];
      return ok({ id, token: `ntk-${id}` });
    },
    revoke(id) {
      ended.push(id);
      consumers = consumers.filter((one) => one.id !== id);
      return ok(undefined);
    },
  };
  return { clock, marks, ended, added, access, leases: new Leases({ clock, markOf: (pid) => marks.get(pid) ?? null }) };
}

const ofScraper = { act: 'lease', of: { name: 'Scraper' }, pid: 7 } as const;

describe('a token for a command', () => {
  it('ends when its process has ended', async () => {
    const { leases, access, clock, marks, ended } = granting();
    expect(leases.grant(access, ofScraper)).toEqual(ok({ token: 'ntk-Scraper', url }));
    await clock.advance(60_000);
    expect(ended).toEqual([]);
    marks.delete(7);
    await clock.advance(3000);
    expect(ended).toEqual(['ntk-Scraper']);
  });

  it('ends when its number belongs to another process', async () => {
    const { leases, access, clock, marks, ended } = granting();
    leases.grant(access, ofScraper);
    marks.set(7, 'later');
    await clock.advance(3000);
    expect(ended).toEqual(['ntk-Scraper']);
  });

  it('ends after a day', async () => {
    const { leases, access, clock, ended } = granting();
    leases.grant(access, ofScraper);
    clock.set(clock.now() + longestLease - 4000);
    await clock.advance(3000);
    expect(ended).toEqual([]);
    await clock.advance(3000);
    expect(ended).toEqual(['ntk-Scraper']);
  });

  it('belongs to a consumer of its own where only a role is named, and that is revoked with it', async () => {
    const { leases, access, clock, marks, ended, added } = granting();
    const asked = { act: 'lease', of: { role: 'figures' }, pid: 8 } as const;
    expect(leases.grant(access, asked)).toEqual(ok({ token: 'ntk-new1', url }));
    expect(added).toMatchObject([{ name: 'run 8', role: 'figures', expiresAt: clock.now() + longestLease }]);
    // NineTray was killed meanwhile, and the number came again.
    expect(granting().leases.grant(access, asked)).toEqual(ok({ token: 'ntk-new2', url }));
    expect(ended).toEqual(['new1']);
    marks.delete(8);
    await clock.advance(3000);
    expect(ended).toContain('new1');
  });

  it('is not made for a process that has ended already, or where it is declined', () => {
    const { leases, access } = granting();
    expect(leases.grant(access, { ...ofScraper, pid: 9 })).toEqual(failed({ kind: 'not-now' }));
    const declining = { ...access, lease: () => failed({ kind: 'not-now' } as const), url: () => null };
    expect(leases.grant(declining, ofScraper).ok).toBe(false);
    expect(leases.grant(declining, { act: 'lease', of: { role: 'read' }, pid: 7 }).ok).toBe(false);
  });

  it('needs no timer once all commands have ended', async () => {
    const { leases, access, clock, marks } = granting();
    leases.grant(access, ofScraper);
    leases.grant(access, { ...ofScraper, pid: 8 });
    marks.clear();
    await clock.advance(3000);
    expect(clock.waiting()).toBe(0);
  });
});
