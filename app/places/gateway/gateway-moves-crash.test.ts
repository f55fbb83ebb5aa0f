// Kills NineTray at every write of a move to the gateway and back, and in the middle of the file; then it is started again. Whatever the moment:
// the list says what the file holds, and no token is left that no file has.
import { describe, expect, it } from 'vitest';
import { exampleAccess } from '../../model/access/access.fixture';
import { usualConsumerChoices } from '../../model/access/consumer';
import { command, confirmAll, filePlace, OLD, type PlacesComputer, placesComputer } from '../service/places.fixture';

const user = { ...usualConsumerChoices, name: 'Scraper', role: 'read' as const };
const path = '/home/env';
const place = filePlace('env', { hook: command('restart'), isHookRepeatable: true });
/** As long as a token: then the file is patched in place, and a kill can tear the key. */
const LONG = 'K'.repeat(43);
const content = (secret: string) => `# env\nKEY="${secret}"\nOTHER=1\n`;

async function computerWith(key: string): Promise<PlacesComputer> {
  const computer = placesComputer([place]);
  computer.vault.set('old', key);
  computer.files.set(path, content(key));
  computer.gateway = exampleAccess();
  await confirmAll(computer.now);
  return computer;
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
}

/** Does it; after a kill NineTray is started again. */
async function killed(computer: PlacesComputer, act: () => Promise<unknown>): Promise<void> {
  void act();
  await settled();
  if (!computer.crashed) return;
  computer.crash = null;
  await computer.start().resume(null);
}

const use = (computer: PlacesComputer) => () => computer.now.gateway.use('env', user);
const leave = (computer: PlacesComputer) => () => computer.now.gateway.leave('env', true);
const wayOf = (computer: PlacesComputer) => computer.now.list()[0]?.update;
const pending = (computer: PlacesComputer) =>
  (JSON.parse(computer.disk.get('places.json') ?? '{}') as { moves?: unknown[] }).moves;

type End = 'file' | 'gateway' | 'torn';

/** Where the move ended, after it was checked that the list, the file and the tokens agree. */
function endOf(computer: PlacesComputer, key: string, at = 'undisturbed'): End {
  const way = wayOf(computer);
  const row = computer.view().rows[0];
  const end: End = row?.readiness === 'blocked' ? 'torn' : way?.by === 'gateway' ? 'gateway' : 'file';
  const token = way?.by === 'gateway' ? computer.tokens.get(way.consumerId ?? '') : undefined;
  const whole = { file: content(key), gateway: content(token ?? 'none') };
  const text = computer.files.get(path) ?? '';
  // A token that was torn in the middle is known to nobody, and cannot be finished: its file is named.
  const isAsNamed =
    end === 'torn' ? /^# env\nKEY="(ntk[x0-9]+K+|K+[x0-9]+)"\nOTHER=1\n$/.test(text) : text === whole[end];
  expect({
    at,
    isAsNamed,
    tokens: end === 'torn' ? 0 : computer.tokens.size,
    problem: row?.rehearsal?.problem,
    pending: pending(computer),
    secrets: computer.seen.filter((seen) => seen.includes(key) || seen.includes('ntk')),
  }).toEqual({
    at,
    isAsNamed: true,
    tokens: end === 'gateway' ? 1 : 0,
    problem: end === 'torn' ? { kind: 'file-blocked', why: 'unsure' } : undefined,
    pending: [],
    secrets: [],
  });
  return end;
}

describe.each([
  ['a file that is replaced', OLD],
  ['a file that is patched in place', LONG],
])('a move that is killed, with %s', (_what, key) => {
  it('to the gateway is finished or undone at the next start, or its file is named', async () => {
    const undisturbed = await computerWith(key);
    const before = undisturbed.steps;
    await killed(undisturbed, use(undisturbed));
    expect(endOf(undisturbed, key)).toBe('gateway');
    expect(undisturbed.ran).toEqual(['restart']);
    const ends = new Set<string>();
    for (let at = before + 1; at <= undisturbed.steps; at += 1) {
      for (const when of ['before', 'after'] as const) {
        const computer = await computerWith(key);
        computer.crash = { at, when };
        await killed(computer, use(computer));
        const end = endOf(computer, key, `${at} ${when}`);
        // What was moved is restarted, too.
        expect(computer.ran.length > 0, `${at} ${when}`).toBe(end === 'gateway');
        ends.add(end);
      }
    }
    expect([...ends].toSorted()).toEqual(key === LONG ? ['file', 'gateway', 'torn'] : ['file', 'gateway']);
  });

  it('back to the key is finished or undone at the next start, or its file is named', async () => {
    const ready = async () => {
      const computer = await computerWith(key);
      await killed(computer, use(computer));
      return computer;
    };
    const undisturbed = await ready();
    const before = undisturbed.steps;
    await killed(undisturbed, leave(undisturbed));
    expect(endOf(undisturbed, key)).toBe('file');
    const ends = new Set<string>();
    for (let at = before + 1; at <= undisturbed.steps; at += 1) {
      for (const when of ['before', 'after'] as const) {
        const computer = await ready();
        computer.crash = { at, when };
        await killed(computer, leave(computer));
        ends.add(endOf(computer, key, `${at} ${when}`));
      }
    }
    expect([...ends].toSorted()).toEqual(key === LONG ? ['file', 'gateway', 'torn'] : ['file', 'gateway']);
  });
});

/** Killed while it moves to the gateway, at the first moment at which the computer is like this; not started again yet. */
async function killedWhere(isReached: (computer: PlacesComputer) => boolean): Promise<PlacesComputer> {
  for (let at = 1; at < 30; at += 1) {
    const computer = await computerWith(OLD);
    computer.crash = { at: computer.steps + at, when: 'after' };
    void use(computer)();
    await settled();
    computer.crash = null;
    if (isReached(computer)) return computer;
  }
  throw new Error('There is no such moment.');
}

const hasToken = (computer: PlacesComputer) => computer.files.get(path)?.includes('ntk') === true;

it('a file without the key and the token after the kill is named, until it is rehearsed again', async () => {
  const computer = await killedWhere(({ tokens }) => tokens.size === 1);
  computer.files.set(path, '# nothing of it\n');
  await computer.start().resume(null);
  const row = computer.view().rows[0];
  expect([row?.readiness, row?.rehearsal?.problem]).toEqual(['blocked', { kind: 'file-blocked', why: 'unsure' }]);
  expect([pending(computer), [...computer.tokens]]).toEqual([[], []]);
  computer.files.set(path, content(OLD));
  await computer.now.rehearse(null);
  expect(computer.view().rows[0]?.readiness).toBe('untried');
});

it('a file that was edited after the kill, and has the token, uses the gateway', async () => {
  const computer = await killedWhere(hasToken);
  computer.files.set(path, `${computer.files.get(path)}MORE=1\n`);
  await computer.start().resume(null);
  expect(wayOf(computer)?.by).toBe('gateway');
});

it('a place that the user changed after the kill stays as the user has it', async () => {
  const computer = await killedWhere(hasToken);
  await computer.start().save({ ...place, update: { by: 'hand' } });
  await computer.now.resume(null);
  expect([wayOf(computer), pending(computer)]).toEqual([{ by: 'hand' }, []]);
});

it('a move that cannot be settled yet, as the key cannot be read, is settled later', async () => {
  const computer = await killedWhere(hasToken);
  computer.vault.delete('old');
  await computer.start().resume(null);
  expect(pending(computer)).toHaveLength(1);
  expect(await leave(computer)()).toEqual({ ok: false, problem: { kind: 'not-now' } });
  computer.vault.set('old', OLD);
  computer.now.wake();
  await settled();
  expect(endOf(computer, OLD)).toBe('gateway');
});
