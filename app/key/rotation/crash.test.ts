// Simulates a crash at every single write of every kind of rotation, before it reaches the disk and after; then
// NineTray is started again and the user continues where the wizard is. Whatever the moment: no key is lost, and the
// user never regenerates twice.
import { describe, expect, it } from 'vitest';
import { isWaiting } from '../../model/rotation/rotation-queries';
import { ScriptedUser, plain, type Story } from './scripted-user.fixture';
import { FOREIGN, NEW, OLD, place, restarted, openTestBed } from './rotation.fixture';

const stories: Story[] = [
  plain,
  { ...plain, name: 'stored without protection', storage: 'unprotected', copies: 'file' },
  { ...plain, name: 'the key was refused', entry: 'refused', copies: 'not-needed' },
  { ...plain, name: 'the key leaked', entry: 'leak' },
  { ...plain, name: 'the key is lost', entry: 'lost', key: null },
  { ...plain, name: 'the user lost the key, and NineTray has it', entry: 'lost' },
  { ...plain, name: 'the first key', entry: 'first', key: null, copies: 'not-needed' },
  { ...plain, name: 'the wrong account, and then the right one', pastes: FOREIGN },
  { ...plain, name: 'another account, accepted', pastes: FOREIGN, accepts: true },
  { ...plain, name: 'offline in the middle', troubles: 3 },
  { ...plain, name: 'the old key lives on for a while', oldLives: true },
];

async function start(story: Story): Promise<ScriptedUser> {
  const box = await openTestBed(story.key, story.storage);
  await box.changePlaces([place]);
  if (story.entry === 'refused') box.vendor.alive = new Set();
  const user = new ScriptedUser(box, story);
  box.vendor.unreached = story.troubles;
  return user;
}

/** The old key is stored until it is proved dead, and the new one from the moment that it was reported as stored. */
async function expectStored({ box, story, stored }: ScriptedUser): Promise<void> {
  const keys = await box.storedKeys();
  const { current, receipts } = box.journal();
  const rotation = current ?? receipts[0];
  const needed = [story.key !== null && rotation?.proof.oldDead !== 'proved' ? OLD : null, stored];
  expect(keys).toEqual(expect.arrayContaining(needed.filter((key) => key !== null)));
}

/** Continues until the end; one crash may come. Then checks that everything is as it should be. */
async function runToTheEnd(user: ScriptedUser): Promise<void> {
  const { box, story } = user;
  for (let turn = 0; turn < 60; turn += 1) {
    const more = await user.act();
    if (box.crashed) {
      box.crash = null;
      await restarted(box);
      const { current } = box.now.view();
      // A key that was reported as stored is never asked for again.
      if (user.stored !== null && isWaiting(current)) user.wrong.push('asked again for a stored key');
    }
    await expectStored(user);
    if (!more && !box.crashed) break;
  }
  await box.clock.advance(5 * 60_000);
  await expectStored(user);
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
  expect(user.regenerated).toBe(1);
  expect(user.wrong).toEqual([]);
  expect(box.now.vault.text() ?? (await box.now.vault.open())).toBe(last);
  expect(await box.storedKeys()).toEqual([last]);
  expect(box.onDisk()).toEqual([last]);
  const seen = box.seen.join('\n');
  expect([OLD, NEW, FOREIGN].filter((key) => seen.includes(key))).toEqual([]);
}

describe.each(stories)('$name', (story) => {
  const isFirst = story === stories[0];
  it('ends well at whichever write the plug is pulled', { tags: isFirst ? [] : 'sweep', timeout: 20_000 }, async () => {
    const whole = await start(story);
    const before = whole.box.writes;
    await runToTheEnd(whole);
    const last = whole.box.writes;
    expect(last - before).toBeGreaterThan(15);
    for (let at = before + 1; at <= last; at += 1) {
      for (const when of ['before', 'after'] as const) {
        const user = await start(story);
        user.box.crash = { at, when };
        await runToTheEnd(user);
        expect(user.box.crash, `${at} ${when}`).toBeNull();
      }
    }
  });
});
