// What NineTray says in a terminal.
// It must not: print anything, or say a key.
import type { AppState, Figure } from '../account/state';
import { figureNames } from './figures';
import { formatAge, formatBytes, formatCount, formatMoney } from './format';
import { noticeText } from './notice';
import { problemText } from './problems';
import { isNoneYet, noneYet } from './renewal';

export const cliTexts = {
  help: `NineTray, an unofficial tray application for 9Proxy accounts

  (nothing)          the tray application; a second start shows its window
  --demo             the same with a made-up account on this computer
                     (--demo=3, --demo=250, --demo=50000: that many sub-accounts)
  --status           print the figures with their ages, and end
  --status --json    the same as JSON
    --below WHAT     with --status: ends with 6 when less is left than named,
                     such as --below ips=500,wallet=10,traffic=5GB (units: GB, MB, B)
  --set-key          read a key from standard input, check it, keep it
    --storage=HOW    protected (default), session (a running NineTray keeps it until it quits)
                     or unprotected (written to disk with no real protection)
  --user-data-dir=D  keep everything in folder D
  --version, --help

Exit codes of --status: 0 well, 1 not understood or no answer, 2 no key here, 3 key refused, 4 unreachable,
5 stale or partly failed, 6 below what --below names (only from figures that were just read).
`,
  wrongArgument: (argument: string | null) =>
    argument === null
      ? 'NineTray takes no words of its own on the command line, and never a key. Try --help.'
      : `NineTray does not understand "${argument}". Try --help.`,
  noAnswer: 'NineTray is running, but did not answer within 20 seconds. Look at its window, or quit it and try again.',
  otherAddress: (meant: string, running: string) =>
    `The key was not sent anywhere: it is for ${meant || 'no usable address'}, but NineTray uses ${running || 'no usable address'}. Check NINETRAY_API_URL and the address in the settings, or quit NineTray and try again.`,
  noInput: 'No key came on standard input. Try: npm start -- --set-key < file-with-the-key',
  keyKept: (fingerprint: string, whose: string) => `Key ${fingerprint} of ${whose} is kept.`,
  keyReceived:
    'The new key is kept. NineTray goes on with the rotation: it shows whether the key is good in the wizard.',
  sessionNeedsRunning: 'A key for this session only needs a running NineTray to keep it. Start NineTray first.',
  cannotProtect:
    'The key was not kept: this system has no keyring that could protect it. Use --storage=unprotected to write it to disk without protection, or start NineTray and keep it for the session.',
  below: { ips: 'IP balance', traffic: 'traffic', wallet: 'wallet' },
  nobody: 'an account that gave no name',
} as const;

/** The figures as lines: a figure each with its age and its problem, then the notice. Ends with a line break. */
export function statusText(state: AppState, now: number, locale: string): string {
  const value: [string, Figure<unknown>, string | null][] = [
    [figureNames.ips, state.ips, of(state.ips, ({ total }) => formatCount(total, locale))],
    [figureNames.traffic, state.traffic, of(state.traffic, ({ total }) => formatBytes(total, locale))],
    [figureNames.wallet, state.wallet, of(state.wallet, ({ amount }) => formatMoney(amount, locale))],
    [figureNames.autoRenew, state.autoRenew, of(state.autoRenew, renewalText)],
    [
      figureNames.subAccounts,
      state.subAccounts.count,
      of(state.subAccounts.count, (count) => formatCount(count, locale)),
    ],
  ];
  const width = Math.max(...value.map(([name]) => name.length));
  const lines = value.map(([name, figure, text]) => {
    const age = figure.asOf === null ? '' : `, ${formatAge(figure.asOf, now, locale)}`;
    const problem = figure.problem === undefined ? '' : ` (${problemText(figure.problem, locale, now).title})`;
    return `${name.padEnd(width)}  ${text ?? 'not known'}${age}${problem}`;
  });
  const notice = noticeText(state.notice, now, locale);
  const detail = notice.detail === null ? '' : ` ${notice.detail}`;
  return `${lines.join('\n')}\n\n${notice.text}.${detail}\n`;
}

function renewalText(renew: NonNullable<AppState['autoRenew']['value']>): string | null {
  if (isNoneYet(renew)) return noneYet.toLowerCase();
  return renew.on === null ? null : renew.on ? 'on' : 'off';
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
      ? 'Nothing is below what was named'
      : `Below what was named: ${names.map((name) => cliTexts.below[name]).join(', ')}`;
  if (!isUnsure) return `${found}.`;
  return names.length === 0 ? 'A figure that was named could not be read.' : `${found}. Another could not be read.`;
}

function of<T>(figure: Figure<T>, say: (value: T) => string | null): string | null {
  return figure.value === null ? null : say(figure.value);
}
