// The places' ports where nothing on this computer may be read, written or run: the demo's.
import { failed } from '../../model/problem';
import type { PlacesSystem } from '../ports';

const refused = failed({ kind: 'not-offered' });

export const noSystem: PlacesSystem = {
  files: {
    plan: async () => refused,
    write: async () => refused,
    prove: async () => refused,
    mend: async () => refused,
  },
  commands: {
    bring: async () => ({ ...refused, output: '' }),
    run: async () => ({ ...refused, output: '' }),
    rehearse: async () => refused,
    unconfirmed: () => null,
    confirmationOf: () => '',
  },
  openScan: () => ({
    start: () => refused,
    cancel: () => undefined,
    close: () => undefined,
    runningWith: async () => null,
  }),
};
