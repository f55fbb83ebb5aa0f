// A finished regeneration as a text file that the user can save: what happened when, what is verified and what is not.
// Words only. Keys are named by their fingerprints.
import type { HoldFigures } from '../../model/access/access-view';
import type { PlacesRun, RunRow } from '../../model/places/places-run';
import type { Rotation } from '../../model/rotation/rotation';
import { padded, widest } from '../columns';
import english from '../en/receipt.json';
import { formatClock, formatCount, formatDuration, formatMoment } from '../format';
import { texts } from '../texts';

const words = texts('receipt', english);

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

/** How long a place had no key (ms): from the old one's end until the new one was proved there; null: not known. */
export function withoutKey({ provedAt, how }: RunRow, diedAt: number | null): number | null {
  return diedAt === null || provedAt === null || how === 'gateway' ? null : Math.max(0, provedAt - diedAt);
}

/** An outage in whole seconds, as the clock beside the wizard's steps counts them. */
export function outageSeconds(ms: number): number {
  return Math.floor(ms / 1000);
}

/** The receipt as plain text, ending with a line break. `run`: what NineTray did at the places. `locale` as a BCP 47 tag. */
export function receiptText(rotation: Rotation, run: PlacesRun | null, locale: string): string {
  const ticked = rotation.places.filter(({ tickedAt }) => tickedAt !== null);
  const open = rotation.places.filter(({ tickedAt }) => tickedAt === null);
  const parts = [
    [words.title, '', ...factLines(rotation, locale)],
    [words.verified, ...listed(proofLines(rotation, locale))],
    [words.visitsTitle, ...listed(visitLines(rotation, locale))],
    [
      words.updatedTitle({ count: formatCount(ticked.length, locale) }),
      ...listed(ticked.map((entry) => updatedLine(entry, rotation, run, locale))),
    ],
    [words.openTitle({ count: formatCount(open.length, locale) }), ...listed(open.map(placeLine))],
    [words.toDo, ...listed([words.deleteMail, ...(open.length > 0 ? [words.replaceKey] : [])])],
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** The facts, one a line: as wide as the longest label, so that what follows the labels is aligned. */
function factLines(rotation: Rotation, locale: string): string[] {
  const { startedAt, finishedAt, account, copied } = rotation;
  const { labels } = words;
  const facts: [label: string, value: string][] = [
    [labels.started, formatMoment(startedAt, locale)],
    [labels.finished, finishedAt === null ? words.notFinished : formatMoment(finishedAt, locale)],
    [labels.account, account === null ? words.accountUnknown : whose(account)],
    [labels.reason, words.reasons[rotation.entry]],
    [labels.oldKey, rotation.oldFingerprint ?? words.noOldKey],
    [labels.newKey, rotation.newFingerprint ?? words.noNewKey],
    [labels.outage, outageLine(rotation, locale)],
    [labels.copy, copied === null ? words.notCopied : words.copies[copied.how]],
  ];
  if (rotation.held !== undefined) facts.push([labels.gateway, heldText(rotation.held, locale)]);
  const width = widest(facts.map(([label]) => words.labelled({ label })));
  return facts.map(([label, value]) => `${padded(words.labelled({ label }), width)}  ${value}`);
}

function listed(items: readonly string[]): string[] {
  return (items.length === 0 ? [words.none] : items).map((item) => `- ${item}`);
}

function whose({ id, name }: { id: number; name: string }): string {
  return name === '' ? words.accountUnnamed({ id: String(id) }) : words.accountNamed({ name, id: String(id) });
}

function outageLine(rotation: Rotation, locale: string): string {
  const outage = outageOf(rotation);
  if (outage === null) return words.noOutage;
  const duration = formatDuration(outage, locale);
  const count = outageSeconds(outage);
  return count < 60 ? duration : words.outage({ count, shown: formatCount(count, locale), duration });
}

/** What waited at the gateway for the new key, in one line. */
export function heldText(held: HoldFigures, locale: string): string {
  const { answered, gaveUp, refusedWrites, longestMilliseconds } = held;
  const longest = formatDuration(longestMilliseconds, locale);
  const reads = words.held({ count: answered + gaveUp, longest, gaveUp: formatCount(gaveUp, locale) });
  return refusedWrites === 0 ? reads : words.heldAndRefused({ reads, count: refusedWrites });
}

function proofLines(rotation: Rotation, locale: string): string[] {
  return [answersLine(rotation, locale), accountLine(rotation), ...oldKeyLines(rotation, locale)];
}

function answersLine({ proof }: Rotation, locale: string): string {
  return proof.answers === 'proved' && proof.at !== null
    ? words.newKeyWorks({ time: formatClock(proof.at, locale) })
    : words.newKeyNotVerified;
}

function accountLine({ proof }: Rotation): string {
  if (proof.sameAccount === 'proved') return words.sameAccount;
  if (proof.otherAccount !== null) return words.otherAccount({ account: whose(proof.otherAccount) });
  return words.noAccount;
}

function oldKeyLines(rotation: Rotation, locale: string): string[] {
  const { destroyedAt } = rotation.oldKey;
  const line = oldKeyLine(rotation, locale);
  return destroyedAt === null ? [line] : [line, words.oldKeyDeleted({ moment: formatMoment(destroyedAt, locale) })];
}

function oldKeyLine({ proof, oldKey }: Rotation, locale: string): string {
  const tries = oldKey.checks.filter(({ outcome }) => outcome !== 'unknown');
  switch (proof.oldDead) {
    case 'proved': {
      const refused = tries.filter(({ outcome }) => outcome === 'refused').length;
      const shown = { refused: formatCount(refused, locale), all: formatCount(tries.length, locale) };
      return words.oldKeyStopped({ count: tries.length, ...shown });
    }
    case 'failed': {
      const accepted = tries.findLast(({ outcome }) => outcome === 'accepted');
      return words.oldKeyWorked({ moment: formatMoment(accepted?.at ?? 0, locale) });
    }
    case 'open':
      return words.oldKeyNotVerified;
    case 'waived':
      return words.oldKeyMissing;
    default:
      return proof.oldDead satisfies never;
  }
}

function visitLines({ sentToDashboard }: Rotation, locale: string): string[] {
  return sentToDashboard.map(({ at, why }) =>
    words.visit({ moment: formatMoment(at, locale), why: words.visits[why] }),
  );
}

/** A place that has the new key, with how long it had none. */
function updatedLine(
  entry: Rotation['places'][number],
  { oldKey }: Rotation,
  run: PlacesRun | null,
  locale: string,
): string {
  const row = run?.rows.find(({ place }) => place.id === entry.place.id);
  const ms = row === undefined ? null : withoutKey(row, oldKey.diedAt);
  const place = placeLine(entry);
  return ms === null ? place : words.placeWithoutKey({ place, duration: formatDuration(ms, locale) });
}

function placeLine({ place: { name, kind, where } }: Rotation['places'][number]): string {
  const named = { name, kind: words.kinds[kind] };
  return where === '' ? words.place(named) : words.placeWhere({ ...named, where });
}
