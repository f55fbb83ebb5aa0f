// A finished regeneration as a text file that the user can save: what happened when, what is verified and what is not. Words only.
// Must not contain a key: keys are named by their fingerprints.
import type { Place, Rotation } from '../../model/rotation/rotation';
import { formatClock, formatCount, formatDuration, formatMoment } from '../format';

/** Why the key was regenerated. */
const reasons: Readonly<Record<Rotation['entry'], string>> = {
  'on-purpose': 'planned',
  refused: '9Proxy refused the old key',
  leak: 'the old key leaked',
  lost: 'the old key was lost',
  first: 'first key for this account in NineTray',
};

const kinds: Readonly<Record<Place['kind'], string>> = {
  shell: 'shell',
  'env-file': '.env file',
  container: 'container',
  'ci-secret': 'CI secret',
  'scheduled-task': 'scheduled task',
  other: 'other',
};

const copies: Readonly<Record<NonNullable<Rotation['copied']>['how'], string>> = {
  clipboard: 'copied to the clipboard',
  file: 'saved to a file',
  'not-needed': 'not copied, because no other place needs it',
};

const visits: Readonly<Record<Rotation['sentToDashboard'][number]['why'], string>> = {
  first: 'first visit',
  'key-not-received': 'the new key was missing',
  'wrong-account': 'the key belonged to another account',
  'new-key-refused': '9Proxy refused the new key',
  'asked-again': 'opened again',
};

/**
 * When a key of the account worked here again after the old one's first refusal (ms), and which: the new one, or the old one, which
 * some cache of the vendor's takes again. Null while none does, or when the old one was not seen to stop.
 */
export function outageEnd({ oldKey, proof }: Rotation): { at: number; by: 'new-key' | 'old-key' } | null {
  const { diedAt, status, checks } = oldKey;
  if (diedAt === null) return null;
  const again = checks.find(({ at, outcome }) => outcome === 'accepted' && at > diedAt)?.at;
  const isBack = status === 'alive' && again !== undefined;
  if (proof.at !== null && !(isBack && again < proof.at)) return { at: proof.at, by: 'new-key' };
  return isBack ? { at: again, by: 'old-key' } : null;
}

/** How long no key of the account worked here (ms). Zero when the new one answered first; null when that is not known. */
export function outageOf(rotation: Rotation): number | null {
  const { diedAt } = rotation.oldKey;
  const end = outageEnd(rotation);
  return diedAt === null || end === null ? null : Math.max(0, end.at - diedAt);
}

/** An outage in whole seconds, as the clock beside the wizard's steps counts them. */
export function outageSeconds(ms: number): number {
  return Math.floor(ms / 1000);
}

/** The receipt as plain text, ending with a line break. `locale` as a BCP 47 tag. */
export function receiptText(rotation: Rotation, locale: string): string {
  const { startedAt, finishedAt, account, copied, places } = rotation;
  const ticked = places.filter(({ tickedAt }) => tickedAt !== null);
  const open = places.filter(({ tickedAt }) => tickedAt === null);
  const parts = [
    [
      'NineTray key regeneration receipt',
      '',
      `Started:      ${formatMoment(startedAt, locale)}`,
      `Finished:     ${finishedAt === null ? 'not yet' : formatMoment(finishedAt, locale)}`,
      `Account:      ${account === null ? 'unknown' : whose(account)}`,
      `Reason:       ${reasons[rotation.entry]}`,
      `Old key:      ${rotation.oldFingerprint ?? 'not stored in NineTray'}`,
      `New key:      ${rotation.newFingerprint ?? 'none'}`,
      `Outage:       ${outageLine(rotation, locale)}`,
      `Copy:         ${copied === null ? 'not copied' : copies[copied.how]}`,
    ],
    ['Verified', ...proofLines(rotation, locale)],
    ['Dashboard visits', ...visitLines(rotation, locale)],
    [`Places updated (${formatCount(ticked.length, locale)})`, ...placeLines(ticked)],
    [`Places not updated yet (${formatCount(open.length, locale)})`, ...placeLines(open)],
    [
      'To do',
      '- If 9Proxy emailed you the new key, delete that email.',
      ...(open.length > 0 ? ['- Replace the key in the places not updated yet.'] : []),
    ],
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function whose({ id, name }: { id: number; name: string }): string {
  return name === '' ? `ID ${id}` : `${name} (ID ${id})`;
}

function outageLine(rotation: Rotation, locale: string): string {
  const outage = outageOf(rotation);
  if (outage === null) return 'none seen';
  return `${formatCount(outageSeconds(outage), locale)} seconds (${formatDuration(outage, locale)})`;
}

function proofLines(rotation: Rotation, locale: string): string[] {
  return [`- ${answersLine(rotation, locale)}`, `- ${accountLine(rotation)}`, ...oldKeyLines(rotation, locale)];
}

function answersLine({ proof }: Rotation, locale: string): string {
  return proof.answers === 'proved' && proof.at !== null
    ? `The new key has worked since ${formatClock(proof.at, locale)}.`
    : 'Not verified: whether the new key works.';
}

function accountLine({ proof }: Rotation): string {
  if (proof.sameAccount === 'proved') return 'The new key belongs to the same account as before.';
  if (proof.otherAccount !== null)
    return `The new key belongs to another account, ${whose(proof.otherAccount)}. You accepted this.`;
  return 'NineTray knew no account before, so it could not compare.';
}

function oldKeyLines({ proof, oldKey }: Rotation, locale: string): string[] {
  const tries = oldKey.checks.filter(({ outcome }) => outcome !== 'unknown');
  const refused = tries.filter(({ outcome }) => outcome === 'refused').length;
  const accepted = tries.findLast(({ outcome }) => outcome === 'accepted');
  const lines: string[] = [];
  switch (proof.oldDead) {
    case 'proved':
      lines.push(
        `- The old key has stopped working: refused in ${formatCount(refused, locale)} of ${formatCount(tries.length, locale)} checks.`,
      );
      break;
    case 'failed':
      lines.push(`- The old key still worked at ${formatMoment(accepted?.at ?? 0, locale)}.`);
      break;
    case 'open':
      lines.push('- Not verified yet: whether the old key has stopped working.');
      break;
    case 'waived':
      lines.push('- Not verified: whether the old key has stopped working. NineTray did not have it.');
      break;
    default:
      return proof.oldDead satisfies never;
  }
  if (oldKey.destroyedAt !== null)
    lines.push(`- NineTray deleted its copy of the old key at ${formatMoment(oldKey.destroyedAt, locale)}.`);
  return lines;
}

function visitLines({ sentToDashboard }: Rotation, locale: string): string[] {
  if (sentToDashboard.length === 0) return ['- none'];
  return sentToDashboard.map(({ at, why }) => `- ${formatMoment(at, locale)}: ${visits[why]}`);
}

function placeLines(places: Rotation['places']): string[] {
  if (places.length === 0) return ['- none'];
  return places.map(
    ({ place }) => `- ${place.name} (${kinds[place.kind]}${place.where === '' ? '' : `, ${place.where}`})`,
  );
}
