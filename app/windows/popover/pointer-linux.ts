// Where the pointer is, according to the X server. Electron on Linux only knows where the pointer last was over one of
// our own windows (seen on Electron 33: clicks in a panel left `screen.getCursorScreenPoint()` where it was), and gives
// the tray no bounds. Remove when Electron tells the place of a tray click on Linux.
import x11 from 'x11';
import type { Point } from '../placement';

export interface Pointer {
  /** The pointer's place in pixels of the display, or null when the X server does not tell (or there is none: Wayland). */
  read(): Promise<Point | null>;
  close(): void;
}

/** How long the X server may take (ms); a popover at a second-best place beats one that comes late. */
const PATIENCE = 200;

/** Connects when it is first asked, and stays connected: a question then takes less than a millisecond. */
export function createPointer(display: string | undefined): Pointer {
  let connecting: Promise<Connection | null> | null = null;

  async function ask(): Promise<Point | null> {
    if (display === undefined || display === '') return null;
    connecting ??= connect(display, () => {
      connecting = null;
    });
    const connection = await connecting;
    return connection === null ? null : connection.pointer();
  }

  return {
    read: () => within(PATIENCE, ask()),
    close() {
      void connecting?.then((connection) => connection?.end());
      connecting = null;
    },
  };
}

interface Connection {
  pointer(): Promise<Point | null>;
  end(): void;
}

function connect(display: string, lost: () => void): Promise<Connection | null> {
  return new Promise((resolve) => {
    const gone = () => {
      lost();
      resolve(null);
    };
    const client = x11.createClient({ display }, (error, found) => {
      if (error !== undefined && error !== null) {
        gone();
        return;
      }
      const root = found.screen[0]?.root;
      resolve({
        pointer: () =>
          new Promise((answered) => {
            if (root === undefined) return answered(null);
            found.client.QueryPointer(root, (refused, place) => {
              answered(refused || !place ? null : { x: place.rootX, y: place.rootY });
            });
          }),
        end: () => found.client.terminate(),
      });
    });
    client.on('error', gone);
    client.on('end', gone);
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
