// A compositor on a desktop: draws its windows with their transparent parts.
import x11 from 'x11';
import { waitFor } from './wait-for.mjs';

/**
 * Starts picom and waits until it draws the screen, with shadows around windows that have none of their own.
 * @param {import('./context.mjs').DesktopContext} context
 */
export async function openCompositor({ env, log, start }) {
  const shadows = ['--shadow', '--shadow-exclude', '_GTK_FRAME_EXTENTS@:c'];
  const picom = start('picom', ['--config', '/dev/null', '--backend', 'xrender', ...shadows], ['ignore', log, log]);
  await waitFor('the compositor', () => hasCompositor(env.DISPLAY));
  return {
    /** Ends it, and waits until the screen is drawn without it. */
    async close() {
      picom.kill();
      await waitFor('the compositor to end', async () => !(await hasCompositor(env.DISPLAY)));
    },
  };
}

/** Whether a compositor draws the first screen of a display: it owns a selection (EWMH). */
function hasCompositor(display) {
  return new Promise((resolve, reject) => {
    x11.createClient({ display }, (failed, { client } = {}) => {
      if (failed) return reject(failed);
      client.InternAtom(false, '_NET_WM_CM_S0', (_refused, selection) => {
        client.GetSelectionOwner(selection, (_error, owner) => {
          client.terminate();
          resolve(owner !== 0);
        });
      });
    });
  });
}
