// The notifications that a desktop shows: talks to notifications.py, which keeps them on the session bus.
import { openHelper } from './python-helper.mjs';

/**
 * @typedef {object} ShownNotification
 * @property {number} id
 * @property {string} application
 * @property {string} icon a name or a path
 * @property {string} title
 * @property {string} body
 * @property {string[]} actions their names; `default` is a click on the notification itself
 * @property {Record<string, any>} hints
 * @property {boolean} open not yet removed by anyone
 */

/**
 * Becomes what shows notifications on the session bus of `env`.
 * @param {NodeJS.ProcessEnv} env
 */
export async function openNotifications(env) {
  const { ask, signal, close } = await openHelper('notifications.py', env);
  return {
    /** All that were ever shown, in order. @returns {Promise<ShownNotification[]>} */
    shown: () => ask('shown'),
    /** The user's click on one. @param {number} id */
    click: (id) => ask('click', { notification: id }),
    /** The user removes one. @param {number} id */
    dismiss: (id) => ask('dismiss', { notification: id }),
    /** Makes the service hang: it stays on the bus and answers no calls. */
    hang: () => signal('SIGSTOP'),
    /** It answers again, including the calls that came meanwhile. */
    goOn: () => signal('SIGCONT'),
    close,
  };
}

/** @typedef {Awaited<ReturnType<typeof openNotifications>>} Notifications */
