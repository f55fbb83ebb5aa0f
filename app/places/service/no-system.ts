// The places' ports where nothing on this computer may be read, written or run: the demo's.
import type { Place } from '../../model/places/place';
import { failed, ok } from '../../model/problem';
import type { PlacesSystem } from '../ports';

const refused = failed({ kind: 'not-in-demo' });

const hasCommands = ({ update, hook, check }: Place) =>
  update?.by === 'command' || hook !== undefined || check !== undefined;

export const noSystem: PlacesSystem = {
  files: {
    attributes: () => () => Promise.resolve(true),
    plan: async () => refused,
    write: async () => refused,
    prove: async () => refused,
    digest: async () => refused,
    tokens: async () => refused,
    mend: async () => refused,
  },
  commands: {
    bring: async () => ({ ...refused, output: '' }),
    run: async () => ({ ...refused, output: '' }),
    programs: async () => '',
    rehearse: async (place) => (hasCommands(place) ? refused : ok(undefined)),
    unconfirmed: (place) => (hasCommands(place) ? refused.problem : null),
    confirmationOf: () => '',
  },
  openScan: () => ({
    start: () => refused,
    cancel: () => undefined,
    close: () => undefined,
    runningWith: async () => null,
  }),
};
