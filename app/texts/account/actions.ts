// What each action is called, what exactly it will do, and what is said when it was done. Words and Intl only: what an action needs
// and changes is in app/model/actions/actions.ts.
import type { ActionId, ActionInput } from '../../model/actions/actions';
import type { Problem } from '../../model/problem';
import { formatBytes, formatCount, formatMoment } from '../format';
import { fieldText } from './forms';
import type { ProblemText } from '../problems/problem-text';
import { problemText } from '../problems/problems';
import { renewalTexts } from '../renewal';

type Cells = Readonly<Record<string, string | number | boolean | null>>;

/** What an action is about: its input, the rows it is done to, and what is known around it. */
export interface ActionAbout<Input = Readonly<Record<string, unknown>>> {
  input: Input;
  rows: readonly { name: string; cells: Cells }[];
  /** The chosen traffic package's name, if one was chosen and is known. */
  packageName: string | null;
  locale: string;
}

export interface ActionText<Input = Readonly<Record<string, unknown>>> {
  /** In a menu or a toolbar. "…" where more is asked. */
  label: string;
  /** The dialog's title. */
  title: (about: ActionAbout<Input>) => string;
  /** What it will do, a sentence each; for the second step. */
  means: (about: ActionAbout<Input>) => readonly string[];
  /** The last button: the action itself. */
  button: (about: ActionAbout<Input>) => string;
  running: string;
  /** `count`: for how many it worked, if that was told. */
  done: (about: ActionAbout<Input>, count: number | null) => string;
}

const nameOf = ({ rows }: ActionAbout<unknown>) => rows[0]?.name ?? '';
const number = (count: number, { locale }: ActionAbout<unknown>) => formatCount(count, locale);

function counted(count: number, one: string, many: string, about: ActionAbout<unknown>): string {
  return `${number(count, about)} ${count === 1 ? one : many}`;
}
const ips = (count: number, about: ActionAbout<unknown>) => counted(count, 'IP', 'IPs', about);
const codes = (count: number, about: ActionAbout<unknown>) => counted(count, 'code', 'codes', about);
const bytes = (amount: number, { locale }: ActionAbout<unknown>) => formatBytes(amount, locale);

/** "A", "A and B", "A, B and C". */
function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** "1,200 IPs and 5 GB": what rows hold or give; empty when they hold nothing, or nothing is told. */
function held(about: ActionAbout<unknown>): string {
  const sum = (column: string) =>
    about.rows.reduce((total, { cells }) => total + (typeof cells[column] === 'number' ? cells[column] : 0), 0);
  const [itsIps, itsTraffic] = [sum('ips'), sum('traffic')];
  return listed([...(itsIps > 0 ? [ips(itsIps, about)] : []), ...(itsTraffic > 0 ? [bytes(itsTraffic, about)] : [])]);
}

type Created = ActionAbout<ActionInput<'createSubAccount'>>;

function handedOver(about: Created): string {
  const { ips: count = 0, traffic = 0 } = about.input;
  return listed([...(count > 0 ? [ips(count, about)] : []), ...(traffic > 0 ? [bytes(traffic, about)] : [])]);
}

/** Automatic top-up spends later, without asking. */
const topUpOf = (below: string, by: string) =>
  `Whenever it has ${below}, 9Proxy moves ${by} from your balance to it, without asking again.`;

function createdMeans(about: Created): readonly string[] {
  const { input, packageName, locale } = about;
  const over = handedOver(about);
  const from = (input.traffic ?? 0) > 0 && packageName !== null ? ` The traffic is taken from ${packageName}.` : '';
  const topUps = [
    ...(input.topUpIps
      ? [topUpOf(`fewer than ${ips(input.topUpIpsBelow ?? 0, about)}`, ips(input.topUpIpsBy ?? 0, about))]
      : []),
    ...(input.topUpTraffic
      ? [topUpOf(`less than ${bytes(input.topUpTrafficBelow ?? 0, about)}`, bytes(input.topUpTrafficBy ?? 0, about))]
      : []),
  ];
  return [
    over === ''
      ? 'This creates a sub-account. Nothing is taken from your balance now.'
      : `This creates a sub-account and moves ${over} from your balance to it.${from}`,
    ...topUps,
    ...(input.disableAt === undefined
      ? []
      : [`It is disabled automatically at ${formatMoment(input.disableAt, locale)}.`]),
  ];
}

/** What moves when a sub-account is given more or less. What it had is in its row. */
function editedMeans(about: ActionAbout<Partial<ActionInput<'editSubAccount'>>>): readonly string[] {
  const { input, rows, packageName } = about;
  const cells = rows[0]?.cells ?? {};
  const moves = (wanted: number | undefined, had: Cells[string] | undefined, say: typeof ips) => {
    if (wanted === undefined) return [];
    if (typeof had !== 'number') return [`${nameOf(about)} will hold ${say(wanted, about)}.`];
    const more = wanted - had;
    return more > 0
      ? [`${say(more, about)} move from your balance to ${nameOf(about)}.`]
      : [`${say(-more, about)} go back from ${nameOf(about)} to your balance.`];
  };
  return [
    ...moves(input.ips, cells['ips'], ips),
    ...moves(input.traffic, cells['traffic'], bytes),
    ...(packageName === null ? [] : [`The traffic is taken from ${packageName}.`]),
    'Unconfirmed: 9Proxy’s API may not support this. NineTray checks the sub-account afterwards and tells you if nothing changed.',
  ];
}

/** Deleting something that holds nothing. */
const deleting = (
  label: string,
  kind: string,
  means: string,
): Pick<ActionText<object>, 'label' | 'title' | 'means' | 'button' | 'running' | 'done'> => ({
  label,
  title: (about) => `Delete ${nameOf(about)}?`,
  means: () => [means, `A deleted ${kind} can’t be restored.`],
  button: (about) => `Delete ${nameOf(about)}`,
  running: 'Deleting…',
  done: (about) => `${nameOf(about)} was deleted.`,
});

/** What is neither spent nor final: one step, one sentence. */
const plain = (
  label: string,
  title: (about: ActionAbout<unknown>) => string,
  button: string,
  running: string,
  done: (about: ActionAbout<unknown>, count: number | null) => string,
): ActionText<object> => ({ label, title, means: () => [], button: () => button, running, done });

const edit = (what: string) =>
  plain(
    'Edit…',
    (about) => `Edit ${nameOf(about) || what}`,
    'Save',
    'Saving…',
    (about) => `${nameOf(about) || what} was changed.`,
  );
const enable = plain(
  'Enable',
  (about) => `Enable ${nameOf(about)}`,
  'Enable',
  'Enabling…',
  (about) => `${nameOf(about)} is enabled.`,
);
const disable = plain(
  'Disable',
  (about) => `Disable ${nameOf(about)}`,
  'Disable',
  'Disabling…',
  (about) => `${nameOf(about)} is disabled.`,
);

const texts: { readonly [A in ActionId]: ActionText<ActionInput<A>> } = {
  createSubAccount: {
    label: 'New sub-account…',
    title: () => 'New sub-account',
    means: createdMeans,
    button: (about) => {
      const over = handedOver(about);
      return over === '' ? 'Create the sub-account' : `Create it with ${over}`;
    },
    running: 'Creating the sub-account…',
    done: () => 'Sub-account created',
  },
  editSubAccount: { ...edit('the sub-account'), means: editedMeans },
  deleteSubAccount: {
    ...deleting('Delete…', 'sub-account', 'It stops working at once, everywhere it is used.'),
    means: (about) => {
      const holds = held(about);
      return [
        'It stops working at once, everywhere it is used. A deleted sub-account can’t be restored.',
        holds === '' ? 'It holds no IPs and no traffic.' : `It still holds ${holds}, which go back to your account.`,
      ];
    },
  },
  createSubUser: plain(
    'New sub-user…',
    () => 'New sub-user',
    'Create',
    'Creating the sub-user…',
    () => 'The sub-user was created.',
  ),
  editSubUser: edit('the sub-user'),
  enableSubUser: enable,
  disableSubUser: disable,
  deleteSubUser: deleting(
    'Delete…',
    'sub-user',
    'Whatever signs in with this name and password stops working at once.',
  ),
  createWhitelistEntry: plain(
    'Add address…',
    () => 'Add an address',
    'Add',
    'Adding the address…',
    () => 'The address was added.',
  ),
  editWhitelistEntry: edit('the address'),
  enableWhitelistEntry: enable,
  disableWhitelistEntry: disable,
  deleteWhitelistEntry: deleting('Delete…', 'entry', 'Connections from this address are no longer allowed.'),
  createConnection: plain(
    'New connections…',
    () => 'New connections',
    'Create',
    'Creating the connections…',
    () => 'The connections were created.',
  ),
  editConnection: {
    ...edit('the connection'),
    title: (about) => `Edit ${nameOf(about)}`,
    done: (about) => `${nameOf(about)} was changed.`,
  },
  deleteConnections: {
    label: 'Delete…',
    title: (about) =>
      about.rows.length === 1
        ? `Delete ${nameOf(about)}?`
        : `Delete ${counted(about.rows.length, 'connection', 'connections', about)}?`,
    means: () => ['Whatever uses these ports stops working at once. A deleted connection can’t be restored.'],
    button: (about) => `Delete ${counted(about.rows.length, 'connection', 'connections', about)}`,
    running: 'Deleting…',
    done: (about, count) =>
      `${counted(count ?? about.rows.length, 'connection was', 'connections were', about)} deleted.`,
  },
  makeIpCodes: {
    label: 'New IP codes…',
    title: () => 'New IP codes',
    means: (about) => {
      const { input } = about;
      const each = input.codes === 1 ? '' : ` of ${ips(input.ips, about)} each`;
      return [
        `This creates ${codes(input.codes, about)}${each}. ${ips(input.ips * input.codes, about)} leave your balance now.`,
        input.forwardTo === undefined
          ? 'Whoever has a code can redeem it. Until then you can revoke it, and its IPs come back.'
          : `Only ${input.forwardTo} can redeem them. Until then you can revoke them, and their IPs come back.`,
      ];
    },
    button: (about) =>
      `Create ${codes(about.input.codes, about)} for ${ips(about.input.ips * about.input.codes, about)}`,
    running: 'Creating the codes…',
    done: (about, count) => madeCodes(about, count ?? about.input.codes),
  },
  makeTrafficCodes: {
    label: 'New traffic codes…',
    title: () => 'New traffic codes',
    means: (about) => {
      const { input, packageName } = about;
      const each = input.codes === 1 ? '' : ` of ${bytes(input.traffic, about)} each`;
      const total = bytes(input.traffic * input.codes, about);
      return [
        `This creates ${codes(input.codes, about)}${each}. ${total} leave ${packageName ?? 'your traffic'} now.`,
        'Whoever has a code can redeem it. Until then you can revoke it, and its traffic comes back.',
      ];
    },
    button: (about) =>
      `Create ${codes(about.input.codes, about)} for ${bytes(about.input.traffic * about.input.codes, about)}`,
    running: 'Creating the codes…',
    done: (about, count) => madeCodes(about, count ?? about.input.codes),
  },
  redeemCodes: {
    label: 'Redeem codes…',
    title: () => 'Redeem codes',
    means: (about) => [
      `This redeems ${codes(about.input.codes.length, about)} for this account and uses ${about.input.codes.length === 1 ? 'it' : 'them'} up.`,
      'You see what they hold only afterwards. A redeemed code can’t be returned.',
    ],
    button: (about) => `Redeem ${codes(about.input.codes.length, about)}`,
    running: 'Redeeming…',
    done: (about, count) => {
      const given = about.input.codes.length;
      if (count === null || count === given) return `${counted(given, 'code was', 'codes were', about)} redeemed.`;
      return `${number(count, about)} of ${codes(given, about)} were redeemed. 9Proxy rejected the others.`;
    },
  },
  revokeCodes: {
    label: 'Revoke…',
    title: (about) => (about.rows.length === 1 ? 'Revoke this code?' : `Revoke ${codes(about.rows.length, about)}?`),
    means: (about) => {
      const back = held(about);
      const isOne = about.rows.length === 1;
      return [
        `${isOne ? 'The code' : 'The codes'} can no longer be redeemed. This can’t be undone.`,
        ...(back === '' ? [] : [`${back} come back to your account.`]),
      ];
    },
    button: (about) => `Revoke ${codes(about.rows.length, about)}`,
    running: 'Revoking…',
    done: (about, count) => `${counted(count ?? about.rows.length, 'code was', 'codes were', about)} revoked.`,
  },
  setAutoRenew: {
    label: 'Auto renew…',
    // While its form asks, there is no answer yet.
    title: ({ input: { on } }: { input: { on?: boolean } }) =>
      on === undefined ? 'Auto renew' : on ? 'Turn auto renew on?' : 'Turn auto renew off?',
    means: ({ input }) => [
      renewalTexts.unconfirmed,
      input.on ? 'Once it is on, 9Proxy does this without asking again.' : 'Turning it off spends nothing.',
    ],
    button: (about) => (about.input.on ? 'Turn auto renew on' : 'Turn auto renew off'),
    running: 'Switching auto renew…',
    done: (about) => (about.input.on ? 'Auto renew is on.' : 'Auto renew is off.'),
  },
};

function madeCodes(about: ActionAbout<unknown>, count: number): string {
  return `${counted(count, 'code', 'codes', about)} created.`;
}

/** An action's words, in the one type that all of them have. */
export function actionText(action: ActionId): ActionText {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each action's words take the input that its own form makes
  return texts[action] as unknown as ActionText;
}

export const actionTexts = {
  next: 'Review',
  cancel: 'Cancel',
  back: 'Back',
  close: 'Close',
  tryAgain: 'Try again',
  nothingChanged: 'Nothing was changed.',
  preparing: 'Checking…',
  stays: 'This stays open until 9Proxy answers.',
  balanceAfter: 'Your balance',
  before: 'Now',
  after: 'Afterwards',
  notKnown: 'unknown',
  asOf: (age: string) => `These figures were updated ${age}.`,
  asOfUnknown: 'It is unknown how old these figures are.',
  tooMuch: 'This is more than your balance, as far as NineTray knows. 9Proxy will probably reject it.',
  unknownTitle: 'We couldn’t confirm this',
  unknownLine: 'NineTray sent the request, but 9Proxy didn’t answer.',
  unknownNext: 'Check the list before you try again: doing it twice may cost twice.',
  unknownLook: 'Close and refresh',
  madeLine: 'Copy them now, or later from the list. Anyone who has a code can redeem it.',
  madeNone: 'The codes are in the list. 9Proxy’s answer didn’t include them.',
  createdLine: 'Copy the password now. 9Proxy won’t show it again.',
  createdNameless: 'Copy the password now. 9Proxy won’t show it again. The username is in the list.',
  createdUsername: 'Username',
  createdPassword: 'Password',
  copyBoth: 'Copy both',
  copyPassword: 'Copy password',
  copiedPlain: 'Copied.',
  finish: 'Done',
  code: (index: number, locale: string) => `Code ${formatCount(index, locale)}`,
  hidden: 'hidden',
  show: (name: string) => `Show ${name}`,
  hide: (name: string) => `Hide ${name}`,
  copy: (name: string) => `Copy ${name}`,
  copyAll: (count: number, locale: string) =>
    count === 1 ? 'Copy the code' : `Copy all ${formatCount(count, locale)} codes`,
  copied: 'Copied. NineTray clears the clipboard in a minute, unless you copy something else.',
  more: 'More actions',
};

/** What is said of fields that 9Proxy accepted and did not take. `sent`: the names it was sent, as far as it has not published them. */
export function notTakenText(
  action: ActionId,
  fields: readonly string[],
  sent: readonly string[],
  locale: string,
): { title: string; detail: string } {
  const list = new Intl.ListFormat(locale);
  const title = `9Proxy didn’t take: ${list.format(fields.map((field) => fieldText(action, field).label))}`;
  const read = readBack(action, fields.length === 1);
  if (sent.length === 0) return { title, detail: `${read} Make the change in the 9Proxy dashboard.` };
  const named =
    sent.length === 1
      ? `NineTray sends ${list.format(sent)}, a name that 9Proxy has not published. If you know the real name, add it to settings.json under “fields”.`
      : `NineTray sends ${list.format(sent)}, names that 9Proxy has not published. If you know the real names, add them to settings.json under “fields”.`;
  return { title, detail: `${read} ${named} Or make the change in the 9Proxy dashboard.` };
}

/** How it was found that fields were not taken; `isOne`: just one. */
function readBack(action: ActionId, isOne: boolean): string {
  if (action === 'createSubAccount')
    return isOne
      ? 'The sub-account was created. NineTray read it afterwards, and this is not as you set it.'
      : 'The sub-account was created. NineTray read it afterwards, and these are not as you set them.';
  return isOne
    ? 'NineTray read it again afterwards, and it has the same value as before.'
    : 'NineTray read them again afterwards, and they have the same values as before.';
}

/** The columns that name what a balance is of. */
export const balanceNames = { ips: 'IPs', traffic: 'Traffic', wallet: 'Wallet' } as const;

export const rowName = {
  code: 'this code',
  codes: 'these codes',
  ports: (ports: string) => `ports ${ports}`,
};

/** Why something was not done. Unlike reads of figures, actions are never tried again automatically. Arguments as in `problemText`. */
export function actionProblemText(problem: Problem, locale: string, now: number, hidden = false): ProblemText {
  const text = problemText(problem, locale, now, hidden);
  const again = 'Nothing was changed. You can try again.';
  switch (problem.kind) {
    case 'rejected':
      return { ...text, next: 'Nothing was changed. Correct it, then try again.' };
    case 'not-offered':
      return {
        title: 'Not offered for this account',
        cause: '9Proxy doesn’t let this account do this through its API.',
        next: 'Nothing was changed. Do it in the 9Proxy dashboard.',
      };
    case 'rate-limited':
      return { ...text, next: 'Nothing was changed. Wait a few minutes, then try again.' };
    case 'server-trouble':
      return { ...text, next: 'Check the list before you try again.' };
    case 'timed-out':
    case 'unreachable':
      return {
        ...text,
        next:
          problem.kind === 'unreachable' && problem.why === 'offline'
            ? 'Nothing was changed. Connect to a network, then try again.'
            : again,
      };
    case 'left-alone':
      if (problem.why !== 'gone' && problem.why !== 'changed-since') return text;
      return problem.why === 'gone'
        ? {
            title: 'No longer there',
            cause: 'NineTray checked before the change, and 9Proxy’s list no longer has it.',
            next: 'Nothing was changed. Refresh the list.',
          }
        : {
            title: 'Changed at 9Proxy meanwhile',
            cause: 'What you edited has a different value there than when you opened this form.',
            next: 'Nothing was sent. Close this, refresh the list, and edit it again.',
          };
    case 'not-now':
      return {
        title: 'You reviewed this too long ago',
        cause: 'The figures may have changed since, so it was not sent.',
        next: 'Nothing was changed. Review it again.',
      };
    case 'bad-input':
      return {
        title: 'A value isn’t valid',
        cause: problem.field === 'rows' ? 'The row is no longer in the list.' : 'One of the values isn’t accepted.',
        next: problem.field === 'rows' ? 'Refresh the list, then choose again.' : 'Correct it, then try again.',
      };
    default:
      return text;
  }
}
