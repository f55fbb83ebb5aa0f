// Calls about jobs on many sub-accounts, and the emergency stop.
import type { AccountServices } from '../../session/account-services';
import type { bulkCalls } from '../calls/bulk-calls';
import { type CallHandlers, succeeded } from '../calls/call-handlers';

/** The handlers over the services of the session that is shown. */
export function bulkHandlers(services: () => AccountServices): CallHandlers<typeof bulkCalls> {
  const bulk = () => services().bulk;
  return {
    'bulk.preview': ({ subAccounts, change }) => bulk().preview(subAccounts, change),
    'bulk.cancelPreview': () => {
      bulk().cancelPreview();
      return succeeded;
    },
    'bulk.start': ({ subAccounts, change }) => bulk().start(subAccounts, change),
    'bulk.cancel': () => bulk().cancel(),
    'bulk.resume': () => bulk().resume(),
    'bulk.undo': () => bulk().undo(),
    'bulk.dismiss': (which) => bulk().dismiss(which?.job),
    'bulk.rows': (query) => bulk().rows(query),
    'panic.start': () => bulk().panic(),
    'panic.restore': () => bulk().restore(),
  };
}
