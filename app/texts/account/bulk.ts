// What is said of work on many sub-accounts at once, and of the panic. Words and Intl only: what is done is decided in app/account/bulk.
import type { BulkChange, BulkJob, BulkRow } from '../../model/bulk';
import { formatBytes, formatCount } from '../format';

const subAccounts = (count: number, locale: string) =>
  count === 1 ? '1 sub-account' : `${formatCount(count, locale)} sub-accounts`;
/** Null: the vendor does not say how many match. */
const meant = (count: number | null, locale: string) =>
  count === null ? 'all sub-accounts that match' : subAccounts(count, locale);

const verbs: Readonly<Record<BulkChange['does'], { start: string; going: string; done: string }>> = {
  enable: { start: 'Enable', going: 'Enabling', done: 'enabled' },
  disable: { start: 'Disable', going: 'Disabling', done: 'disabled' },
  topUp: { start: 'Set automatic top-up of', going: 'Setting automatic top-up of', done: 'set' },
};

export const bulkTexts = {
  bar: 'Selected sub-accounts',
  selected: (count: number | null, locale: string) =>
    count === null ? 'All matches are selected' : `${formatCount(count, locale)} selected`,
  selectAll: (count: number, locale: string) => `Select all ${formatCount(count, locale)} that match`,
  clear: 'Clear the selection',
  actions: { enable: 'Enable…', disable: 'Disable…', topUp: 'Set automatic top-up…' },
  busy: 'Another change of sub-accounts is in progress. Wait for it to end, or dismiss it.',

  previewTitle: ({ does }: { does: BulkChange['does'] }, count: number | null, locale: string) =>
    `${verbs[does].start} ${meant(count, locale)}?`,
  topUpTitle: (count: number | null, locale: string) => `Automatic top-up of ${meant(count, locale)}`,
  reading: 'Reading the sub-accounts…',
  read: (read: number, total: number | null, locale: string) =>
    total === null
      ? `Read ${formatCount(read, locale)} so far`
      : `Read ${formatCount(read, locale)} of ${formatCount(total, locale)}`,
  changes: (changes: number, total: number, locale: string) =>
    changes === total
      ? `All ${formatCount(total, locale)} will change.`
      : `${formatCount(changes, locale)} of ${formatCount(total, locale)} will change. The others already have this setting.`,
  one: 'It will change.',
  noChange: 'They already have this setting. There is nothing to do.',
  none: 'None of them exists any more.',
  undoable: 'You can undo this afterwards.',
  first: (count: number, locale: string) => `The first ${formatCount(count, locale)}`,
  meanings: {
    enable: 'They can be used again immediately.',
    disable: 'They stop working immediately. They keep their IPs and traffic.',
  },
  next: 'Review changes',
  /** Rows that a change leaves out. `unread`: they could not be read. `unfit`: they do not match, though 9Proxy returned them. */
  leftOut: (
    { unread = 0, unfit = 0 }: { unread?: number | undefined; unfit?: number | undefined },
    locale: string,
  ): string[] => [
    ...(unread === 0
      ? []
      : [
          `${subAccounts(unread, locale)} that ${unread === 1 ? 'matches' : 'match'} could not be read, and ${unread === 1 ? 'is' : 'are'} left out.`,
        ]),
    ...(unfit === 0
      ? []
      : [
          `9Proxy ignored the search or the filter: ${subAccounts(unfit, locale)} that ${unfit === 1 ? 'does' : 'do'} not match ${unfit === 1 ? 'is' : 'are'} left out.`,
        ]),
  ],
  apply: ({ does }: { does: BulkChange['does'] }, count: number, locale: string) =>
    `${verbs[does].start} ${subAccounts(count, locale)}`,
  cancel: 'Cancel',
  back: 'Back',

  progress: 'Progress',
  titles: (job: BulkJob, locale: string): string => {
    const { going, done } = verbs[job.change.does];
    const touched = subAccounts(job.counts.changed, locale);
    switch (job.phase) {
      case 'gathering':
        return 'Reading the sub-accounts…';
      case 'running':
        return `${going} ${job.total === 0 ? 'sub-accounts' : subAccounts(job.total, locale)}…`;
      case 'undoing':
        return 'Undoing changes…';
      case 'cancelled':
        if (job.back === true) return 'Undo was stopped';
        return job.counts.changed === 0
          ? 'Stopped before anything was changed'
          : `Stopped. ${touched} ${done} before that`;
      case 'interrupted':
        return job.back === true ? 'Undo was interrupted' : 'Interrupted. You can continue it';
      case 'undone':
        if (job.counts.undone === 0) return 'Nothing was undone';
        return `Undone: ${subAccounts(job.counts.undone, locale)} ${job.counts.undone === 1 ? 'is as it was' : 'are as they were'}`;
      case 'done':
        return job.counts.changed === 0 ? 'Nothing was changed' : `Done. ${touched} ${done}`;
      default:
        return job.phase satisfies never;
    }
  },
  counts: ({ counts }: BulkJob, locale: string): string =>
    (['changed', 'undone', 'same', 'refused', 'unknown', 'waiting'] as const)
      .filter((outcome) => counts[outcome] > 0)
      .map((outcome) => `${formatCount(counts[outcome], locale)} ${counted[outcome]}`)
      .join(' · '),
  percent: (part: number, whole: number, locale: string) =>
    `${formatCount(part, locale)} of ${formatCount(whole, locale)}`,
  stop: 'Stop',
  resume: 'Continue',
  lookAgain: 'Check unknown ones',
  undo: (count: number, locale: string) =>
    count === 1 ? 'Undo the one change' : `Undo ${formatCount(count, locale)} changes`,
  dismiss: 'Dismiss',
  showRows: 'Details',
  hideRows: 'Hide details',
  close: 'Close',
  rows: 'Result of each',
  topUpMeans: (change: Extract<BulkChange, { does: 'topUp' }>, locale: string): string[] => [
    change.topUpIps
      ? `IPs: when one has fewer than ${formatCount(change.topUpIpsBelow ?? 0, locale)}, 9Proxy moves ${formatCount(change.topUpIpsBy ?? 0, locale)} from your balance, without asking again.`
      : 'IPs: no automatic top-up.',
    change.topUpTraffic
      ? `Traffic: when one has less than ${formatBytes(change.topUpTrafficBelow ?? 0, locale)}, 9Proxy moves ${formatBytes(change.topUpTrafficBy ?? 0, locale)} from your packages, without asking again.`
      : 'Traffic: no automatic top-up.',
  ],
};

/** An outcome after a number. */
const counted: Readonly<Record<BulkRow['outcome'], string>> = {
  waiting: 'left',
  changed: 'changed',
  same: 'already set',
  refused: 'refused',
  unknown: 'unknown',
  undone: 'restored',
};

/** A row's outcome, on its own. */
export const outcomeNames: Readonly<Record<BulkRow['outcome'], string>> = {
  waiting: 'Not yet',
  changed: 'Changed',
  same: 'Already set',
  refused: 'Refused',
  unknown: 'Unknown',
  undone: 'Restored',
};

/** The same where nothing was done yet. */
export const previewNames = { waiting: 'Will change', same: 'Already set' } as const;

const was = (count: number) => (count === 1 ? 'was' : 'were');
/** `untold`: of how many it is unknown whether they were on. */
const disabled = (count: number, untold: number, locale: string) =>
  count === 0
    ? 'nothing was stopped'
    : untold > 0
      ? `${subAccounts(count, locale)} ${count === 1 ? 'is' : 'are'} stopped`
      : `${subAccounts(count, locale)} that ${was(count)} on ${count === 1 ? 'is' : 'are'} stopped`;
const stillOn = (count: number, locale: string) =>
  count === 0 ? '' : `, ${formatCount(count, locale)} ${count === 1 ? 'is' : 'are'} still on`;

/** So many are named; the rest is a number. */
const mostNamed = 5;

const mayBeOn = (count: number, locale: string) =>
  count === 0 ? '' : `, ${formatCount(count, locale)} may still be on`;

export const panicTexts = {
  title: 'Emergency stop',
  line: 'Emergency stop: disables every sub-account at once. You can restore them later.',
  /** `on`: how many are on. */
  button: (on: number | null, locale: string) =>
    on === null || on === 0 ? 'Stop all…' : `Stop all ${formatCount(on, locale)}…`,
  askTitle: (count: number | null, locale: string) =>
    count === null || count === 0 ? 'Stop all sub-accounts?' : `Stop all ${subAccounts(count, locale)}?`,
  stops: 'Anything that uses a sub-account stops working as soon as it is stopped.',
  remembers:
    'NineTray remembers which of them were on, also when it or this computer restarts. Later you restore exactly those.',
  spares: 'Your main account, its balances, sub-users and the whitelist stay as they are.',
  confirm: (count: number | null, locale: string) =>
    count === null || count === 0 ? 'Stop all of them' : `Stop all ${subAccounts(count, locale)}`,
  cancel: 'Leave them on',
  titles: (job: BulkJob, locale: string): string => {
    const { changed, undone } = job.counts;
    const { unknownBefore = 0 } = job;
    switch (job.phase) {
      case 'gathering':
        return 'Emergency stop: reading all sub-accounts…';
      case 'running':
        return job.total === 0
          ? 'Emergency stop: stopping all sub-accounts…'
          : `Emergency stop: stopping ${subAccounts(job.total, locale)}…`;
      case 'cancelled':
      case 'interrupted':
        return job.back === true ? 'Restoring was interrupted' : 'The emergency stop was interrupted';
      case 'done':
        return [
          `Emergency stop: ${disabled(changed, unknownBefore, locale)}`,
          stillOn(job.stillOn ?? 0, locale),
          mayBeOn(job.mayBeOn ?? 0, locale),
        ].join('');
      case 'undoing':
        return 'Restoring the sub-accounts that were on…';
      case 'undone':
        return undone === 0
          ? 'Nothing had to be restored'
          : `Restored: ${subAccounts(undone, locale)} that ${was(undone)} on`;
      default:
        return job.phase satisfies never;
    }
  },
  on: 'They stay off until you restore them.',
  /** Rows that may still be on, and why NineTray cannot know. */
  mayBeOn: ({ mayBeOn: count = 0, unread }: BulkJob, locale: string) => {
    const notRead = Math.min(count, unread?.count ?? 0);
    if (notRead === 0)
      return '9Proxy accepted the change but does not report whether these are off. Check them in the dashboard.';
    const names = (unread?.names ?? []).slice(0, mostNamed);
    const others = names.length === 0 ? 0 : notRead - names.length;
    const listed = others > 0 ? [...names, `${formatCount(others, locale)} more`] : names;
    const known = names.length === 0 ? '' : ` (${new Intl.ListFormat(locale).format(listed)})`;
    return `NineTray could not read ${subAccounts(notRead, locale)}${known}, so it could not disable ${notRead === 1 ? 'it' : 'them'}. Check ${notRead === 1 ? 'it' : 'them'} in the dashboard.`;
  },
  /** Those that were disabled though it was unknown whether they were on. `isRestored`: the others are on again. */
  untold: (count: number, isRestored: boolean, locale: string) => {
    const why = `9Proxy did not report whether ${count === 1 ? 'it was' : 'they were'} on before.`;
    return isRestored
      ? `${subAccounts(count, locale)} ${count === 1 ? 'stays' : 'stay'} disabled: ${why} Enable ${count === 1 ? 'it' : 'them'} in the list if you need to.`
      : `Restoring leaves ${subAccounts(count, locale)} disabled: ${why}`;
  },
  stillOn:
    '9Proxy says so, though each was disabled several times or could not be. Find out what switches them on, then continue stopping.',
  goOn: 'Continue stopping',
  goOnRestoring: 'Continue restoring',
  restore: (count: number, locale: string) => `Restore ${subAccounts(count, locale)}…`,
  restoreTitle: (count: number, locale: string) => `Restore ${subAccounts(count, locale)}?`,
  restoreLine: 'Enables exactly those that the emergency stop disabled. They work again immediately.',
  restoreConfirm: (count: number, locale: string) => `Restore ${subAccounts(count, locale)}`,
  restoreCancel: 'Not yet',
};
