// Calls about the places that hold the key.
import { failed, ok } from '../../model/problem';
import { hookCommand, recipeList, recipeUpdate } from '../../places/commands/recipe-update';
import type { SessionHost } from '../../session/host/session-host';
import { type CallHandlers, succeeded } from '../calls/call-handlers';
import type { placesCalls } from '../calls/places-calls';
import type { DesktopPorts } from './desktop-ports';

/** The handlers over the session that is shown, and the desktop's dialogs. */
export function placesHandlers(host: SessionHost, desktop: DesktopPorts): CallHandlers<typeof placesCalls> {
  const places = () => host.shown().places;
  return {
    'places.change': ({ places: list }) => places().change(list),
    'places.save': ({ place }) => places().save(place),
    'places.remove': ({ placeId }) => places().remove(placeId),
    'places.confirmCommands': ({ seen }) => places().confirmCommands(seen),
    'places.rehearse': ({ placeIds }) => places().rehearse(placeIds),
    'places.tryForReal': ({ placeId }) => places().tryForReal(placeId),
    'places.scan': (request) => places().scan(request),
    'places.cancelScan': () => {
      places().cancelScan();
      return succeeded;
    },
    'places.openFolder': ({ placeId }) => {
      const update = places()
        .list()
        .find(({ id }) => id === placeId)?.update;
      if (update === undefined || !('path' in update) || update.path === null) return failed({ kind: 'not-now' });
      desktop.showInFolder(update.path);
      return succeeded;
    },
    'places.choosePath': async ({ what }) => ok({ path: await desktop.choosePath(what) }),
    'places.recipes': () => ok(recipeList()),
    'places.fromRecipe': ({ recipe, fields }) => {
      const made = recipeUpdate(recipe, fields);
      return made.ok ? ok({ update: made.value.update }) : made;
    },
    'places.hookFromTemplate': ({ hook, fields }) => {
      const made = hookCommand(hook, fields);
      return made.ok ? ok({ command: made.value }) : made;
    },
    'places.previewGateway': ({ placeId }) => places().gateway.preview(placeId),
    'places.useGateway': ({ placeId, user }) => places().gateway.use(placeId, user),
    'places.leaveGateway': ({ placeId, revokes }) => places().gateway.leave(placeId, revokes),
    'places.updateAddress': ({ placeId }) => places().gateway.updateAddress(placeId),
    'places.retry': ({ placeId }) => places().retry(placeId),
    'places.skip': ({ placeId, reason }) => places().skip(placeId, reason),
    'places.byHand': ({ placeId }) => places().byHand(placeId),
    'places.findRunning': () => places().findRunning(),
  };
}
