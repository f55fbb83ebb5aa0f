import { spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { findConnection, findListener } from './connections-list';
import { findPeer, programAt } from './peer';

const toClose: (() => void)[] = [];
afterEach(() => {
  for (const close of toClose.splice(0)) close();
});

const list = [
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode',
  '   0: 0100007F:4A92 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 111 1 0 100 0 0 10 0',
  '   1: 0100007F:4A92 0100007F:D431 01 00000000:00000000 00:00000000 00000000  1000        0 222 1 0 20 4 30 10 -1',
  '   2: 0100007F:D431 0100007F:4A92 01 00000000:00000000 00:00000000 00000000  1001        0 333 1 0 20 4 30 10 -1',
  '   3: 0A00020F:4A93 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 444 1 0 100 0 0 10 0',
  '',
].join('\n');

describe('a list of the kernel', () => {
  it('has both ends of a connection, each with its own user, and none in the place of another', () => {
    expect(findConnection(list, 54_321, 19_090)).toEqual({ uid: 1001, inode: '333' });
    expect(findConnection(list, 19_090, 54_321)).toEqual({ uid: 1000, inode: '222' });
    // The port of a listener; one that only the other end has; one that begins with the same digits.
    for (const [port, peerPort] of [
      [19_090, 0],
      [54_321, 54_321],
      [0xd43, 19_090],
      [19_091, 0],
    ] as const)
      expect(findConnection(list, port, peerPort)).toBe(null);
  });

  it('has no connection to another computer, and none that is over', () => {
    expect(findConnection(list.replaceAll('0100007F:D431', '0A00020F:D431'), 54_321, 19_090)).toBe(null);
    expect(findConnection(list.replaceAll(' 01 00000000', ' 06 00000000'), 54_321, 19_090)).toBe(null);
    expect(findConnection(list.replaceAll(' 01 00000000', ' 08 00000000'), 54_321, 19_090)).not.toBe(null);
  });

  it('has what listens at a port, at whatever address, and no connection instead', () => {
    expect([19_090, 19_091, 54_321, 1].map((port) => findListener(list, port))).toEqual(['111', '444', null, null]);
  });
});

describe('the other end of a connection', () => {
  const listsOf = (...texts: (string | null)[]) => ({
    tcp: { read: async () => texts.shift() ?? null },
    tcp6: { read: async () => null },
  });
  const without = list.replace(/^ {3}2:.*\n/m, '');

  it('is found though the kernel passed over it once', async () => {
    expect(await findPeer('127.0.0.1', 54_321, 19_090, listsOf(without, list))).toEqual({ uid: 1001, inode: '333' });
  });

  it('is nobody once two lists are without it, and not known where there is no list', async () => {
    expect(await findPeer('127.0.0.1', 54_321, 19_090, listsOf(without, without, list))).toBe(null);
    expect(await findPeer('127.0.0.1', 54_321, 19_090, listsOf())).toBe('unknown');
  });
});

describe.runIf(process.platform === 'linux')('the program that listens at a port', () => {
  it('is named, where it is one of our own user', async () => {
    const source = `const s = require('net').createServer(); s.listen(0, '127.0.0.1', () => console.log(s.address().port))`;
    const child = spawn(process.execPath, ['-e', source], { stdio: ['ignore', 'pipe', 'ignore'] });
    toClose.push(() => void child.kill());
    const [printed] = await once(child.stdout, 'data');
    expect(await programAt(Number(String(printed)))).toMatch(/^node|MainThread/);
  });

  it('is not known where none does', async () => {
    const server = net.createServer();
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = server.address();
    await new Promise((resolve) => void server.close(resolve));
    expect(typeof address === 'object' && address !== null && (await programAt(address.port))).toBe(null);
  });
});
