// A user who regenerates a key, for tests: follows the wizard, remembers what the dashboard has shown, and checks that each step is
// journalled before it is taken.
import { ok } from '../../model/problem';
import { FOREIGN, NEW, OLD, place, regenerate, type TestBed } from './rotation.fixture';
import type { Rotation, RotationEntry } from '../../model/rotation/rotation';

/** What differs from one rotation to the next. */
export interface Story {
  name: string;
  entry: RotationEntry;
  key: string | null;
  storage: 'protected' | 'unprotected';
  /** What the user pastes first. */
  pastes: string;
  /** Whether the user accepts another account's key. */
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

/** Follows the wizard, and remembers what the dashboard has shown. */
export class ScriptedUser {
  readonly story: Story;
  readonly box: TestBed;
  regenerated = 0;
  /** The key that the service reported as stored. */
  stored: string | null = null;
  wantsForeign: boolean;
  /** What must never happen, such as a step that was taken before it was journalled. */
  wrong: string[] = [];

  constructor(box: TestBed, story: Story) {
    this.box = box;
    this.story = story;
    this.wantsForeign = story.pastes === FOREIGN;
    box.vendor.whenAsked = (key) => {
      if (key === OLD) return;
      const isWritten = box.journal().current?.newFingerprint === box.now.vault.fingerprintOf(key);
      if (!isWritten || !box.onDisk().includes(key)) this.wrong.push('read with a key that is not journalled');
    };
    let before = box.onDisk();
    box.whenWritten = (file) => {
      if (file !== 'key.json') return;
      const after = box.onDisk();
      for (const key of after) if (!before.includes(key)) this.expectAnnounced(key);
      for (const key of before) if (!after.includes(key)) this.expectMayBeDestroyed(key);
      before = after;
    };
  }

  /** A key is stored only once the journal names it. */
  private expectAnnounced(key: string): void {
    const named = this.box.journal().current?.receiving?.fingerprint;
    if (named !== this.box.now.vault.fingerprintOf(key)) this.wrong.push('stored a key that is not announced');
  }

  /** A key is destroyed only once it is journalled as dead or discarded. */
  private expectMayBeDestroyed(key: string): void {
    const { current, receipts } = this.box.journal();
    const rotation = current ?? receipts[0];
    const isDiscarded = rotation?.discarded === this.box.now.vault.fingerprintOf(key);
    const isDead = key === OLD && rotation?.proof.oldDead === 'proved';
    if (!isDiscarded && !isDead) this.wrong.push('destroyed a key that may live');
  }

  /** One action at the step that the wizard shows. Returns whether there is more to do. */
  async act(): Promise<boolean> {
    const { service, view } = this.box.now;
    const { current, receipts } = view();
    if (current === null) {
      if (receipts.length > 0) return false;
      await this.settle(service.begin(this.story.entry));
      return true;
    }
    switch (current.step) {
      case 'prepare':
        await this.settle(service.next());
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
        else await this.settle(service.next());
        return true;
      case 'update':
        if (current.places.some(({ tickedAt }) => tickedAt === null)) await this.settle(service.tick([place.id], true));
        else await this.settle(service.next());
        return true;
      case 'receipt':
        await this.settle(service.finish());
        return true;
      default:
        return current.step satisfies never;
    }
  }

  private async visit(again: boolean): Promise<void> {
    const before = this.box.journal().current?.sentToDashboard.length ?? 0;
    const open = async () => {
      if (this.box.journal().current?.sentToDashboard.length !== before + 1)
        this.wrong.push('opened the dashboard before the visit was journalled');
      this.regenerated += 1;
      regenerate(this.box);
      this.box.vendor.alive.add(FOREIGN);
      if (this.story.oldLives) this.box.vendor.alive.add(OLD);
      return ok(undefined);
    };
    await this.settle(this.box.now.service.openDashboard(again ? 'asked-again' : 'first', open));
  }

  private async paste(): Promise<void> {
    const text = this.wantsForeign ? FOREIGN : NEW;
    const taken = this.box.now.service.receive(text).then((answer) => {
      if (answer.ok) this.stored = text;
    });
    await this.settle(taken);
    // An interrupted paste may still have to be settled.
    if (this.stored === null) await this.box.clock.advance(10_000);
  }

  private async prove({ answers, sameAccount }: Rotation['proof']): Promise<void> {
    const { service } = this.box.now;
    if (answers === 'failed') {
      await this.settle(service.proveNow());
    } else if (sameAccount !== 'failed') {
      await this.box.clock.advance(10_000);
    } else if (this.story.accepts) {
      await this.settle(service.acceptAccount());
    } else {
      this.wantsForeign = false;
      this.stored = null;
      await this.settle(service.discardReceived());
    }
  }

  private async copy(): Promise<void> {
    const { service } = this.box.now;
    if (this.story.copies === 'clipboard') await this.settle(service.copy());
    else if (this.story.copies === 'file') await this.settle(service.saveToFile(async () => ok({ saved: true })));
    else await this.settle(service.noCopyNeeded());
  }

  /** Lets the call's effects happen. It does not wait for the answer, since a process that died never answers. */
  private async settle(call: Promise<unknown>): Promise<void> {
    void call;
    for (let turn = 0; turn < 3; turn += 1) await this.box.clock.advance(0);
  }
}
