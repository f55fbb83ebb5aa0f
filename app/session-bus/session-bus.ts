// A connection to the session bus, for a handful of questions and two signals. No child process and no dependency: a socket
// that wakes us only when the bus has something to say (docs/decisions/005-linux-tray-host.md).
import { connect, type Socket } from 'node:net';
import { decodeMessage, encodeCall, type Message, type MethodCall } from './dbus-message';

export type BusCall = Omit<MethodCall, 'serial'>;

export interface Bus {
  /** The answer's values, or null when the bus or the service refuses, or does not answer. */
  call: (call: BusCall) => Promise<unknown[] | null>;
  close: () => void;
}

export interface BusOptions {
  /** A path as `busPath` gives it. */
  path: string;
  uid: number;
  onSignal: (signal: Message) => void;
  onClosed: () => void;
}

/** The socket of the session bus: from DBUS_SESSION_BUS_ADDRESS, else where systemd puts it. Null when there is none. */
export function busPath(environment: Readonly<Record<string, string | undefined>>): string | null {
  for (const address of (environment['DBUS_SESSION_BUS_ADDRESS'] ?? '').split(';')) {
    const [, kind, value] = /^unix:(?:.*,)?(path|abstract)=([^,]+)/.exec(address) ?? [];
    if (value === undefined) continue;
    const path = unescaped(value);
    if (path !== null) return kind === 'abstract' ? `\0${path}` : path;
  }
  const runtime = environment['XDG_RUNTIME_DIR'];
  return runtime === undefined || runtime === '' ? null : `${runtime}/bus`;
}

/** Connects and says hello. Null when the bus is not there or does not let us in. */
export function connectBus({ path, uid, onSignal, onClosed }: BusOptions): Promise<Bus | null> {
  return new Promise((resolve) => {
    const socket = connect({ path });
    const waiting = new Map<number, (answer: unknown[] | null) => void>();
    let serial = 0;
    let ready = false;
    let received = Buffer.alloc(0);

    const bus: Bus = {
      call: (call) =>
        new Promise((answered) => {
          if (socket.destroyed) return answered(null);
          serial += 1;
          waiting.set(serial, answered);
          socket.write(encodeCall({ ...call, serial }));
        }),
      close: () => socket.destroy(),
    };

    function heard(message: Message): void {
      if (message.type === 'signal') return onSignal(message);
      if (message.replyTo === null) return;
      const answered = waiting.get(message.replyTo);
      waiting.delete(message.replyTo);
      answered?.(message.type === 'reply' ? message.body : null);
    }

    function greet(): void {
      const end = received.indexOf('\r\n');
      if (end < 0) return;
      if (!received.toString('ascii', 0, end).startsWith('OK ')) {
        socket.destroy();
        return;
      }
      received = received.subarray(end + 2);
      ready = true;
      socket.write('BEGIN\r\n');
      void bus.call({ ...busItself, member: 'Hello', args: [] }).then((name) => resolve(name === null ? null : bus));
    }

    socket.on('connect', () => socket.write(`\0AUTH EXTERNAL ${Buffer.from(String(uid)).toString('hex')}\r\n`));
    socket.on('data', (bytes) => {
      received = Buffer.concat([received, bytes]);
      if (!ready) greet();
      if (ready) received = Buffer.from(takeMessages(socket, received, heard));
    });
    socket.on('error', () => socket.destroy()); // What went wrong does not matter: without a bus we know of no host.
    socket.on('close', () => {
      for (const answered of waiting.values()) answered(null);
      waiting.clear();
      resolve(null);
      onClosed();
    });
  });
}

/** The bus's own object, to be asked about names. */
export const busItself = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const;

function takeMessages(socket: Socket, bytes: Buffer, heard: (message: Message) => void): Buffer {
  let rest = bytes;
  try {
    for (let next = decodeMessage(rest); next !== null; next = decodeMessage(rest)) {
      rest = next.rest;
      heard(next.message);
    }
  } catch {
    socket.destroy(); // Not D-Bus, or not one we can read; `close` rejects all pending calls.
  }
  return rest;
}

function unescaped(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
