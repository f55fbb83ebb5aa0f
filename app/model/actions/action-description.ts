// What an action is made of, as data: the same for main, which checks and does it, and the account window, which asks
// for it. Types only.
import type { z } from 'zod';
import type { OperationId } from '../api/operation-id';
import type { ListId } from '../lists/lists';

export interface ActionDescription {
  /** What it is done with. */
  operation: OperationId;
  /** What is asked for first; an empty object: nothing. */
  form: z.ZodObject;
  /** Fields that are needed after all, given the others; they are said to be missing. */
  missing?: (value: never) => string[];
  /** What it is done to; null: to the account. */
  on: { list: ListId; rows: 'one' | 'several' } | null;
  /** Why it needs a deliberate second step: it spends IPs, traffic or money, or cannot be undone. */
  deliberate: 'spends' | 'final' | null;
  /** It changes a row: its form holds what the row has, and only what was changed is checked and sent. */
  edits?: true;
  /** What is read again afterwards, besides the figures. */
  changes: readonly ListId[];
}
