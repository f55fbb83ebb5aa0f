// Everything that crosses between main and a window, as one object of zod schemas. Types, handlers and test mocks
// derive from it. A secret crosses towards main when the user types it; towards a window only one at a time, when the
// user asks to see it (`rotation.reveal`, `secret.reveal`). The key in use never does.
import { z } from 'zod';
import { appStateSchema } from '../model/state/app-state';
import { areaRequestSchema } from '../model/lists/area-request';
import { areaIds } from '../model/lists/areas';
import { popoverViews } from '../model/popover-view';
import type { Result } from '../model/problem';
import { accessCalls } from './calls/access-calls';
import { actionCalls } from './calls/action-calls';
import { applicationCalls } from './calls/application-calls';
import { bulkCalls } from './calls/bulk-calls';
import { insightCalls } from './calls/insight-calls';
import { keyCalls } from './calls/key-calls';
import { listCalls } from './calls/list-calls';
import { placesCalls } from './calls/places-calls';
import { rotationCalls } from './calls/rotation-calls';
import { subAccountCalls } from './calls/sub-account-calls';

export const contract = {
  calls: {
    ...applicationCalls,
    ...keyCalls,
    ...subAccountCalls,
    ...rotationCalls,
    ...placesCalls,
    ...listCalls,
    ...actionCalls,
    ...bulkCalls,
    ...insightCalls,
    ...accessCalls,
  },
  pushes: {
    /** The whole state, each time it changed. A window keeps the highest `rev`. */
    state: z.object({ rev: z.number().int(), state: appStateSchema }),
    /** Main asks the popover to show one of its views (a menu click). */
    view: z.object({ view: z.enum(popoverViews) }),
    /** The popover was hidden: when it is shown again it starts at home. */
    hidden: z.object({}),
    /** Main asks the account window to show an area. */
    area: areaRequestSchema.extend({ area: z.enum(areaIds) }),
  },
} as const;

export type CallName = keyof typeof contract.calls;
export type CallInput<N extends CallName> = z.infer<(typeof contract.calls)[N]['input']>;
export type CallOutput<N extends CallName> = z.infer<(typeof contract.calls)[N]['output']>;
export type PushName = keyof typeof contract.pushes;
export type Push<N extends PushName> = z.infer<(typeof contract.pushes)[N]>;

/** What the preload puts on `window.ninetray`: one call, two subscriptions, nothing else. */
export interface Api {
  /** Asks main. Never rejects: what went wrong is in the result. */
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>>;
  /** Listens to a push. Returns what stops listening. */
  on<N extends PushName>(name: N, listener: (message: Push<N>) => void): () => void;
}
