// Which operation a method and a path are: exactly those of the table, as it is corrected. The URL that is sent is built from the table.
import { type OperationId, operationIds } from '../../model/api/operation-id';
import { type Endpoints, isWrite } from '../../nineproxy/operations/endpoints';

export const methods = ['GET', 'POST', 'PUT', 'DELETE'] as const;
export type Method = (typeof methods)[number];

/** What a request asks for. `operation` is null for a path that NineTray does not know, which then is the path. */
export interface Target {
  operation: OperationId | null;
  method: Method;
  path: string;
  isWrite: boolean;
}

/** Of paths that NineTray does not know. */
const plainPath = /^\/client\/v1\/[a-z0-9-]+\/[a-z0-9-]+$/;

/** The part of 9Proxy's API that makes sandbox accounts is nobody's. */
const neverPath = /^\/client\/v1\/dev\//;

/** What a method and a raw path ask for; null where that is nothing that could be sent. */
export function findTarget(endpoints: Endpoints, method: Method, path: string): Target | null {
  let isKnown = false;
  for (const operation of operationIds) {
    const endpoint = endpoints[operation];
    if (endpoint.path !== path) continue;
    isKnown = true;
    if (endpoint.method === method)
      return { operation, method, path: endpoint.path, isWrite: isWrite(operation) || method !== 'GET' };
  }
  // A known path with another method is a mistake, not a new operation.
  if (isKnown || !plainPath.test(path) || neverPath.test(path)) return null;
  return { operation: null, method, path, isWrite: method !== 'GET' };
}
