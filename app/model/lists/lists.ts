// Which lists there are, the same for main, which reads them, and the account window, which shows them. Pure.
import { accessLists } from './access-lists';
import { affiliateLists } from './affiliate-lists';
import { codeLists } from './code-lists';
import type { ListDescription } from './list-description';
import { purchaseLists } from './purchase-lists';
import { usageLists } from './usage-lists';

/** All lists, by id. */
export const lists = {
  ...purchaseLists,
  ...usageLists,
  ...accessLists,
  ...codeLists,
  ...affiliateLists,
} as const satisfies Record<string, ListDescription>;

export type ListId = keyof typeof lists;

/** All lists, for a schema or a walk over them. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of an object literal are exactly its type's
export const listIds = Object.keys(lists) as [ListId, ...ListId[]];

/** A list's description, in the one type that all of them have. */
export function listOf(id: ListId): ListDescription {
  return lists[id];
}
