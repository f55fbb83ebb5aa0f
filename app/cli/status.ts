// The figures for a terminal: as text, as JSON, and as an exit code for scripts. Pure.
import type { AppState, Figure } from '../account/state';
import { statusText } from '../texts/cli';

/** 0 well, 2 no key here (or it cannot be read), 3 key refused, 4 unreachable, 5 stale or partly failed. */
export type ExitCode = 0 | 2 | 3 | 4 | 5;

const FIGURES = ['ips', 'traffic', 'wallet', 'autoRenew', 'account'] as const;

/** What the vendor does not offer is no failure of ours: it is named, and does not count. */
export function exitCode(state: AppState): ExitCode {
  if (state.key.status === 'refused') return 3;
  if (state.key.status !== 'present') return 2;
  const figures: Figure<unknown>[] = [...FIGURES.map((name) => state[name]), state.subAccounts.count];
  const counted = figures.filter(({ problem }) => problem?.kind !== 'not-offered');
  const away = new Set(['unreachable', 'timed-out', 'redirect-loop', 'redirected', 'insecure-address']);
  if (counted.length > 0 && counted.every(({ problem }) => problem !== undefined && away.has(problem.kind))) return 4;
  return counted.every(({ status }) => status === 'fresh') ? 0 : 5;
}

/**
 * The figures as plain JSON: values in the state's own units (bytes, US dollars, milliseconds), each with `asOf` as an ISO
 * moment, its status and its problem. `version` grows when a field changes its meaning.
 */
export function statusJson(state: AppState, now: number): string {
  const plain = <T>({ value, asOf, status, problem }: Figure<T>) => ({
    value,
    asOf: asOf === null ? null : new Date(asOf).toISOString(),
    ageSeconds: asOf === null ? null : Math.max(0, Math.round((now - asOf) / 1000)),
    status,
    problem: problem ?? null,
  });
  const { key, source, subAccounts } = state;
  return JSON.stringify(
    {
      version: 1,
      exitCode: exitCode(state),
      source,
      key: { status: key.status, storage: key.storage, fingerprint: key.fingerprint, problem: key.problem ?? null },
      figures: {
        ...Object.fromEntries(FIGURES.map((name) => [name, plain<unknown>(state[name])])),
        subAccounts: plain(subAccounts.count),
      },
      notice: state.notice,
      storageProblems: state.storage,
    },
    null,
    2,
  );
}

/** The figures as lines for a person. */
export function statusLines(state: AppState, now: number, locale: string): string {
  return statusText(state, now, locale);
}
