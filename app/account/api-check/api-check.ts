// The API check: tries every operation that only reads once, one after the other, and shows what answers, how and how
// fast. Of an answer it keeps only how many rows a list has.
import type { Checked, ReadOperationId } from '../../nineproxy/read-probes';
import { onlyReads } from '../../nineproxy/read-probes';
import { type Endpoints, endpoints as known } from '../../nineproxy/operations/endpoints';
import { type OperationId, operationIds } from '../../model/api/operation-id';
import type { Result } from '../../model/problem';
import type { ApiCheck, ApiCheckRow } from '../../model/api-check';

export interface ApiCheckOptions {
  /** Tries one operation with the key in use; null without one. */
  check(): ((operation: ReadOperationId, options: { signal: AbortSignal }) => Promise<Result<Checked>>) | null;
  /** The table with the user's corrections. */
  endpoints(): Endpoints;
  now(): number;
  publish(check: ApiCheck): void;
}

export interface ApiCheckRunner {
  /** Starts over. Resolves when it is over. Without a key nothing is tried. */
  run(): Promise<void>;
  cancel(): void;
  /** The table was corrected: what was found for another path no longer counts. */
  corrected(): void;
  /** Another key: nothing that was found counts any longer. */
  reset(): void;
}

/** A check over one session. */
export function createApiCheck(options: ApiCheckOptions): ApiCheckRunner {
  const { endpoints, now, publish } = options;
  let state: ApiCheck = { phase: 'never', at: null, rows: table(endpoints()) };
  let running: AbortController | null = null;

  const show = (next: ApiCheck) => {
    state = next;
    publish(state);
  };
  /** What was found of an operation at `path`; if the path was corrected meanwhile, the result is not about the new one. */
  const put = (operation: OperationId, path: string, found: Partial<ApiCheckRow>) => {
    const rows = state.rows.map((row) =>
      row.operation === operation && row.path === path ? { ...row, ...found } : row,
    );
    show({ ...state, rows });
  };
  const stop = () => {
    running?.abort();
    running = null;
  };

  async function run(): Promise<void> {
    stop();
    const check = options.check();
    if (check === null) return;
    const mine = new AbortController();
    running = mine;
    show({ phase: 'running', at: now(), rows: table(endpoints()) });
    for (const operation of operationIds.filter(onlyReads)) {
      const { path } = endpoints()[operation];
      put(operation, path, { outcome: 'trying' });
      const began = now();
      const answer = await check(operation, { signal: mine.signal });
      if (mine.signal.aborted) return;
      const ms = Math.max(0, Math.round(now() - began));
      put(
        operation,
        path,
        answer.ok
          ? { outcome: 'answers', ms, items: answer.value.items }
          : { outcome: 'fails', ms, problem: answer.problem },
      );
    }
    running = null;
    show({ ...state, phase: 'done', at: now() });
  }

  return {
    run,
    cancel() {
      if (running === null) return;
      stop();
      const rows = state.rows.map((row) =>
        row.outcome === 'trying' ? { ...row, outcome: 'not-tried' as const } : row,
      );
      show({ ...state, phase: 'cancelled', rows });
    },
    corrected() {
      const rows = table(endpoints()).map((row) => {
        const found = state.rows.find(({ operation }) => operation === row.operation);
        return found?.path === row.path && found.method === row.method ? found : row;
      });
      show({ ...state, rows });
    },
    reset() {
      stop();
      show({ phase: 'never', at: null, rows: table(endpoints()) });
    },
  };
}

function table(endpoints: Endpoints): ApiCheckRow[] {
  return operationIds.map((operation) => {
    const { method, path, certainty } = endpoints[operation];
    return {
      operation,
      method,
      path,
      corrected: method !== known[operation].method || path !== known[operation].path,
      certainty,
      outcome: onlyReads(operation) ? 'not-tried' : 'writes',
      ms: null,
      items: null,
    };
  });
}
