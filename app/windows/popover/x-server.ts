// What the X server knows and Electron does not. Where the pointer is: Electron on Linux only knows where it last was
// over one of our own windows (seen on Electron 33: clicks in a panel left `screen.getCursorScreenPoint()` where it
// was), and gives the tray no bounds. Whether a compositor runs: without one, the transparent parts of a window are
// black. Remove when Electron reports both.
import type { Client } from 'x11';
import type { Point } from '../placement';

export interface XServer {
  /** The pointer's place in pixels of the display, or null when the X server does not answer (or there is none: Wayland). */
  pointer(): Promise<Point | null>;
  /** Whether a compositor draws the screen, so that windows may be transparent; false when the X server does not answer. */
  hasCompositor(): Promise<boolean>;
  /**
   * Declares the outermost `margin` pixels of a window to be its own shadow, so that compositors add none and window
   * managers leave them out where they place it. `handle` is what `getNativeWindowHandle` returns.
   */
  declareShadow(handle: Buffer, margin: number): Promise<void>;
  close(): void;
}

/** How long the X server may take (ms); a popover at a second-best place beats one that comes late. */
const PATIENCE = 200;

/** Connects when it is first asked, and stays connected: a question then takes less than a millisecond. */
export function createXServer(display: string | undefined): XServer {
  let connecting: Promise<Connection | null> | null = null;

  async function ask<T>(question: (connection: Connection) => Promise<T | null>): Promise<T | null> {
    if (display === undefined || display === '') return null;
    connecting ??= connect(display, () => {
      connecting = null;
    });
    const connection = await connecting;
    return connection === null ? null : question(connection);
  }

  return {
    pointer: () => within(PATIENCE, ask(pointer)),
    hasCompositor: async () => (await within(PATIENCE, ask(compositor))) ?? false,
    async declareShadow(handle, margin) {
      await within(
        PATIENCE,
        ask((connection) => declareShadow(connection, handle.readUInt32LE(0), margin)),
      );
    },
    close() {
      void connecting?.then((connection) => connection?.client.terminate());
      connecting = null;
    },
  };
}

interface Connection {
  client: Client;
  root: number;
}

async function connect(display: string, lost: () => void): Promise<Connection | null> {
  // Not needed for the tray.
  const { default: x11 } = await import('x11');
  return new Promise((resolve) => {
    const gone = () => {
      lost();
      resolve(null);
    };
    const client = x11.createClient({ display, disableBigRequests: true }, (error, found) => {
      const root = found?.screen[0]?.root;
      if ((error !== undefined && error !== null) || found === undefined || root === undefined) gone();
      else resolve({ client: found.client, root });
    });
    client.on('error', gone);
    client.on('end', gone);
  });
}

function pointer({ client, root }: Connection): Promise<Point | null> {
  return new Promise((answered) => {
    client.QueryPointer(root, (refused, place) => {
      answered(refused || !place ? null : { x: place.rootX, y: place.rootY });
    });
  });
}

/** A compositor owns the selection `_NET_WM_CM_S` of its screen (EWMH). */
async function compositor({ client }: Connection): Promise<boolean | null> {
  const selection = await atom(client, `_NET_WM_CM_S${client.screenNum}`);
  if (selection === null) return null;
  return new Promise((answered) => {
    client.GetSelectionOwner(selection, (refused, owner) => answered(refused ? null : owner !== 0));
  });
}

async function declareShadow({ client }: Connection, window: number, margin: number): Promise<null> {
  const property = await atom(client, '_GTK_FRAME_EXTENTS');
  if (property !== null) {
    client.ChangeProperty(REPLACE, window, property, client.atoms.CARDINAL, 32, [margin, margin, margin, margin]);
  }
  return null;
}

/** The mode of ChangeProperty that replaces a value. */
const REPLACE = 0;

function atom(client: Client, name: string): Promise<number | null> {
  return new Promise((answered) => {
    client.InternAtom(false, name, (refused, found) => answered(refused || found === undefined ? null : found));
  });
}

function within<T>(ms: number, promise: Promise<T>): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), ms);
    void promise.then((value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
}
