// The plug is pulled at every single write of every kind of rotation, before it reaches the disk and after; then NineTray is started
// anew and the person goes on where the wizard says. Whatever the moment: no key is lost, and nobody regenerates twice.
import { describe, expect, it } from 'vitest';
import { ok } from '../../problem/problem';
import { isWaiting } from './machine';
import { FOREIGN, NEW, OLD, place, regenerate, type Process, restarted, type World, world } from './rotation.fixture';
import type { RotationEntry } from './state';

type Box = World & { now: Process };

/** What is different from one rotation to the other. */
interface Story {
  name: string;
  entry: RotationEntry;
  key: string | null;
  storage: 'protected' | 'unprotected';
  /** What the person pastes first. */
  pastes: string;
  /** What the person makes of another account's key. */
  accepts: boolean;
  copies: 'clipboard' | 'file' | 'not-needed';
  /** Reads that fail before the vendor answers. */
  troubles: number;
  oldLives: boolean;
}

const plain: Story = {
  name: 'on purpose',
  entry: 'on-purpose',
  key: OLD,
  storage: 'protected',
  pastes: NEW,
  accepts: false,
  copies: 'clipboard',
  troubles: 0,
  oldLives: false,
};

const stories: Story[] = [
  plain,
  { ...plain, name: 'kept without protection', storage: 'unprotected', copies: 'file' },
  { ...plain, name: 'the key was refused', entry: 'refused', copies: 'not-needed' },
  { ...plain, name: 'the key leaked', entry: 'leak' },
  { ...plain, name: 'the key is lost', entry: 'lost', key: null },
  { ...plain, name: 'the first key', entry: 'first', key: null, copies: 'not-needed' },
  { ...plain, name: 'the wrong account, and then the right one', pastes: FOREIGN },
  { ...plain, name: 'another account, accepted', pastes: FOREIGN, accepts: true },
  { ...plain, name: 'offline in the middle', troubles: 3 },
  { ...plain, name: 'the old key lives on for a while', oldLives: true },
];

/** The person: does what the wizard asks for, and knows what the dashboard has shown. */
class Person {
  readonly story: Story;
  readonly box: Box;
  regenerated = 0;
  /** What the keeper said was on disk. */
  stored: string | null = null;
  wantsForeign: boolean;
  /** What must not happen at all: steps that were taken before they were written down, and the like. */
  wrong: string[] = [];

  constructor(box: Box, story: Story) {
    this.box = box;
    this.story = story;
    this.wantsForeign = story.pastes === FOREIGN;
    box.vendor.whenAsked = (key) => {
      if (key === OLD) return;
      const isWritten = box.journal().current?.newFingerprint === box.now.vault.fingerprintOf(key);
      if (!isWritten || !box.onDisk().includes(key)) this.wrong.push('read with a key that is not written down');
    };
    let before = box.onDisk();
    box.whenWritten = (file) => {
      if (file !== 'key.json') return;
      const after = box.onDisk();
      for (const key of after) if (!before.includes(key)) this.expectAnnounced(key);
      for (const key of before) if (!after.includes(key)) this.expectGivenUp(key);
      before = after;
    };
  }

  /** A key is kept only once the journal names it. */
  private expectAnnounced(key: string): void {
    const named = this.box.journal().current?.receiving?.fingerprint;
    if (named !== this.box.now.vault.fingerprintOf(key)) this.wrong.push('kept a key that is not announced');
  }

  /** A key is destroyed only once the journal says that it is dead, or was thrown away. */
  private expectGivenUp(key: string): void {
    const { current, receipts } = this.box.journal();
    const rotation = current ?? receipts[0];
    const isThrownAway = rotation?.discarded === this.box.now.vault.fingerprintOf(key);
    const isDead = key === OLD && rotation?.proof.oldDead === 'proved';
    if (!isThrownAway && !isDead) this.wrong.push('destroyed a key that may live');
  }

  /** One thing at the step that the wizard shows. Answers whether there is more to do. */
  async act(): Promise<boolean> {
    const { keeper, view } = this.box.now;
    const { current, receipts } = view();
    if (current === null) {
      if (receipts.length > 0) return false;
      await this.settle(keeper.begin(this.story.entry));
      return true;
    }
    switch (current.step) {
      case 'prepare':
        await this.settle(keeper.next());
        return true;
      case 'regenerate':
      case 'receive':
        if (this.regenerated === 0) await this.visit(current.sentToDashboard.length > 0);
        else await this.paste();
        return true;
      case 'prove':
        await this.prove(current.proof.sameAccount === 'failed');
        return true;
      case 'copy':
        if (current.copied === null) await this.copy();
        else await this.settle(keeper.next());
        return true;
      case 'update':
        if (current.places.some(({ tickedAt }) => tickedAt === null)) await this.settle(keeper.tick(place.id, true));
        else await this.settle(keeper.next());
        return true;
      case 'receipt':
        await this.settle(keeper.finish());
        return true;
      default:
        return current.step satisfies never;
    }
  }

  private async visit(again: boolean): Promise<void> {
    const before = this.box.journal().current?.sentToDashboard.length ?? 0;
    const open = async () => {
      if (this.box.journal().current?.sentToDashboard.length !== before + 1)
        this.wrong.push('opened the dashboard before the visit was written down');
      this.regenerated += 1;
      regenerate(this.box);
      this.box.vendor.alive.add(FOREIGN);
      if (this.story.oldLives) this.box.vendor.alive.add(OLD);
      return ok(undefined);
    };
    await this.settle(this.box.now.keeper.openDashboard(again ? 'asked-again' : 'first', open));
  }

  private async paste(): Promise<void> {
    const text = this.wantsForeign ? FOREIGN : NEW;
    const taken = this.box.now.keeper.receive(text).then((answer) => {
      if (answer.ok) this.stored = text;
    });
    await this.settle(taken);
  }

  private async prove(wrongAccount: boolean): Promise<void> {
    const { keeper } = this.box.now;
    if (!wrongAccount) {
      await this.box.clock.advance(10_000);
    } else if (this.story.accepts) {
      await this.settle(keeper.acceptAccount());
    } else {
      this.wantsForeign = false;
      this.stored = null;
      await this.settle(keeper.discardReceived());
    }
  }

  private async copy(): Promise<void> {
    const { keeper } = this.box.now;
    if (this.story.copies === 'clipboard') await this.settle(keeper.copy());
    else if (this.story.copies === 'file') await this.settle(keeper.saveToFile(async () => ok({ saved: true })));
    else await this.settle(keeper.noCopyNeeded());
  }

  /** Lets happen what comes of it. A process that died never answers, so nobody waits for that. */
  private async settle(call: Promise<unknown>): Promise<void> {
    void call;
    for (let turn = 0; turn < 3; turn += 1) await this.box.clock.advance(0);
  }
}

async function begun(story: Story): Promise<Person> {
  const box = await world(story.key, story.storage);
  await box.now.keeper.changePlaces([place]);
  if (story.entry === 'refused') box.vendor.alive = new Set();
  const person = new Person(box, story);
  box.vendor.unreached = story.troubles;
  return person;
}

/** The old key is there until it is proved dead, and the new one from the moment that it was said to be. */
async function expectKept({ box, story, stored }: Person): Promise<void> {
  const kept = await box.kept();
  const { current, receipts } = box.journal();
  const rotation = current ?? receipts[0];
  const needed = [story.key !== null && rotation?.proof.oldDead !== 'proved' ? OLD : null, stored];
  expect(kept).toEqual(expect.arrayContaining(needed.filter((key) => key !== null)));
}

/** Goes on until the end; the plug may be pulled once. Afterwards everything is as it should be. */
async function toTheEnd(person: Person): Promise<void> {
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
  });
});
