// What main does for each call of a group: the type of its handlers.
import type { z } from 'zod';
import { ok, type Result } from '../../model/problem';
import type { Calls } from './call-shape';

/** One handler for each call of a group. A handler never throws: what went wrong is in the result. */
export type CallHandlers<C extends Calls> = {
  [N in keyof C]: (
    input: z.infer<C[N]['input']>,
  ) => Result<z.infer<C[N]['output']>> | Promise<Result<z.infer<C[N]['output']>>>;
};

/** The answer of a call that returns nothing. */
export const succeeded = ok(undefined);
