// What is new from one view of a rotation to the next, in the words that a screen reader reads: each change once, and
// nothing that stays. Pure; LiveAnnouncer.tsx announces it.
import type { Rotation, RotationView } from '../../../app/model/rotation/rotation';
import type { Problem } from '../../../app/model/problem';
import { formatClock } from '../../../app/texts/format';
import { problemText } from '../../../app/texts/problems/problems';
import { frameTexts, proveTexts, regenerateTexts } from '../../../app/texts/wizard/wizard';
import { copyTexts } from '../../../app/texts/wizard/wizard-after';
import { labelled, sentences } from '../../../app/texts/sentence';
import { stillAcceptedAt } from '../step/facts';

/** Sentences in the order in which they are said; none where nothing is new. `locale` as a BCP 47 tag, `now` in ms. */
export function announcementsBetween(before: RotationView, after: RotationView, locale: string, now: number): string[] {
  const was = before.current;
  const is = after.current;
  if (was === null || is === null || was.id !== is.id) return [];
  return [
    ...visits(was, is, locale),
    ...oldKey(was, is),
    ...proofs(was, is),
    ...waiting(was, is, locale, now),
    ...stillAccepted(was, is, locale),
    ...copies(before, after),
  ];
}

function visits(was: Rotation, is: Rotation, locale: string): string[] {
  const last = is.sentToDashboard.at(-1);
  if (last === undefined || last.at === was.sentToDashboard.at(-1)?.at) return [];
  return [regenerateTexts.opened({ at: formatClock(last.at, locale) })];
}

/** As it is watched until the new key is here; after that it is one of the proofs. Not each read of it. */
function oldKey(was: Rotation, is: Rotation): string[] {
  const { status, refusedOnceAt } = is.oldKey;
  if (is.receivedAt !== null) return [];
  if (status !== 'dead' && refusedOnceAt !== undefined) {
    const isNew = was.oldKey.refusedOnceAt === undefined;
    return isNew ? [labelled(regenerateTexts.watchTitle, regenerateTexts.refusedOnce)] : [];
  }
  if (status === was.oldKey.status || status === 'unknown') return [];
  return [labelled(regenerateTexts.watchTitle, status === 'dead' ? regenerateTexts.dead : regenerateTexts.alive)];
}

function proofs(was: Rotation, is: Rotation): string[] {
  const found: string[] = [];
  const { answers, sameAccount, oldDead, refusedOnceAt } = is.proof;
  if (refusedOnceAt !== undefined && was.proof.refusedOnceAt === undefined) found.push(proveTexts.refusedOnce);
  if (answers !== was.proof.answers && answers !== 'open') found.push(proveTexts.answers[answers]);
  const hasChanged = sameAccount !== was.proof.sameAccount && sameAccount !== 'open';
  if (hasChanged && is.account !== null && was.account !== null) found.push(proveTexts.sameAccount[sameAccount]);
  if (oldDead !== was.proof.oldDead && oldDead === 'proved') found.push(proveTexts.oldDead.proved);
  return found;
}

/** Why nothing could be found out. The same reason a second time is nothing new. */
function waiting(was: Rotation, is: Rotation, locale: string, now: number): string[] {
  const why = is.proof.waitingFor;
  if (why === undefined) return [];
  const said = (problem: Problem) => {
    const { title, cause } = problemText(problem, locale, now);
    return sentences(title, cause, proveTexts.waiting);
  };
  const text = said(why);
  return was.proof.waitingFor !== undefined && said(was.proof.waitingFor) === text ? [] : [text];
}

function stillAccepted(was: Rotation, is: Rotation, locale: string): string[] {
  const at = stillAcceptedAt(is);
  return at === null || at === stillAcceptedAt(was) ? [] : [frameTexts.stillAccepted({ at: formatClock(at, locale) })];
}

/** A copy that failed is an alert of its own, in the step. */
function copies(before: RotationView, after: RotationView): string[] {
  const found: string[] = [];
  const { outcome, clearsAt } = after.clipboard;
  const isNew =
    outcome !== before.clipboard.outcome || (outcome === 'copied' && clearsAt !== before.clipboard.clearsAt);
  if (isNew && outcome === 'copied') found.push(copyTexts.copied);
  if (isNew && outcome === 'cleared') found.push(copyTexts.cleared);
  if (isNew && outcome === 'left-alone') found.push(sentences(copyTexts.leftAlone, copyTexts.leftAloneLine));
  const copied = after.current?.copied ?? null;
  if (copied?.how === 'file' && copied.at !== before.current?.copied?.at) found.push(copyTexts.saved);
  return found;
}
