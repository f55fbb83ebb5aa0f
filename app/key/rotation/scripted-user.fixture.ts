// Somebody who regenerates a key, for tests: does what the wizard asks for, knows what the dashboard has shown, and watches what is
// written down before what. It must not: be imported by anything but tests.
import { ok } from '../../model/problem';
import { FOREIGN, NEW, OLD, place, type Process, regenerate, type World } from './rotation.fixture';
import type { Rotation, RotationEntry } from '../../model/rotation/rotation';

export type TestBed = World & { now: Process };

/** What is different from one rotation to the other. */
export interface Story {
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

/** The usual case. */
export const plain: Story = {
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

/** The person: does what the wizard asks for, and knows what the dashboard has shown. */
export class ScriptedUser {
  readonly story: Story;
  readonly box: TestBed;
  regenerated = 0;
  /** What the keeper said was on disk. */
  stored: string | null = null;
  wantsForeign: boolean;
  /** What must not happen at all: steps that were taken before they were written down, and the like. */
  wrong: string[] = [];

  constructor(box: TestBed, story: Story) {
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
        await this.prove(current.proof);
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
    // Perhaps what an interrupted paste left is still to be settled.
    if (this.stored === null) await this.box.clock.advance(10_000);
  }

  private async prove({ answers, sameAccount }: Rotation['proof']): Promise<void> {
    const { keeper } = this.box.now;
    if (answers === 'failed') {
      await this.settle(keeper.proveNow());
    } else if (sameAccount !== 'failed') {
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
