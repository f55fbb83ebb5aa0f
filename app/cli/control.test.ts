import { statSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { answer, ask, type ControlReply, isControlAddress, newControlAddress } from './control';

const reply: ControlReply = { exitCode: 0, out: 'well\n', json: '{}', problem: '' };

function address(): string {
  const control = newControlAddress(process.platform);
  onTestFinished(control.remove);
  return control.address;
}

describe('a command that asks the running application', () => {
  it('is answered over a socket that it names', async () => {
    const at = address();
    const got = await ask(at, { command: 'status' }, 5000, () => {
      void answer(at, async (request) => ({ ...reply, out: request.command }));
    });
    expect(got).toEqual({ ...reply, out: 'status' });
  });

  it('carries a key, which nothing else sees', async () => {
    const at = address();
    const seen: unknown[] = [];
    await ask(at, { command: 'set-key', text: 'SOMEKEY1234', storage: null }, 5000, () => {
      void answer(at, async (request) => {
        seen.push(request);
        return reply;
      });
    });
    expect(seen).toEqual([{ command: 'set-key', text: 'SOMEKEY1234', storage: null }]);
    expect(at).not.toContain('SOMEKEY');
  });

  it('gives up when it finds itself alone, and when nobody comes', async () => {
    expect(await ask(address(), { command: 'status' }, 5000, (giveUp) => giveUp())).toBeNull();
    expect(await ask(address(), { command: 'status' }, 1, () => undefined)).toBeNull();
  });

  it('takes nothing for a reply that is none', async () => {
    const at = address();
    const got = await ask(at, { command: 'status' }, 5000, () => {
      connect(at).end('{"exitCode":"0"}\n');
    });
    expect(got).toBeNull();
  });

  it('is not answered when it asks for what nobody knows', async () => {
    const at = address();
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
    const control = newControlAddress('linux');
    onTestFinished(control.remove);
    // Windows has no such bits; its pipes have names that nobody can guess.
    expect(process.platform === 'win32' || (statSync(dirname(control.address)).mode & 0o077) === 0).toBe(true);
  });

  it('is recognised, and others are not', () => {
    expect(isControlAddress(address(), process.platform)).toBe(true);
    for (const other of [
      undefined,
      5,
      '/etc/passwd',
      '/tmp/ninetray-abc/s',
      '/tmp/ninetray-abcdef/../../x/s',
      `/${'a'.repeat(300)}`,
    ]) {
      expect(isControlAddress(other, 'linux')).toBe(false);
    }
    expect(isControlAddress(`\\\\.\\pipe\\ninetray-${'0'.repeat(32)}`, 'win32')).toBe(true);
    expect(isControlAddress('\\\\.\\pipe\\other', 'win32')).toBe(false);
  });
});
