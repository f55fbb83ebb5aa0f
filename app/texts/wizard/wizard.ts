// What the regeneration wizard says: its frame, and its steps up to the proof. The steps after it are in wizard-after.ts.
// Words only: which of them is shown is decided in renderer/wizard, and what happens in main.
import english from '../en/wizard.json';
import { formatClock, formatCount, formatMoment } from '../format';
import { texts } from '../texts';
import type { Rotation, RotationEntry, RotationStep } from '../../model/rotation/rotation';

const words = texts('wizard', english);

/** The wizard's name, by the reason to be here. */
export const entryTitles = words.entryTitles;

/** The steps' short names: what happens in each. */
export const stepNames = words.stepNames;

const HALF_A_DAY = 12 * 3_600_000;

/** When the old key was first refused: with its day where that was long before the user came to replace it. */
export function stoppedAt(diedAt: number, startedAt: number, locale: string): string {
  return startedAt - diedAt > HALF_A_DAY ? formatMoment(diedAt, locale) : formatClock(diedAt, locale);
}

/** What has happened in a step and when, for the list of steps; null while nothing has. */
export function stepNote(step: RotationStep, rotation: Rotation, locale: string): string | null {
  const { notes } = words;
  const at = (moment: number) => ({ at: formatClock(moment, locale) });
  switch (step) {
    case 'prepare':
      return notes.started(at(rotation.startedAt));
    case 'regenerate':
      return regenerateNote(rotation, locale);
    case 'receive':
      return rotation.receivedAt === null ? null : notes.stored(at(rotation.receivedAt));
    case 'prove':
      return rotation.proof.at === null ? null : notes.verified(at(rotation.proof.at));
    case 'copy':
      return rotation.copied === null ? null : notes.copied[rotation.copied.how](at(rotation.copied.at));
    case 'update': {
      if (rotation.places.length === 0 || rotation.copied === null) return null;
      const done = rotation.places.filter(({ tickedAt }) => tickedAt !== null).length;
      return notes.updated({ done: formatCount(done, locale), all: formatCount(rotation.places.length, locale) });
    }
    case 'receipt':
      return rotation.finishedAt === null ? null : formatClock(rotation.finishedAt, locale);
    default:
      return step satisfies never;
  }
}

function regenerateNote({ oldKey, startedAt, sentToDashboard }: Rotation, locale: string): string | null {
  const { notes } = words;
  const { diedAt, lastAcceptedAt, status } = oldKey;
  const sent = sentToDashboard[0];
  if (diedAt === null) return sent === undefined ? null : notes.opened({ at: formatClock(sent.at, locale) });
  const at = stoppedAt(diedAt, startedAt, locale);
  if (lastAcceptedAt === null || lastAcceptedAt <= diedAt) return notes.stopped({ at });
  const last = formatClock(lastAcceptedAt, locale);
  return status === 'alive' ? notes.acceptedAgain({ at, again: last }) : notes.acceptedUntil({ at, until: last });
}

export const frameTexts = words.frame;

export const prepareTexts = words.prepare;

interface TitledLine {
  title: string;
  line: string;
}

/** What to do where the key leaked, in this order. */
export function leakSteps(): TitledLine[] {
  const { regenerate, activity, remove } = words.prepare.leakSteps;
  return [regenerate, activity, remove];
}

export const regenerateTexts = words.regenerate;

/** The title of the step in the dashboard. */
export function regenerateTitle(entry: RotationEntry): string {
  return entry === 'first' ? words.regenerate.titleFirst : words.regenerate.title;
}

/** The three clicks in the dashboard, in this order. */
export function dashboardClicks(entry: RotationEntry): TitledLine[] {
  const { page, generate, revoke, copy } = words.regenerate.clicks;
  return [page, entry === 'first' ? generate : revoke, copy];
}

export type AgainReason = keyof typeof regenerateTexts.reasons;

export const receiveTexts = words.receive;

export const proveTexts = words.prove;
