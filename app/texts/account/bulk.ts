// The words of changes to many sub-accounts at once, and of the emergency stop. Words and Intl only: app/account/bulk
// decides what is done.
import type { BulkChange, BulkJob } from '../../model/bulk/bulk';
import english from '../en/bulk.json';
import { formatBytes, formatList } from '../format';
import { texts } from '../texts';
import { sentences } from '../sentence';

export const bulkTexts = texts('bulk', english);
export const panicTexts = bulkTexts.panic;

/** The title of a preview. `count` is null where the vendor does not say how many match. */
export function previewTitle(does: BulkChange['does'], count: number | null): string {
  return count === null ? bulkTexts.previewTitleAll({ does }) : bulkTexts.previewTitle({ does, count });
}

/** How many of those selected will change, and how many stay as they are. At least one changes. */
export function changesText(does: BulkChange['does'], { changes, total }: { changes: number; total: number }): string {
  if (changes === total) return bulkTexts.changesAll({ does, count: total });
  return sentences(
    bulkTexts.changesSome({ does, count: changes }),
    bulkTexts.unchanged({ does, count: total - changes }),
  );
}

/** Rows that a change leaves out. `unread`: they could not be read. `unfit`: they do not match, though 9Proxy returned them. */
export function leftOutTexts({
  unread = 0,
  unfit = 0,
}: {
  unread?: number | undefined;
  unfit?: number | undefined;
}): string[] {
  return [
    ...(unread === 0 ? [] : [bulkTexts.leftOutUnread({ count: unread })]),
    ...(unfit === 0 ? [] : [bulkTexts.leftOutUnfit({ count: unfit })]),
  ];
}

/** What a change means, a sentence each. */
export function changeMeanings(change: BulkChange, locale: string): string[] {
  if (change.does !== 'topUp') return [bulkTexts.meanings[change.does]];
  const { topUp } = bulkTexts;
  const bytes = (amount: number | null) => formatBytes(amount ?? 0, locale);
  return [
    change.topUpIps ? topUp.ips({ below: change.topUpIpsBelow ?? 0, by: change.topUpIpsBy ?? 0 }) : topUp.noIps,
    change.topUpTraffic
      ? topUp.traffic({ below: bytes(change.topUpTrafficBelow), by: bytes(change.topUpTrafficBy) })
      : topUp.noTraffic,
  ];
}

/** How a change is going, or how it ended. */
export function jobTitle({ phase, change: { does }, total, counts, back }: BulkJob): string {
  const { titles } = bulkTexts;
  switch (phase) {
    case 'gathering':
      return bulkTexts.reading;
    case 'running':
      return total === 0 ? titles.starting({ does }) : titles.running({ does, count: total });
    case 'undoing':
      return titles.undoing;
    case 'cancelled':
      if (back === true) return titles.undoStopped;
      return counts.changed === 0 ? titles.stoppedBefore : titles.stopped({ does, count: counts.changed });
    case 'interrupted':
      return back === true ? titles.undoInterrupted : titles.interrupted;
    case 'undone':
      return counts.undone === 0 ? titles.nothingUndone : titles.undone({ count: counts.undone });
    case 'done':
      return counts.changed === 0 ? titles.nothingChanged : titles.done({ does, count: counts.changed });
    default:
      return phase satisfies never;
  }
}

/** "239 changed · 3 refused". */
export function jobCounts({ counts }: BulkJob): string {
  return (['changed', 'undone', 'same', 'refused', 'unknown', 'waiting'] as const)
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => bulkTexts.counts[outcome]({ count: counts[outcome] }))
    .join(' · ');
}

/** The button of the emergency stop. `on`: how many are on, if that is known. */
export function panicButton(on: number | null): string {
  return on === null || on === 0 ? panicTexts.buttonAll : panicTexts.button({ count: on });
}

/** The question before the emergency stop; `count` as in `panicButton`. */
export function panicQuestion(count: number | null): string {
  return count === null || count === 0 ? panicTexts.askAll : panicTexts.ask({ count });
}

/** The button of that question; `count` as in `panicButton`. */
export function panicConfirm(count: number | null): string {
  return count === null || count === 0 ? panicTexts.confirmAll : panicTexts.confirm({ count });
}

/** How many were stopped, are still on, and may be on: "220 sub-accounts that were on are stopped · 2 are still on". */
function stopResult({ counts: { changed }, unknownBefore = 0, stillOn = 0, mayBeOn = 0 }: BulkJob): string {
  const { result } = panicTexts;
  const stopped = unknownBefore > 0 ? result.stoppedSome : result.stopped;
  return [
    changed === 0 ? result.nothing : stopped({ count: changed }),
    ...(stillOn > 0 ? [result.stillOn({ count: stillOn })] : []),
    ...(mayBeOn > 0 ? [result.mayBeOn({ count: mayBeOn })] : []),
  ].join(' · ');
}

/** How the emergency stop or its restore is going, or how it ended. */
export function panicTitle(job: BulkJob): string {
  const { phase, total, back, counts } = job;
  switch (phase) {
    case 'gathering':
      return panicTexts.gathering;
    case 'running':
      return total === 0 ? panicTexts.runningAll : panicTexts.running({ count: total });
    case 'cancelled':
    case 'interrupted':
      return back === true ? panicTexts.restoreInterrupted : panicTexts.interrupted;
    case 'done':
      return panicTexts.done({ result: stopResult(job) });
    case 'undoing':
      return panicTexts.restoring;
    case 'undone':
      return counts.undone === 0 ? panicTexts.nothingRestored : panicTexts.restored({ count: counts.undone });
    default:
      return phase satisfies never;
  }
}

/** So many are named; the rest is a number. */
const mostNamed = 5;

/** Rows that may still be on, and why NineTray cannot know. */
export function mayBeOnText({ mayBeOn = 0, unread }: BulkJob, locale: string): string {
  const count = Math.min(mayBeOn, unread?.count ?? 0);
  if (count === 0) return panicTexts.notReported;
  const named = (unread?.names ?? []).slice(0, mostNamed);
  if (named.length === 0) return panicTexts.unread({ count });
  const others = count - named.length;
  const names = formatList(others > 0 ? [...named, panicTexts.more({ count: others })] : named, locale);
  return panicTexts.unreadNamed({ count, names });
}
