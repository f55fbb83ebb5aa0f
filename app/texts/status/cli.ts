// What NineTray says in a terminal.
// It must not: print anything, or say a key.
import type { AppState } from '../../model/state/app-state';
import type { Figure } from '../../model/figures/figure';
import type { ArgumentProblem } from '../../model/argument-problem';
import { figureNames, type FigureText, figureTexts } from '../figures';
import { amountsIn, formatAge } from '../format';
import { noticeText, severityNames } from './notice';
import { problemText } from '../problems/problems';
import { renewalTexts } from '../renewal';
import { asSentence } from './sentence';

export const cliTexts = {
  help: `NineTray, an unofficial tray application for 9Proxy accounts

  (no argument)      start the tray application; a second start shows its window
  --demo             the same with a made-up account on this computer
                     (--demo=3, --demo=250, --demo=50000: that many sub-accounts)
  --status           print the figures with their ages, and exit
    --json           with --status: as JSON
    --below LIMITS   with --status: exit with 6 when less is left,
                     for example --below ips=500,wallet=10,traffic=5GB (units: GB, MB, B)
    --demo           with --status: of a made-up account
  --set-key          read a key from standard input, check it, and store it
    --storage=HOW    protected (default), session (a running NineTray keeps it until it quits)
                     or unprotected (written to disk with no real protection)
  --user-data-dir=D  keep everything in folder D
  --version
  --help, -h

Exit codes
  0  success; with --status: everything was read just now
  1  not understood, nothing could be printed, or the running NineTray did not answer
  2  no key here, or it can't be read (the keyring is locked)
  3  9Proxy rejected the key
  4  9Proxy can't be reached or did not answer in time; --status prints the last known figures
  5  a figure is old or could not be read
  6  less is left than --below allows (only from figures read just now)
  7  the figures are the demo's, and --demo was not given
`,
  wrongArgument: ({ argument, meant, below }: ArgumentProblem) => {
    if (below !== undefined) {
      const value = below.value === '' ? 'The limit' : `'${below.value}'`;
      const example = below.name === 'traffic' ? 'traffic=5GB' : `${below.name}=500`;
      return `${value} is not a valid limit for ${below.name} in --below. Use for example ${example}.`;
    }
    if (argument === null) return 'Unexpected argument. A key is never taken from the command line. Try --help.';
    if (meant !== undefined) return `Unexpected argument '${argument}'. Did you mean ${meant}?`;
    if (argument === '--below')
      return '--below needs limits and belongs to --status. For example: --status --below ips=500,wallet=10,traffic=5GB';
    return `Unexpected argument '${argument}'. Try --help.`;
  },
  noAnswer: (pid: number, seconds: number) =>
    `NineTray is running (process ${pid}) but didn't answer within ${seconds} seconds. Check its window, or quit it and try again.`,
  otherAddress: (meant: string, running: string) =>
    `The key was not sent anywhere: it is for ${meant || 'no usable address'}, but NineTray uses ${running || 'no usable address'}. Check NINETRAY_API_URL and the address in the settings, or quit NineTray and try again.`,
  tooLong: (seconds: number) => `The command took longer than ${seconds} seconds and was stopped.`,
  failed: (kind: string) => `The command failed unexpectedly (${kind}).`,
  notPrinted: 'The output could not be written.',
  /** `program`: how NineTray was started, such as `ninetray`. */
  noInput: (program: string) => `No key came on standard input. Try: ${program} --set-key < file-with-the-key`,
  keyKept: (fingerprint: string, whose: string) => `Key ${fingerprint} of ${whose} is kept.`,
  keyReceived:
    'The new key is kept. NineTray goes on with the rotation: it shows whether the key is good in the wizard.',
  sessionNeedsRunning: 'A key for this session only needs a running NineTray to keep it. Start NineTray first.',
  cannotProtect:
    'The key was not kept: this system has no keyring that could protect it. Use --storage=unprotected to write it to disk without protection, or start NineTray and keep it for the session.',
  below: { ips: 'IP balance', traffic: 'traffic', wallet: 'wallet' },
  nobody: 'an account that gave no name',
} as const;

export const statusTexts = {
  demo: 'Demo: these figures are made up.',
  tooSlow: '9Proxy did not answer in time. These are the last known figures.',
  tooSlowAtFirst: '9Proxy did not answer in time, and no figures are known from before. Try again later.',
} as const;

/**
 * The figures as lines: each with its age and its problem, then how they stand. `isReadInTime`: the read is over; if not, it was given up.
 * Amounts are never hidden here. Ends with a line break.
 */
export function statusText(state: AppState, now: number, locale: string, isReadInTime: boolean): string {
  const { count } = state.subAccounts;
  const amounts = amountsIn(locale);
  const figures: { name: string; figure: Figure<unknown>; text: string | null }[] = [
    ...figureTexts(state, amounts).map((figure) => withSource(figure, state)),
    {
      name: figureNames.subAccounts,
      figure: count,
      text: count.value === null ? null : amounts.count(count.value),
    },
  ];
  const width = Math.max(...figures.map(({ name }) => name.length));
  const lines = figures.map(({ name, figure, text }) => {
    const age = figure.asOf === null ? '' : `, ${formatAge(figure.asOf, now, locale)}`;
    const problem = figure.problem === undefined ? '' : ` (${problemText(figure.problem, locale, now).title})`;
    return `${name.padEnd(width)}  ${text ?? 'not known'}${age}${problem}`;
  });
  return `${lines.join('\n')}\n\n${standing(state, now, locale, isReadInTime)}\n`;
}

/** Whether auto renew is on is unconfirmed, so the terminal says where that comes from. */
function withSource(figure: FigureText, { autoRenew }: AppState): FigureText {
  const isReported = figure.id === 'autoRenew' && typeof autoRenew.value?.on === 'boolean';
  return isReported ? { ...figure, text: `${figure.text} (${renewalTexts.asReported})` } : figure;
}

/** How the account stands: "Attention: IP balance is running low." */
function standing({ notice }: AppState, now: number, locale: string, isReadInTime: boolean): string {
  if (notice.says.id === 'nothing-read' && !isReadInTime) return statusTexts.tooSlowAtFirst;
  const { text, detail } = noticeText(notice, now, locale, false);
  const sentences = [text, ...(detail === null ? [] : [detail])].map(asSentence).join(' ');
  const said = notice.severity === 'fine' ? sentences : `${severityNames[notice.severity]}: ${sentences}`;
  return isReadInTime ? said : `${said}\n${statusTexts.tooSlow}`;
}

/** What came of `--below`, in a sentence. */
export function belowText({
  names,
  isUnsure,
}: {
  names: readonly (keyof typeof cliTexts.below)[];
  isUnsure: boolean;
}): string {
  const found =
    names.length === 0
      ? 'All above the limits'
      : `Below the limit: ${names.map((name) => cliTexts.below[name]).join(', ')}`;
  if (!isUnsure) return `${found}.`;
  return names.length === 0
    ? 'Not all of the figures with limits could be read.'
    : `${found}. Not all of the others could be read.`;
}
