// What each action is called, what exactly it will do, and what is shown when it is done. Words and Intl only: what an
// action needs and changes is in app/model/actions/actions.ts.
import type { ActionId, ActionInput } from '../../model/actions/actions';
import type { Problem } from '../../model/problem';
import english from '../en/actions.json';
import { formatBytes, formatList, formatMoment } from '../format';
import type { ProblemText } from '../problems/problem-text';
import { problemText } from '../problems/problems';
import { renewalTexts } from '../renewal';
import { texts } from '../texts';
import { fieldText } from './forms';
import { sentences } from '../sentence';

export const actionTexts = texts('actions', english);

type Cells = Readonly<Record<string, string | number | boolean | null>>;

/** What an action is about: its input, the rows it is done to, and what is known around it. */
export interface ActionAbout<Input = Readonly<Record<string, unknown>>> {
  /** Without fields as long as the form is not sent. */
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
  /** `count`: for how many it worked, if that is known. */
  done: (about: ActionAbout<Input>, count: number | null) => string;
}

/** What an action's title, button and outcome may name. */
interface Values {
  name: string;
  /** Rows, or codes. */
  count: number;
  on: boolean;
  /** What it takes: "2,000 IPs". */
  total: string;
}

type Message = string | ((values: Values) => string);

const messages: Readonly<Record<'titles' | 'buttons' | 'done', Readonly<Record<ActionId, Message>>>> = actionTexts;

const ips = (count: number) => actionTexts.ips({ count });

/** "1,200 IPs and 5 GB"; empty where there is nothing. */
function amountOf(holds: { ips: number; traffic: number }, locale: string): string {
  return formatList(
    [...(holds.ips > 0 ? [ips(holds.ips)] : []), ...(holds.traffic > 0 ? [formatBytes(holds.traffic, locale)] : [])],
    locale,
  );
}

/** What rows hold or give; empty when they hold nothing, or that is not known. */
function held({ rows, locale }: ActionAbout<unknown>): string {
  const sum = (column: string) =>
    rows.reduce((total, { cells }) => total + (typeof cells[column] === 'number' ? cells[column] : 0), 0);
  return amountOf({ ips: sum('ips'), traffic: sum('traffic') }, locale);
}

type Created = ActionAbout<Partial<ActionInput<'createSubAccount'>>>;

function handedOver({ input: { ips: count = 0, traffic = 0 }, locale }: Created): string {
  return amountOf({ ips: count, traffic }, locale);
}

function createdMeans(about: Created): readonly string[] {
  const { input, packageName, locale } = about;
  const { means } = actionTexts;
  const amount = handedOver(about);
  const bytes = (value = 0) => formatBytes(value, locale);
  const isFromPackage = (input.traffic ?? 0) > 0 && packageName !== null;
  return [
    amount === '' ? means.create : means.createWith({ amount }),
    ...(isFromPackage ? [means.takenFrom({ package: packageName })] : []),
    ...(input.topUpIps
      ? [means.topUpIps({ below: ips(input.topUpIpsBelow ?? 0), by: ips(input.topUpIpsBy ?? 0) })]
      : []),
    ...(input.topUpTraffic
      ? [means.topUpTraffic({ below: bytes(input.topUpTrafficBelow), by: bytes(input.topUpTrafficBy) })]
      : []),
    ...(input.disableAt === undefined ? [] : [means.disableAt({ moment: formatMoment(input.disableAt, locale) })]),
  ];
}

/** How much more or less a sub-account gets; null: nothing moves. */
function moved(
  wanted: number | undefined,
  had: Cells[string] | undefined,
): { way: 'more' | 'less' | 'unknown'; value: number } | null {
  if (wanted === undefined || wanted === had) return null;
  if (typeof had !== 'number') return { way: 'unknown', value: wanted };
  return wanted > had ? { way: 'more', value: wanted - had } : { way: 'less', value: had - wanted };
}

/** What moves when a sub-account is given more or less. What it had is in its row. */
function editedMeans({
  input,
  rows,
  packageName,
  locale,
}: ActionAbout<Partial<ActionInput<'editSubAccount'>>>): readonly string[] {
  const { means } = actionTexts;
  const { name = '', cells = {} } = rows[0] ?? {};
  const [ipsMoved, trafficMoved] = [moved(input.ips, cells['ips']), moved(input.traffic, cells['traffic'])];
  const ipMessages = { more: means.moreIps, less: means.fewerIps, unknown: means.ipsWillBe };
  const trafficMessages = { more: means.moreTraffic, less: means.lessTraffic, unknown: means.trafficWillBe };
  return [
    ...(ipsMoved === null ? [] : [ipMessages[ipsMoved.way]({ count: ipsMoved.value, name })]),
    ...(trafficMoved === null
      ? []
      : [trafficMessages[trafficMoved.way]({ amount: formatBytes(trafficMoved.value, locale), name })]),
    ...(packageName === null ? [] : [means.takenFrom({ package: packageName })]),
    means.editUnconfirmed,
  ];
}

/** What an action says beyond one message for each of its steps. */
interface Special<Input> extends Partial<Pick<ActionText<Partial<Input>>, 'title' | 'button' | 'done' | 'means'>> {
  values?: (about: ActionAbout<Partial<Input>>) => Partial<Values>;
}

const specials: { readonly [A in ActionId]?: Special<ActionInput<A>> } = {
  createSubAccount: {
    means: createdMeans,
    button: (about) => {
      const amount = handedOver(about);
      return amount === '' ? actionTexts.buttons.createSubAccount : actionTexts.createWith({ amount });
    },
  },
  editSubAccount: { means: editedMeans },
  deleteSubAccount: {
    means: (about) => {
      const { means } = actionTexts;
      const amount = held(about);
      return [means.deleteSubAccount, amount === '' ? means.holdsNothing : means.holds({ amount })];
    },
  },
  deleteSubUser: { means: () => [actionTexts.means.deleteSubUser] },
  deleteWhitelistEntry: { means: () => [actionTexts.means.deleteWhitelistEntry] },
  deleteConnections: { means: () => [actionTexts.means.deleteConnections] },
  makeIpCodes: {
    values: ({ input }) => ({ count: input.codes ?? 0, total: ips((input.ips ?? 0) * (input.codes ?? 0)) }),
    means: ({ input: { ips: each = 0, codes: count = 0, forwardTo: account } }) => {
      const { means } = actionTexts;
      return [
        means.makeIpCodes({ count, each: ips(each), total: ips(each * count) }),
        account === undefined ? means.ipCodesForAnyone : means.ipCodesFor({ account }),
      ];
    },
  },
  makeTrafficCodes: {
    values: ({ input, locale }) => ({
      count: input.codes ?? 0,
      total: formatBytes((input.traffic ?? 0) * (input.codes ?? 0), locale),
    }),
    means: ({ input: { traffic = 0, codes: count = 0 }, packageName, locale }) => {
      const { means } = actionTexts;
      const amounts = { count, each: formatBytes(traffic, locale), total: formatBytes(traffic * count, locale) };
      return [
        packageName === null
          ? means.makeTrafficCodesUnnamed(amounts)
          : means.makeTrafficCodes({ ...amounts, package: packageName }),
        means.trafficCodes,
      ];
    },
  },
  redeemCodes: {
    values: ({ input }) => ({ count: input.codes?.length ?? 0 }),
    means: ({ input }) => {
      const count = input.codes?.length ?? 0;
      return [actionTexts.means.redeemCodes({ count }), actionTexts.means.redeemedUnseen({ count })];
    },
    done: ({ input }, redeemed) => {
      const count = input.codes?.length ?? 0;
      return redeemed === null || redeemed === count
        ? actionTexts.done.redeemCodes({ count })
        : actionTexts.redeemedSome({ count, redeemed });
    },
  },
  revokeCodes: {
    means: (about) => {
      const { means } = actionTexts;
      const amount = held(about);
      return [means.revokeCodes({ count: about.rows.length }), ...(amount === '' ? [] : [means.comeBack({ amount })])];
    },
  },
  setAutoRenew: {
    values: ({ input }) => ({ on: input.on === true }),
    // While its form asks, there is no answer yet.
    title: ({ input: { on } }) => (on === undefined ? actionTexts.autoRenew : actionTexts.titles.setAutoRenew({ on })),
    means: ({ input }) => [renewalTexts.unconfirmed, actionTexts.means.autoRenew({ on: input.on === true })],
  },
};

/** An action's words, in the one type that all of them have, in the language of this moment. */
export function actionText(action: ActionId): ActionText {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each action's words take the input that its own form makes
  const { values, ...special } = (specials[action] ?? {}) as Special<Readonly<Record<string, unknown>>>;
  const write = (message: Message, about: ActionAbout, count: number | null = null) => {
    if (typeof message === 'string') return message;
    const named = { name: about.rows[0]?.name ?? '', count: about.rows.length, on: false, total: '' };
    return message({ ...named, ...values?.(about), ...(count === null ? {} : { count }) });
  };
  return {
    label: actionTexts.labels[action],
    running: actionTexts.running[action],
    title: (about) => write(messages.titles[action], about),
    means: () => [],
    button: (about) => write(messages.buttons[action], about),
    done: (about, count) => write(messages.done[action], about, count),
    ...special,
  };
}

/** The message about fields that 9Proxy accepted and did not change. `sent`: the names it was sent, as far as it has not published them. */
export function notTakenText(
  action: ActionId,
  fields: readonly string[],
  sent: readonly string[],
  locale: string,
): { title: string; detail: string } {
  const { notTaken } = actionTexts;
  const labels = fields.map((field) => fieldText(action, field).label);
  const read = action === 'createSubAccount' ? notTaken.created : notTaken.edited;
  const next =
    sent.length === 0 ? notTaken.inDashboard : notTaken.names({ count: sent.length, names: formatList(sent, locale) });
  return {
    title: notTaken.title({ fields: formatList(labels, locale) }),
    detail: sentences(read({ count: fields.length }), next),
  };
}

/** Why something was not done. Unlike reads of figures, actions are never tried again automatically. Arguments as in `problemText`. */
export function actionProblemText(problem: Problem, locale: string, now: number, hidden = false): ProblemText {
  const text = problemText(problem, locale, now, hidden);
  const { problems } = actionTexts;
  switch (problem.kind) {
    case 'rejected':
      return { ...text, next: problems.correct };
    case 'not-offered':
      return problems.notOffered;
    case 'rate-limited':
      return { ...text, next: problems.wait };
    case 'server-trouble':
      return { ...text, next: problems.checkList };
    case 'timed-out':
      return { ...text, next: problems.tryAgain };
    case 'unreachable':
      return { ...text, next: problem.why === 'offline' ? problems.connect : problems.tryAgain };
    case 'left-alone':
      if (problem.why === 'gone') return problems.gone;
      return problem.why === 'changed-since' ? problems.changedSince : text;
    case 'not-now':
      return problems.tooLate;
    case 'bad-input':
      return problem.field === 'rows' ? problems.invalidRow : problems.invalidValue;
    default:
      return text;
  }
}
