// What an operation of the vendor's API is, in the demo: its id in openapi.yaml, its address, and what it does.
import type { Account } from '../data/account';
import { type Answer, type Json, success } from '../protocol/answer';
import { pageOf, readPaging } from '../protocol/page';
import type { Fields } from '../protocol/validate';

export interface Operation {
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  /** Answers without a key. */
  open?: true;
  /** `fields`: the query of a GET, the body of everything else. */
  run(account: Account, fields: Fields): Answer;
}

/** A read. `path` is below /client/v1/. */
export function get(id: string, path: string, run: Operation['run']): Operation {
  return { id, method: 'GET', path: `/client/v1/${path}`, run };
}

/** A write. `path` is below /client/v1/. */
export function write(method: 'POST' | 'PUT' | 'DELETE', id: string, path: string, run: Operation['run']): Operation {
  return { id, method, path: `/client/v1/${path}`, run };
}

/** A page of a list that is kept oldest first. */
export function newestFirst<T>(query: Fields, items: readonly T[], shape: (item: T) => Json): Answer {
  const paging = readPaging(query);
  return query.failed ? query.refusal() : success(pageOf([...items].reverse(), paging, shape));
}
