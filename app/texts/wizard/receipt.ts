// A finished rotation as a text that a person can keep: what happened when, what is proved and what is not. Words only.
// It names keys by their fingerprints.
import type { Place, Rotation } from '../../model/rotation/rotation';
import { formatClock, formatCount, formatDuration, formatMoment } from '../format';

/** Why there was a rotation, as the receipt puts it. */
const reasons: Readonly<Record<Rotation['entry'], string>> = {
  'on-purpose': 'the key was replaced on purpose',
  refused: 'the old key was refused',
  leak: 'the old key had leaked',
  lost: 'the old key was lost',
  first: 'the first key of this account here',
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
  'not-needed': 'not copied: no other place needs it',
};

const visits: Readonly<Record<Rotation['sentToDashboard'][number]['why'], string>> = {
  first: 'the first visit',
  'key-not-received': 'the new key had not been received',
  'wrong-account': 'the key belonged to another account',
  'new-key-refused': 'the new key was refused',
  'asked-again': 'asked for again',
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
      'NineTray: receipt of a key rotation',
      '',
      `Begun:        ${formatMoment(startedAt, locale)}`,
      `Finished:     ${finishedAt === null ? 'not yet' : formatMoment(finishedAt, locale)}`,
      `Account:      ${account === null ? 'not known' : whose(account)}`,
      `Reason:       ${reasons[rotation.entry]}`,
      `Old key:      ${rotation.oldFingerprint ?? 'none known here'}`,
      `New key:      ${rotation.newFingerprint ?? 'none'}`,
      `Outage:       ${outageLine(rotation, locale)}`,
      `The new key:  ${copied === null ? 'not copied' : copies[copied.how]}`,
    ],
    ['What is proved', ...proofLines(rotation, locale)],
    ['The dashboard was opened', ...visitLines(rotation, locale)],
    [`Places that have the new key (${formatCount(ticked.length, locale)})`, ...placeLines(ticked)],
    [`Places still open (${formatCount(open.length, locale)})`, ...placeLines(open)],
    [
      'To do',
      '- If 9Proxy sent the new key by e-mail, delete that mail.',
      ...(open.length > 0 ? ['- Replace the key in the places still open.'] : []),
    ],
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function whose({ id, name }: { id: number; name: string }): string {
  return name === '' ? `number ${id}` : `${name} (number ${id})`;
}

function outageLine(rotation: Rotation, locale: string): string {
  const outage = outageOf(rotation);
  if (outage === null) return 'none was seen';
  return `${formatCount(outageSeconds(outage), locale)} seconds (${formatDuration(outage, locale)})`;
}

function proofLines(rotation: Rotation, locale: string): string[] {
  return [`- ${answersLine(rotation, locale)}`, `- ${accountLine(rotation)}`, ...oldKeyLines(rotation, locale)];
}

function answersLine({ proof }: Rotation, locale: string): string {
  return proof.answers === 'proved' && proof.at !== null
    ? `The new key answers, since ${formatClock(proof.at, locale)}.`
    : 'Not proved: that the new key answers.';
}

function accountLine({ proof }: Rotation): string {
  if (proof.sameAccount === 'proved') return 'It belongs to the same account as before.';
  if (proof.otherAccount !== null)
    return `It belongs to another account, ${whose(proof.otherAccount)}, which was accepted.`;
  return 'No account was known before, so there was none to compare with.';
}

function oldKeyLines({ proof, oldKey }: Rotation, locale: string): string[] {
  const tries = oldKey.checks.filter(({ outcome }) => outcome !== 'unknown');
  const refused = tries.filter(({ outcome }) => outcome === 'refused').length;
  const accepted = tries.findLast(({ outcome }) => outcome === 'accepted');
  const lines: string[] = [];
  switch (proof.oldDead) {
    case 'proved':
      lines.push(`- The old key is dead: refused ${times(refused, locale)} of ${formatCount(tries.length, locale)}.`);
      break;
    case 'failed':
      lines.push(`- The old key was still accepted at ${formatMoment(accepted?.at ?? 0, locale)}.`);
      break;
    case 'open':
      lines.push('- Not proved yet: that the old key is dead.');
      break;
    case 'waived':
      lines.push('- Not proved: that the old key is dead. NineTray did not have it to try.');
      break;
    default:
      return proof.oldDead satisfies never;
  }
  if (oldKey.destroyedAt !== null)
    lines.push(`- NineTray destroyed its copy of the old key at ${formatMoment(oldKey.destroyedAt, locale)}.`);
  return lines;
}

function times(count: number, locale: string): string {
  return count === 1 ? 'once' : `${formatCount(count, locale)} times`;
}

function visitLines({ sentToDashboard }: Rotation, locale: string): string[] {
  if (sentToDashboard.length === 0) return ['- never from here'];
  return sentToDashboard.map(({ at, why }) => `- ${formatMoment(at, locale)}: ${visits[why]}`);
}

function placeLines(places: Rotation['places']): string[] {
  if (places.length === 0) return ['- none'];
  return places.map(
    ({ place }) => `- ${place.name} (${kinds[place.kind]}${place.where === '' ? '' : `, ${place.where}`})`,
  );
}
