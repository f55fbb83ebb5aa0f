// Calls about the application: its state, settings, windows and pages outside it.
import { z } from 'zod';
import { appStateSchema } from '../../model/state/app-state';
import { areaRequestSchema } from '../../model/lists/area-request';
import { areaIds } from '../../model/lists/areas';
import { externalPages } from '../../model/external-page';
import { licensedSchema } from '../../model/license';
import { popoverViews } from '../../model/popover-view';
import { settingsSchema } from '../../model/settings';
import { type Calls, done, nothing } from './call-shape';

export const applicationCalls = {
  'state.read': {
    windows: ['popover', 'wizard', 'account'],
    input: nothing,
    output: z.object({ rev: z.number().int(), state: appStateSchema }),
  },
  /** Reads all figures now, whatever the policy says. Answers when the batch is over. */
  'account.refresh': { windows: ['popover', 'account'], input: nothing, output: done },
  'demo.start': { windows: ['popover'], input: nothing, output: done },
  'demo.stop': { windows: ['popover', 'account'], input: nothing, output: done },
  'settings.change': {
    windows: ['popover', 'account'],
    input: settingsSchema
      .omit({
        runWithoutSandbox: true,
        pinned: true,
        endpoints: true,
        fields: true,
        popover: true,
        accountWindow: true,
      })
      .partial(),
    output: done,
  },
  /** While the user records a global shortcut, the present one does nothing. */
  'shortcut.record': { windows: ['account'], input: z.object({ isRecording: z.boolean() }), output: done },
  /** Shows the popover at one of its views. */
  'popover.open': {
    windows: ['account'],
    input: z.object({ view: z.enum(popoverViews) }),
    output: done,
  },
  /** Opens the account window, at an area or as it is. */
  'account.open': {
    windows: ['popover', 'wizard', 'account'],
    input: areaRequestSchema.extend({ area: z.enum(areaIds).nullable() }),
    output: done,
  },
  /** Copies a text that is not secret to the clipboard. */
  'text.copy': { windows: ['account'], input: z.object({ text: z.string().min(1).max(5000) }), output: done },
  'problem.dismiss': { windows: ['popover', 'account'], input: z.object({ kind: z.string().max(40) }), output: done },
  /** Opens one of the known pages in the user's browser. */
  'external.open': {
    windows: ['popover', 'wizard', 'account'],
    input: z.object({ page: z.enum(externalPages) }),
    output: done,
  },
  /** All that NineTray is made of and that has a licence; and the text of one. */
  'licenses.list': { windows: ['account'], input: nothing, output: z.object({ licensed: z.array(licensedSchema) }) },
  'licenses.read': {
    windows: ['account'],
    input: z.object({ id: z.string().max(300) }),
    output: z.object({ text: z.string() }),
  },
  /** Opens the page about the newer version in the user's browser. */
  'updates.openPage': { windows: ['popover', 'account'], input: nothing, output: done },
  /** Says no more of this version. */
  'updates.skip': {
    windows: ['popover', 'account'],
    input: z.object({ version: z.string().max(40) }),
    output: done,
  },
  'window.hide': { windows: ['popover'], input: nothing, output: done },
  'app.quit': { windows: ['popover'], input: nothing, output: done },
} as const satisfies Calls;
