import { randomUUID } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { decodeMessage, type Message } from './dbus-message';
import { busItself, busPath, connectBus } from './session-bus';

describe('busPath', () => {
  it.each([
    ['unix:path=/run/user/1000/bus', '/run/user/1000/bus'],
    ['unix:path=/tmp/dbus-a%20b,guid=00ff', '/tmp/dbus-a b'],
    ['unix:guid=00ff,path=/tmp/x', '/tmp/x'],
    ['unix:abstract=/tmp/dbus-x,guid=1', '\0/tmp/dbus-x'],
    ['tcp:host=localhost,port=1;unix:path=/second', '/second'],
  ])('reads %s', (address, path) => {
    expect(busPath({ DBUS_SESSION_BUS_ADDRESS: address })).toBe(path);
  });
  it('looks where systemd puts it, and else finds none', () => {
    expect(busPath({ XDG_RUNTIME_DIR: '/run/user/7' })).toBe('/run/user/7/bus');
    expect(busPath({ DBUS_SESSION_BUS_ADDRESS: 'tcp:host=x', XDG_RUNTIME_DIR: '' })).toBeNull();
    expect(busPath({ DBUS_SESSION_BUS_ADDRESS: 'unix:path=%E0%A4%A' })).toBeNull();
  });
});

describe('connectBus', () => {
  const servers: Server[] = [];
  afterEach(() => Promise.all(servers.splice(0).map((server) => new Promise((closed) => server.close(closed)))));

  /** A bus with the given greeting that records every call. */
  async function serve(greeting: string, called: (call: Message, serial: number, socket: Socket) => void) {
    const name = `ninetray-${randomUUID()}`;
    const path = process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), name);
    const auth: string[] = [];
    const server = createServer((socket) => {
      let bytes = Buffer.alloc(0);
      let begun = false;
      socket.on('data', (more) => {
        bytes = Buffer.concat([bytes, more]);
        for (let end = bytes.indexOf('\r\n'); !begun && end >= 0; end = bytes.indexOf('\r\n')) {
          const line = bytes.toString('latin1', 0, end);
          bytes = bytes.subarray(end + 2);
          auth.push(line);
          if (line === 'BEGIN') begun = true;
          else socket.write(greeting);
        }
        for (let next = begun ? decodeMessage(bytes) : null; next !== null; next = decodeMessage(bytes)) {
          const serial = bytes.readUInt32LE(8);
          bytes = Buffer.from(next.rest);
          called(next.message, serial, socket);
        }
      });
      socket.on('error', () => undefined);
    });
    servers.push(server);
    await new Promise<void>((listening) => server.listen(path, listening));
    return { path, auth };
  }

  /** A reply (2), an error (3) or a signal (4) with one text in it. */
  function message(type: 2 | 3 | 4, replyTo: number, text: string): Buffer {
    const head = Buffer.from('6c00000100000000010000000f00000005017500000000000801670001730000', 'hex');
    const body = Buffer.alloc(5 + text.length);
    body.writeUInt32LE(text.length);
    body.write(text, 4);
    head.writeUInt8(type, 1);
    head.writeUInt32LE(body.length, 4);
    head.writeUInt32LE(replyTo, 20);
    return Buffer.concat([head, body]);
  }

  const listen = { uid: 1000, onSignal: () => undefined, onClosed: () => undefined };

  it('says who it is, says hello, and gets answers, in whatever pieces they come', async () => {
    const signals: Message[] = [];
    const { path, auth } = await serve('OK 1234\r\n', ({ member, body }, serial, socket) => {
      const all = Buffer.concat([
        message(4, 0, 'news'),
        message(member === 'Fail' ? 3 : 2, serial, `${member} ${body.join()}`),
      ]);
      for (const byte of all) socket.write(Buffer.from([byte]));
    });
    const bus = await connectBus({ ...listen, path, onSignal: (signal) => signals.push(signal) });
    expect(auth).toEqual([`\0AUTH EXTERNAL ${Buffer.from('1000').toString('hex')}`, 'BEGIN']);
    expect(await bus?.call({ ...busItself, member: 'One', args: ['a', 'b'] })).toEqual(['One a,b']);
    expect(await bus?.call({ ...busItself, member: 'Fail', args: [] })).toBeNull();
    expect(signals.length).toBe(3);
    expect(signals[0]?.body).toEqual(['news']);
    bus?.close();
  });

  it('is not let in', async () => {
    const { path } = await serve('REJECTED EXTERNAL\r\n', () => undefined);
    expect(await connectBus({ ...listen, path })).toBeNull();
  });

  it('finds no bus', async () => {
    expect(await connectBus({ ...listen, path: join(tmpdir(), `no-${randomUUID()}`) })).toBeNull();
  });

  it('answers null to all who wait when the bus goes, or talks nonsense', async () => {
    const { path } = await serve('OK 1\r\n', ({ member }, serial, socket) => {
      if (member === 'Hello') socket.write(message(2, serial, ':1.1'));
      if (member === 'Nonsense') socket.write('this is not D-Bus at all');
      if (member === 'Die') socket.destroy();
    });
    for (const member of ['Nonsense', 'Die']) {
      let closed = false;
      const bus = await connectBus({ ...listen, path, onClosed: () => (closed = true) });
      expect(await bus?.call({ ...busItself, member, args: [] })).toBeNull();
      expect(closed).toBe(true);
      expect(await bus?.call({ ...busItself, member, args: [] })).toBeNull();
    }
  });
});
