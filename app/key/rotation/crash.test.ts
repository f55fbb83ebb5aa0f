// The plug is pulled at every single write of every kind of rotation, before it reaches the disk and after; then NineTray is started
// anew and the person goes on where the wizard says. Whatever the moment: no key is lost, and nobody regenerates twice.
import { describe, expect, it } from 'vitest';
import { isWaiting } from '../../model/rotation/rotation-queries';
import { ScriptedUser, plain, type Story } from './scripted-user.fixture';
import { FOREIGN, NEW, OLD, place, restarted, world } from './rotation.fixture';

const stories: Story[] = [
  plain,
  { ...plain, name: 'kept without protection', storage: 'unprotected', copies: 'file' },
  { ...plain, name: 'the key was refused', entry: 'refused', copies: 'not-needed' },
  { ...plain, name: 'the key leaked', entry: 'leak' },
  { ...plain, name: 'the key is lost', entry: 'lost', key: null },
  { ...plain, name: 'the person lost the key, NineTray has it', entry: 'lost' },
  { ...plain, name: 'the first key', entry: 'first', key: null, copies: 'not-needed' },
  { ...plain, name: 'the wrong account, and then the right one', pastes: FOREIGN },
  { ...plain, name: 'another account, accepted', pastes: FOREIGN, accepts: true },
  { ...plain, name: 'offline in the middle', troubles: 3 },
  { ...plain, name: 'the old key lives on for a while', oldLives: true },
];

async function begun(story: Story): Promise<ScriptedUser> {
  const box = await world(story.key, story.storage);
  await box.now.keeper.changePlaces([place]);
  if (story.entry === 'refused') box.vendor.alive = new Set();
  const person = new ScriptedUser(box, story);
  box.vendor.unreached = story.troubles;
  return person;
}

/** The old key is there until it is proved dead, and the new one from the moment that it was said to be. */
async function expectKept({ box, story, stored }: ScriptedUser): Promise<void> {
  const kept = await box.kept();
  const { current, receipts } = box.journal();
  const rotation = current ?? receipts[0];
  const needed = [story.key !== null && rotation?.proof.oldDead !== 'proved' ? OLD : null, stored];
  expect(kept).toEqual(expect.arrayContaining(needed.filter((key) => key !== null)));
}

/** Goes on until the end; the plug may be pulled once. Afterwards everything is as it should be. */
async function toTheEnd(person: ScriptedUser): Promise<void> {
  const { box, story } = person;
  for (let turn = 0; turn < 60; turn += 1) {
    const more = await person.act();
    if (box.crashed) {
      box.crash = null;
      await restarted(box);
      const { current } = box.now.view();
      // A key that was said to be on disk is never asked for again.
      if (person.stored !== null && isWaiting(current)) person.wrong.push('asked again for a key that is kept');
    }
    await expectKept(person);
    if (!more && !box.crashed) break;
  }
  await box.clock.advance(5 * 60_000);
  await expectKept(person);
  box.vendor.alive.delete(OLD);
  await box.clock.advance(60 * 60_000);
  if (box.crashed) {
    box.crash = null;
    await restarted(box);
    await box.clock.advance(90 * 60_000);
  }
  const { current, receipts } = box.now.view();
  const last = story.accepts ? FOREIGN : NEW;
  expect(current).toBeNull();
  expect(receipts).toHaveLength(1);
  expect(receipts[0]).toMatchObject({ step: 'receipt', copied: { how: story.copies } });
  expect(person.regenerated).toBe(1);
  expect(person.wrong).toEqual([]);
  expect(box.now.vault.text() ?? (await box.now.vault.open())).toBe(last);
  expect(await box.kept()).toEqual([last]);
  expect(box.onDisk()).toEqual([last]);
  expect(box.seen.filter((line) => [OLD, NEW, FOREIGN].some((key) => line.includes(key)))).toEqual([]);
}

describe.each(stories)('$name', (story) => {
  it('comes to its end, whichever write the plug is pulled at', async () => {
    const whole = await begun(story);
    const before = whole.box.writes;
    await toTheEnd(whole);
    const last = whole.box.writes;
    expect(last - before).toBeGreaterThan(15);
    for (let at = before + 1; at <= last; at += 1) {
      for (const when of ['before', 'after'] as const) {
        const person = await begun(story);
        person.box.crash = { at, when };
        await toTheEnd(person);
        expect(person.box.crash, `${at} ${when}`).toBeNull();
      }
    }
  }, 20_000);
});
