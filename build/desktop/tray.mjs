// The tray as a desktop sees it: talks to tray.py, which watches the session bus and clicks there for us.
import { openHelper } from './python-helper.mjs';
import { waitFor } from './wait-for.mjs';

/**
 * @typedef {{ id: number, label: string, kind: string, enabled: boolean, checked: boolean | null, children: TrayEntry[] }} TrayEntry
 * @typedef {{ item: string, properties: Record<string, any> }} TrayItem
 */

/** @returns {TrayEntry} */
function entryOf([id, properties, children]) {
  const toggles = (properties['toggle-type'] ?? '') !== '';
  return {
    id,
    // A single underscore marks an access key.
    label: (properties.label ?? '').replace(/_(.)/g, '$1'),
    kind: properties.type === 'separator' ? 'separator' : properties['toggle-type'] || 'entry',
    enabled: properties.enabled !== false,
    checked: toggles ? properties['toggle-state'] === 1 : null,
    children: children.map(entryOf),
  };
}

function* flat(entries) {
  for (const entry of entries) {
    yield entry;
    yield* flat(entry.children);
  }
}

/** The menu as indented lines, for output. */
export function menuText(entries, indent = '') {
  const lines = entries.flatMap((entry) => {
    if (entry.kind === 'separator') return [`${indent}----`];
    const mark = entry.checked === null ? '' : entry.checked ? '[x] ' : '[ ] ';
    const own = `${indent}${mark}${entry.label}`;
    return entry.children.length > 0 ? [own, menuText(entry.children, `${indent}  `)] : [own];
  });
  return lines.join('\n');
}

/**
 * Opens a connection to the session bus of `env`.
 * @param {NodeJS.ProcessEnv} env
 * @param {import('./context.mjs').DesktopUser | null} [user] whose bus it is, where it is another's
 */
export async function openTray(env, user = null) {
  const { ask, close } = await openHelper('tray.py', env, user);

  /** All registered items with their properties; null without a watcher. @returns {Promise<TrayItem[] | null>} */
  async function items() {
    const names = await ask('items');
    if (names === null) return null;
    return await Promise.all(
      names.map(async (name) => ({ item: name, properties: await ask('properties', { item: name }) })),
    );
  }

  /** The one item there is, waited for. @returns {Promise<TrayItem>} */
  async function item(limit = 15_000) {
    return await waitFor('one tray item', async () => (await items())?.at(0), limit);
  }

  /** @returns {Promise<TrayEntry[]>} */
  async function menu() {
    const { item: name, properties } = await item();
    return entryOf(await ask('menu', { item: name, menu: properties.Menu })).children;
  }

  /** @returns {Promise<{ item: string, menu: string, entry: number }>} */
  async function entryWith(label) {
    const { item: name, properties } = await item();
    const entries = [...flat(await menu())];
    const found = entries.find((entry) =>
      typeof label === 'string' ? entry.label === label : label.test(entry.label),
    );
    if (!found)
      throw new Error(`The tray's menu has no "${label}", only: ${entries.map((entry) => entry.label).join(' | ')}`);
    return { item: name, menu: properties.Menu, entry: found.id };
  }

  return {
    /** Becomes the watcher that items register with, as a panel would. */
    watch: () => ask('watch'),
    /** Stops being it, as when a panel is closed. */
    unwatch: () => ask('unwatch'),
    /** Whether a name on the session bus has an owner. @returns {Promise<boolean>} */
    owned: (name) => ask('owned', { name }),
    items,
    item,
    /** When an item registered with our own watcher, in ms since 1970. @returns {Promise<number>} */
    registeredAt: (name) => ask('registered_at', { item: name }),
    /** The item's tooltip: title, and text where there is one. @returns {Promise<string>} */
    async tooltip() {
      const { properties } = await item();
      const [, , title, text] = properties.ToolTip;
      return text ? `${title}\n${text}` : title;
    },
    menu,
    /** A left click on the icon, at a place on the screen. Answers when it was sent, in ms since 1970. @returns {Promise<number>} */
    async activate(x = 1200, y = 12) {
      const { item: name } = await item();
      return await ask('activate', { item: name, x, y });
    },
    /** Clicks the first entry with this label (text or pattern), in any submenu. Throws when there is none. */
    async clickMenu(label) {
      for (let tries = 1; ; tries++) {
        try {
          return await ask('click', await entryWith(label));
        } catch (error) {
          // The menu was rebuilt after it was read: the entry no longer exists, and nothing was clicked.
          if (tries === 5 || !error.message.endsWith('error occurred in Event')) throw error;
        }
      }
    },
    close,
  };
}
