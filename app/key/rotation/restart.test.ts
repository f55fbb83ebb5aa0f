// NineTray is started anew in every kind of state that the machine can be in, with the vault before and after each half of a change;
// the person goes on from there and comes to the end. Where crash.test.ts follows ten stories, this one follows every path.
import { expect, it } from 'vitest';
import { isWaiting } from '../../model/rotation-queries';
import { type TestBed, ScriptedUser, plain } from './scripted-user.fixture';
import { NEW, OLD, restarted, world } from './rotation.fixture';
import type { Rotation } from '../../model/rotation';
import { NEW as NEW_PRINT, OLD as OLD_PRINT, walkStateSpace } from './state-space.fixture';

/** What decides how NineTray and the person go on. */
function kindOf(rotation: Rotation): string {
  const { step, proof, oldKey } = rotation;
  return JSON.stringify([
    step,
    rotation.oldFingerprint,
    rotation.newFingerprint,
    rotation.receiving,
    rotation.discarded,
    rotation.copied !== null,
    [proof.answers, proof.sameAccount, proof.oldDead],
    [oldKey.status === 'dead', oldKey.destroyedAt !== null],
  ]);
}

const rotations = new Map(walkStateSpace().flatMap(({ to }) => (to === null ? [] : [[kindOf(to), to] as const])));

/** Where the new key is: nowhere, received, or in use. A crash may have come between the journal and the vault. */
type NewIs = 'nowhere' | 'received' | 'in-use';

function placesOfNew({ step, newFingerprint, receiving, discarded, proof }: Rotation): NewIs[] {
  if (step === 'prove') return proof.answers === 'proved' ? ['received', 'in-use'] : ['received'];
  if (newFingerprint !== null) return ['in-use'];
  return [receiving?.fingerprint, discarded].includes(NEW_PRINT) ? ['nowhere', 'received'] : ['nowhere'];
}

/** A computer as it was left in this state. */
async function left(rotation: Rotation, newIs: NewIs): Promise<TestBed> {
  const { oldFingerprint, oldKey, proof } = rotation;
  const hasOld = oldFingerprint !== null && oldKey.destroyedAt === null && proof.oldDead !== 'waived';
  const box = await world(hasOld ? OLD : null);
  const { vault } = box.now;
  const [oldPrint, newPrint] = [vault.fingerprintOf(OLD), vault.fingerprintOf(NEW)];
  if (newIs !== 'nowhere') await vault.receive(NEW, 'protected');
  if (newIs === 'in-use') await vault.promote(newPrint);
  const written = JSON.stringify({ version: 1, current: rotation, receipts: [], places: [] });
  box.disk.set('rotation.json', written.replaceAll(OLD_PRINT, oldPrint).replaceAll(NEW_PRINT, newPrint));
  box.vendor.alive = new Set([NEW]);
  return box;
}

/** What is wrong with how it ends; empty: nothing. */
async function goOn(rotation: Rotation, newIs: NewIs): Promise<string[]> {
  const box = await left(rotation, newIs);
  const person = new ScriptedUser(box, { ...plain, accepts: true });
  // The button was pressed; whatever happens, it is not pressed again.
  person.regenerated = 1;
  await restarted(box);
  const isThrownAway = rotation.discarded === NEW_PRINT && rotation.receiving?.fingerprint !== NEW_PRINT;
  const isKept = newIs === 'in-use' || (newIs === 'received' && !isThrownAway);
  const isRight = isWaiting(box.now.view().current) !== isKept;
  for (let turn = 0; turn < 20 && (await person.act()); turn += 1);
  await box.clock.advance(60 * 60_000);
  const { current, receipts } = box.now.view();
  return [
    ...person.wrong,
    ...(isRight ? [] : [isKept ? 'asked again for a key that is kept' : 'took a key that was thrown away']),
    ...(current === null && receipts.length === 1 ? [] : [`ended at ${current?.step}`]),
    ...(box.now.vault.text() === NEW ? [] : ['the new key is not in use']),
    ...(box.onDisk().join() === NEW ? [] : [`on disk: ${box.onDisk().length} keys`]),
  ];
}

it('comes to the end from wherever it was left', async () => {
  expect(rotations.size).toBeGreaterThan(100);
  const found: string[] = [];
  for (const [kind, rotation] of rotations) {
    for (const newIs of placesOfNew(rotation)) {
      const wrong = await goOn(rotation, newIs);
      if (wrong.length > 0) found.push(`${kind}, new key ${newIs}: ${wrong.join('; ')}`);
    }
  }
  expect(found).toEqual([]);
}, 30_000);
