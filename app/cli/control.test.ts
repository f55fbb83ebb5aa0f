import { statSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { answer, ask, type Control, type ControlReply, isControl, newControl } from './control';

const reply: ControlReply = { exitCode: 0, out: 'well\n', json: '{}', problem: '' };

function newOne(): Control {
  const { remove, ...control } = newControl(process.platform);
  onTestFinished(remove);
  return control;
}

describe('a command that asks the running application', () => {
  it('is answered over a socket that it names', async () => {
    const at = newOne();
    const got = await ask(at, { command: 'status' }, 5000, () => {
      void answer(at, async (request) => ({ ...reply, out: request.command }));
    });
    expect(got).toEqual({ ...reply, out: 'status' });
  });

  it('carries a key, which nothing else sees', async () => {
    const at = newOne();
    const seen: unknown[] = [];
    await ask(
      at,
      { command: 'set-key', origin: 'https://api.9proxy.com', text: 'SOMEKEY1234', storage: null },
      5000,
      () => {
        void answer(at, async (request) => {
          seen.push(request);
          return reply;
        });
      },
    );
    expect(seen).toEqual([
      { command: 'set-key', origin: 'https://api.9proxy.com', text: 'SOMEKEY1234', storage: null },
    ]);
    expect(JSON.stringify(at)).not.toContain('SOMEKEY');
  });

  it('gives up when it finds itself alone, and when nobody comes', async () => {
    expect(await ask(newOne(), { command: 'status' }, 5000, (giveUp) => giveUp())).toBeNull();
    expect(await ask(newOne(), { command: 'status' }, 1, () => undefined)).toBeNull();
  });

  it('takes nothing for a reply that is none', async () => {
    const at = newOne();
    const got = await ask(at, { command: 'status' }, 5000, () => {
      const socket = connect(at.address);
      socket.once('data', () => socket.end('{"exitCode":"0"}\n')).write(`${at.word}\n`);
    });
    expect(got).toBeNull();
  });

  it('tells nothing to whoever finds the socket: on Windows any user can list pipes, and read from them', async () => {
    const at = newOne();
    const heard: string[] = [];
    const strangers: Promise<unknown>[] = [];
    const stranger = (says: string | null) =>
      new Promise((resolve) => {
        const socket = connect(at.address);
        socket.on('data', (chunk) => heard.push(String(chunk)));
        socket.on('error', resolve).on('close', resolve);
        if (says !== null) socket.write(says);
      });
    const got = await ask(
      at,
      { command: 'set-key', origin: 'https://api.9proxy.com', text: 'SOMEKEY1234', storage: null },
      5000,
      () => {
        strangers.push(stranger(null), stranger('\n'), stranger('{"command":"status"}\n'), stranger('x'.repeat(2000)));
        // It comes last, and is heard all the same.
        setTimeout(() => void answer(at, async (request) => ({ ...reply, out: request.command })), 50);
      },
    );
    expect(got).toEqual({ ...reply, out: 'set-key' });
    await Promise.all(strangers);
    expect(heard).toEqual([]);
  });

  it('is not answered when it asks for what nobody knows', async () => {
    const at = newOne();
    let ran = false;
    const done = ask(at, { command: 'format-disk' } as never, 200, () => {
      void answer(at, async () => {
        ran = true;
        return reply;
      }).then((answered) => expect(answered).toBe(false));
    });
    expect(await done).toBeNull();
    expect(ran).toBe(false);
  });
});

describe('the address', () => {
  it('is in a folder that only its owner enters', () => {
    const control = newControl('linux');
    onTestFinished(control.remove);
    // Windows has no such bits; there the word alone stands in the way.
    expect(process.platform === 'win32' || (statSync(dirname(control.address)).mode & 0o077) === 0).toBe(true);
  });

  it('is recognised, and others are not', () => {
    const { word } = newOne();
    expect(isControl(newOne(), process.platform)).toBe(true);
    for (const other of [
      undefined,
      5,
      '/etc/passwd',
      '/tmp/ninetray-abc/s',
      '/tmp/ninetray-abcdef/../../x/s',
      `/${'a'.repeat(300)}`,
    ]) {
      expect(isControl({ address: other, word }, 'linux')).toBe(false);
    }
    expect(isControl({ address: `\\\\.\\pipe\\ninetray-${'0'.repeat(32)}`, word }, 'win32')).toBe(true);
    expect(isControl({ address: '\\\\.\\pipe\\other', word }, 'win32')).toBe(false);
    for (const no of [undefined, '', 'a\nword', 7]) {
      expect(isControl({ ...newOne(), word: no }, process.platform)).toBe(false);
    }
  });
});
