// What every call of the contract states, and the small schemas that several calls share.
import { z } from 'zod';
import type { WindowName } from '../../model/window-name';

/** A call. Without its windows it does not compile, and a window that is not listed is refused. */
interface CallShape {
  /** The windows that may make the call: those whose screens need it. */
  windows: readonly WindowName[];
  input: z.ZodType;
  output: z.ZodType;
}

export type Calls = Record<string, CallShape>;

/** The input of a call that takes none. */
export const nothing = z.undefined();
/** The output of a call that only succeeds or fails. */
export const done = z.void();
/** The vendor's id of a sub-account. */
export const id = z.number().int().positive();
/** Names a secret that main keeps for this run; reveals nothing about it. */
export const secretRef = z.string().max(40);
