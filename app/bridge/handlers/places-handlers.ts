// Calls about the places that hold the key.
import { failed, ok } from '../../model/problem';
import type { SessionHost } from '../../session/session-host';
import { type CallHandlers, succeeded } from '../calls/call-handlers';
import type { placesCalls } from '../calls/places-calls';
import type { DesktopPorts } from './desktop-ports';

const later = failed({ kind: 'not-now' });

/** The handlers over the session that is shown, and the desktop's dialogs. */
export function placesHandlers(host: SessionHost, desktop: DesktopPorts): CallHandlers<typeof placesCalls> {
  const rotation = () => host.shown().rotation;
  const list = () => rotation().view().places;
  return {
    'places.change': ({ places }) => rotation().changePlaces(places),
    'places.save': ({ place }) => {
      const isKnown = list().some(({ id }) => id === place.id);
      return rotation().changePlaces(
        isKnown ? list().map((each) => (each.id === place.id ? place : each)) : [...list(), place],
      );
    },
    'places.remove': ({ placeId }) => rotation().changePlaces(list().filter(({ id }) => id !== placeId)),
    'places.confirmCommands': () => later,
    'places.rehearse': () => later,
    'places.tryForReal': () => later,
    'places.openFolder': ({ placeId }) => {
      const update = list().find(({ id }) => id === placeId)?.update;
      if (update === undefined || !('path' in update) || update.path === null) return failed({ kind: 'not-now' });
      desktop.showInFolder(update.path);
      return succeeded;
    },
    'places.choosePath': async ({ what }) => ok({ path: await desktop.choosePath(what) }),
    'places.retry': () => later,
    'places.skip': () => later,
    'places.byHand': () => later,
    'places.findRunning': () => later,
  };
}
