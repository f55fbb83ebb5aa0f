// What the user reads where NineTray did not do what was asked of it.
// Words only; must not decide whether there is a problem.
import { byReason, type ProblemTexts, type ReasonTexts } from './problem-text';

const leftAloneTitle = 'Left as it is';
const leftAlone: ReasonTexts<'left-alone'> = {
  'changed-since': {
    title: leftAloneTitle,
    cause: 'Someone changed this sub-account after NineTray did.',
    next: 'Look at it in the list, and change it there if you want to.',
  },
  gone: {
    title: leftAloneTitle,
    cause: '9Proxy no longer has this sub-account.',
    next: 'Nothing to do: it was deleted after the list was read.',
  },
  'on-again': {
    title: 'On again',
    cause: '9Proxy lists this sub-account as on, though it was disabled several times.',
    next: 'Find out who, or what, switches it on, and go on disabling then.',
  },
  'not-taken': {
    title: '9Proxy didn’t take all of it',
    cause: 'It accepted the request, but its list does not show the new automatic top-up.',
    next: 'Set it in the 9Proxy dashboard, or correct the field names in settings.json under “fields”.',
  },
  'not-known-before': {
    title: leftAloneTitle,
    cause: '9Proxy did not say how this sub-account was before, so there is nothing to put back.',
    next: 'Look at it in the list, and change it there if you want to.',
  },
};

/** One entry per kind. */
export const requestProblems = {
  'demo-failed': () => ({
    title: 'The demo did not start',
    cause: 'The simulated account could not be set up on this computer.',
    next: 'Try again. If it fails again, restart NineTray.',
  }),
  'local-app-absent': () => ({
    title: 'The 9Proxy application does not answer',
    cause: 'Nothing on this computer speaks its local API at the port that is set.',
    next: 'Start it, and look up its API port there. The port is set beside this list.',
  }),
  'bad-input': (problem) => ({
    title: 'This entry does not fit',
    cause: `The value for “${problem.field}” is not one that NineTray can use.`,
    next: 'Correct it and try again.',
  }),
  'not-allowed': () => ({
    title: 'Not allowed',
    cause: 'The request did not come from a window of NineTray.',
    next: 'Open NineTray from its icon and try again.',
  }),
  'not-now': () => ({
    title: 'Not at this moment',
    cause: 'What you asked for does not fit how things stand now; they may have changed since this was shown.',
    next: 'See how it stands and try again. While your key is being regenerated, the wizard shows what comes next.',
  }),
  'work-under-way': () => ({
    title: 'Other work is under way',
    cause: 'NineTray is working on many sub-accounts, or such work was interrupted and waits for you.',
    next: 'Let it end, cancel it, undo it or dismiss it. Then try again.',
  }),
  'saving-already': () => ({
    title: 'Another list is being saved',
    cause: 'NineTray saves one list at a time.',
    next: 'Let it end or stop it, then try again.',
  }),
  'filter-ignored': () => ({
    title: '9Proxy ignored this filter',
    cause: 'It returned rows that don’t match, so NineTray doesn’t show them.',
    next: 'Remove the filter to see all rows.',
  }),
  'left-alone': ({ why }) => byReason(leftAlone, why),
  cancelled: () => ({
    title: 'Stopped before it was done',
    cause: 'It was cancelled, and nothing was changed.',
    next: 'Start it again when you like.',
  }),
  internal: () => ({
    title: 'Something went wrong in NineTray',
    cause: 'This is a mistake of ours, not of yours.',
    next: 'Try again. If it happens again, restart NineTray and tell us.',
  }),
} satisfies Partial<ProblemTexts>;
