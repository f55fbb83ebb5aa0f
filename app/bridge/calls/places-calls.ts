// Calls about the places that hold the key: the list, rehearsals, and what the user decides while a new key is brought to them.
import { z } from 'zod';
import { commandSchema } from '../../model/places/command';
import { gatewayPreviewSchema, gatewayUserSchema, movedSchema } from '../../model/places/gateway-move';
import { placeSchema, placeUpdateSchema } from '../../model/places/place';
import { recipeFieldsSchema, recipeListSchema } from '../../model/places/recipe';
import { scanRequestSchema } from '../../model/places/scan';
import { type Calls, done, nothing } from './call-shape';

const windows = ['account', 'wizard'] as const;
const placeId = z.string().max(40);
const onePlace = z.object({ placeId });

export const placesCalls = {
  /** Replaces the whole list. Commands that were not confirmed as they are stay unconfirmed. */
  'places.change': { windows, input: z.object({ places: z.array(placeSchema).max(500) }), output: done },
  /** Adds a place, or replaces the one with its id. */
  'places.save': { windows, input: z.object({ place: placeSchema }), output: done },
  'places.remove': { windows, input: onePlace, output: done },
  /** The user has seen the commands of this place as they are, and wants NineTray to run them: `seen` is the place that was shown. */
  'places.confirmCommands': { windows, input: z.object({ seen: placeSchema }), output: done },
  /** Checks whether these places could be updated (null: all), and changes nothing. Returns when all were. */
  'places.rehearse': { windows, input: z.object({ placeIds: z.array(placeId).max(500).nullable() }), output: done },
  /** Brings today's key to this place, as a run would, and runs its hook and check: that may restart what uses it. */
  'places.tryForReal': { windows, input: onePlace, output: done },
  /** Searches for the key where the user wants it; what is found is in the state. */
  'places.scan': { windows, input: scanRequestSchema, output: done },
  'places.cancelScan': { windows, input: nothing, output: done },
  /** Shows the place's file in the system's file manager. */
  'places.openFolder': { windows, input: onePlace, output: done },
  /** Asks for a folder or a file; null when the user cancelled. */
  'places.choosePath': {
    windows,
    input: z.object({ what: z.enum(['folder', 'file']) }),
    output: z.object({ path: z.string().nullable() }),
  },
  /** The recipes, hooks and services by hand, with the fields that the user fills in. */
  'places.recipes': { windows: ['account'], input: nothing, output: recipeListSchema },
  /** How a place is updated by this recipe. Runs and saves nothing. Fails with bad-input, which names the field. */
  'places.fromRecipe': {
    windows: ['account'],
    input: z.object({ recipe: z.string().max(40), fields: recipeFieldsSchema }),
    output: z.object({ update: placeUpdateSchema }),
  },
  /** A hook from its template, or a command line as words. Runs and saves nothing. Fails as fromRecipe does. */
  'places.hookFromTemplate': {
    windows: ['account'],
    input: z.object({ hook: z.string().max(40), fields: recipeFieldsSchema }),
    output: z.object({ command: commandSchema }),
  },
  /** What would change in this place's file if it used the gateway. Changes nothing. */
  'places.previewGateway': { windows: ['account'], input: onePlace, output: gatewayPreviewSchema },
  /** A token in place of the key, and the gateway's address in place of 9Proxy's; then the place is restarted and checked. */
  'places.useGateway': {
    windows: ['account'],
    input: z.object({ placeId, user: gatewayUserSchema }),
    output: movedSchema,
  },
  /** The key again in place of the token. `revokes`: the token ends, unless another place uses it. */
  'places.leaveGateway': {
    windows: ['account'],
    input: z.object({ placeId, revokes: z.boolean() }),
    output: movedSchema,
  },
  /** The gateway's address of now in place of the one of before. */
  'places.updateAddress': { windows: ['account'], input: onePlace, output: movedSchema },
  /** Of the run: tries this place again. */
  'places.retry': { windows: ['wizard'], input: onePlace, output: done },
  /** Of the run: leaves this place as it is. */
  'places.skip': {
    windows: ['wizard'],
    input: z.object({ placeId, reason: z.string().min(1).max(200) }),
    output: done,
  },
  /** Of the run: the user does this place, and ticks it in the rotation (`rotation.tick`). */
  'places.byHand': { windows: ['wizard'], input: onePlace, output: done },
  /** Searches again for programs that run with the old key. */
  'places.findRunning': { windows: ['wizard'], input: nothing, output: done },
} as const satisfies Calls;
