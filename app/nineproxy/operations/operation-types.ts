// What sending one operation looks like to the methods of the client: the vendor's own types of parameters and bodies.
import type { Result } from '../../model/problem';
import type { OperationId } from '../../model/api/operation-id';
import type { operations } from './openapi.generated';

export interface CallOptions {
  /** Gives the request up: it answers `cancelled` (a write that may have been sent: `outcome-unknown`). */
  signal?: AbortSignal | undefined;
}

/** What an operation takes, by the vendor's own names. */
export type Query<Id extends OperationId> = operations[Id]['parameters'] extends { query?: infer Q }
  ? [NonNullable<Q>] extends [never]
    ? Record<string, never>
    : NonNullable<Q>
  : never;
export type Body<Id extends OperationId> = operations[Id] extends {
  requestBody?: { content: { 'application/json': infer B } };
}
  ? B
  : never;

export interface Input<Id extends OperationId> {
  query?: Query<Id>;
  body?: Body<Id>;
}

/** One operation. `read` turns its result into our types, or answers null when it cannot be read. */
export type Call = <Id extends OperationId, T>(
  operation: Id,
  input: Input<Id>,
  read: (result: unknown) => T | null,
  signal: AbortSignal | undefined,
) => Promise<Result<T>>;

type Given<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The same fields without those that are undefined: the vendor tells an absent field from an empty one. */
export function given<T extends object>(all: T): Given<T> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- exactly the undefined ones are left out
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Given<T>;
}
