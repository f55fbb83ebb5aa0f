// The figures for a terminal: as text, as JSON, and as an exit code for scripts. Pure.
import { type BalanceId, balanceIds } from '../model/figures/figure-id';
import { figureIds, freshNumber } from '../model/figures/figures';
import type { AppState, Notice } from '../model/state/app-state';
import type { Figure } from '../model/figures/figure';
import { noticeOf } from '../state/notice';
import { belowText, cliTexts, statusText } from '../texts/status/cli';
import { startupTexts } from '../texts/startup';
import { newerInTerminal } from '../texts/updates';
import type { Below } from './arguments';

/**
 * 0 all read, 2 no key here (or it cannot be read), 3 key rejected, 4 unreachable or no answer in time, 5 old or partly failed, 6 below
 * what `--below` names, 7 figures of the demo, which was not asked for. The README has the same list.
 */
export type ExitCode = 0 | 2 | 3 | 4 | 5 | 6 | 7;

/** What `--status` was asked for, and how the read went. */
export interface StatusRequest {
  below: Below | null;
  /** `--demo` was given: made-up figures are what the user wants. */
  isDemoWanted: boolean;
  /** The read was over before the command's time limit. */
  isReadInTime: boolean;
  /** A running application was asked: it reads again after this command. */
  stays: boolean;
}

const FIGURES = [...figureIds, 'account'] as const;

/** The notice once the command is over: what the application shows as being read was not read. */
function finalNotice(state: AppState, now: number): Notice {
  if (state.notice.says.id !== 'first-read') return state.notice;
  const notice = noticeOf({ ...state, refresh: { ...state.refresh, lastAt: now } }, now);
  return notice.says.id === 'first-read'
    ? { severity: 'attention', tone: 'warning', says: { id: 'nothing-read' }, action: 'retry' }
    : notice;
}

const leadsNowhere: ReadonlySet<string> = new Set(['setting-unusable', 'insecure-address']);

/** What the vendor does not offer is not a failure: it is named, and does not count. */
export function exitCode(state: AppState): ExitCode {
  // No request was sent: figures from before are no answer, and a missing key is not the reason.
  const { says } = state.notice;
  if (says.id === 'problem' && leadsNowhere.has(says.problem.kind)) return 4;
  if (state.key.status === 'refused') return 3;
  if (state.key.status !== 'present') return 2;
  const figures: Figure<unknown>[] = [...FIGURES.map((name) => state[name]), state.subAccounts.count];
  const counted = figures.filter(({ problem }) => problem?.kind !== 'not-offered');
  const away = new Set([
    'unreachable',
    'timed-out',
    'blocked-on-the-way',
    'redirect-loop',
    'redirected',
    'insecure-address',
  ]);
  // None of the requested figures could be read.
  if (counted.length === 0) return 5;
  if (counted.every(({ problem }) => problem !== undefined && away.has(problem.kind))) return 4;
  return counted.every(({ status }) => status === 'fresh') ? 0 : 5;
}

/** The balances that are below their limits; and whether one that has a limit was not just read. */
export function judgeBelow(state: AppState, below: Below): { names: BalanceId[]; isUnsure: boolean } {
  const named = balanceIds.filter((id) => below[id] !== undefined);
  const left = (id: BalanceId) => freshNumber(id, state[id]);
  return {
    names: named.filter((id) => (left(id) ?? Infinity) < (below[id] ?? 0)),
    isUnsure: named.some((id) => left(id) === null),
  };
}

/** The exit code: made-up figures and a read that did not end are never 0; neither is a figure that `--below` names and was not read. */
export function statusCode(state: AppState, { below, isDemoWanted, isReadInTime }: StatusRequest): ExitCode {
  if (state.source.kind === 'demo' && !isDemoWanted) return 7;
  const code = exitCode(state);
  if (!isReadInTime && code !== 2 && code !== 3) return 4;
  if (below === null || code === 2 || code === 3 || code === 4) return code;
  const { names, isUnsure } = judgeBelow(state, below);
  if (names.length > 0) return 6;
  return isUnsure ? 5 : code;
}

/**
 * The figures as plain JSON: values in the state's own units (bytes, US dollars, milliseconds), each with `asOf` as an ISO
 * moment, its status and its problem; forecasts and open alerts with theirs. `version` grows when a field changes its meaning.
 */
export function statusJson(state: AppState, now: number, request: StatusRequest): string {
  const { below } = request;
  const plain = <T>({ value, asOf, status, problem }: Figure<T>) => ({
    value,
    asOf: asOf === null ? null : new Date(asOf).toISOString(),
    ageSeconds: asOf === null ? null : Math.max(0, Math.round((now - asOf) / 1000)),
    status,
    problem: problem ?? null,
  });
  const { key, source, subAccounts } = state;
  const notice = finalNotice(state, now);
  return JSON.stringify(
    {
      version: 2,
      exitCode: statusCode(state, request),
      source,
      sandboxed: state.platform.sandboxed,
      key: { status: key.status, storage: key.storage, fingerprint: key.fingerprint, problem: key.problem ?? null },
      figures: {
        ...Object.fromEntries(FIGURES.map((name) => [name, plain<unknown>(state[name])])),
        subAccounts: plain(subAccounts.count),
      },
      forecasts: withIsoMoments(state.forecasts),
      alerts: withIsoMoments(state.alerts),
      ...(below === null ? {} : { below: judgeBelow(state, below).names }),
      severity: notice.severity,
      notice,
      newerVersion: newerVersion(state)?.version ?? null,
      storageProblems: state.storage,
    },
    null,
    2,
  );
}

/** The newer version that a check found before; null where none is known, or checks are off. */
function newerVersion({ settings, updates }: AppState): AppState['updates']['newer'] {
  return settings.updateCheck === 'on' ? updates.newer : null;
}

const MOMENTS = new Set(['earliest', 'likely', 'latest', 'since', 'at']);

/** The same with its moments as text. */
function withIsoMoments(part: AppState['forecasts'] | AppState['alerts']): unknown {
  return JSON.parse(JSON.stringify(part), (name, value: unknown) =>
    MOMENTS.has(name) && typeof value === 'number' ? new Date(value).toISOString() : value,
  );
}

/** The figures as text, with a line for each thing that the figures alone do not show. Ends with a line break. */
export function statusLines(
  state: AppState,
  now: number,
  locale: string,
  { below, isReadInTime, stays }: StatusRequest,
): string {
  const newer = newerVersion(state);
  const parts = [
    state.source.kind === 'demo' ? `${cliTexts.status.demo}\n\n` : '',
    statusText({ ...state, notice: finalNotice(state, now) }, now, locale, { isReadInTime, stays }),
    state.platform.sandboxed ? '' : `${startupTexts.noSandboxLine}\n`,
    newer === null ? '' : `${newerInTerminal(newer, locale)}\n`,
    below === null ? '' : `${belowText(judgeBelow(state, below), locale)}\n`,
  ];
  return parts.join('');
}
