/** @module-tag sweep */
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ask, type ControlReply, type ControlRequest, type Limits, serve, type Words } from './control';

const reply: ControlReply = { exitCode: 0, out: 'well\n', json: '{}', problem: '' };
const words: Words = { ask: 'a'.repeat(32), answer: 'b'.repeat(32) };
const setKey: ControlRequest = {
  command: 'set-key',
  origin: 'https://api.9proxy.com',
  text: 'SOMEKEY1234',
  storage: null,
};

function newAddress(): string {
  if (process.platform === 'win32') return `\\\\.\\pipe\\ninetray-test-${Math.random()}`;
  const folder = mkdtempSync(join(tmpdir(), 'ninetray-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 's');
}

/** Listens for one test; every connection goes to `onCaller`. Answers the address. */
async function listen(onCaller: (socket: Socket) => void): Promise<string> {
  const address = newAddress();
  const server = createServer(onCaller);
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(address, resolve));
  return address;
}

function serving(run: (request: ControlRequest) => Promise<ControlReply>, limits?: Limits): Promise<string> {
  return listen((socket) => serve(socket, words, run, limits));
}

/** Says `text` to the socket at `address` and collects what it hears, until the other side ends. */
function say(address: string, text: string): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect(address, () => socket.write(text));
    socket.on('data', (chunk) => (heard += String(chunk)));
    socket.on('error', () => undefined).on('close', () => resolve(heard));
  });
}

describe('a later start that asks the running application', () => {
  it('is answered over the socket', async () => {
    const address = await serving(async (request) => ({ ...reply, out: request.command }));
    const asked = await ask(address, words, { command: 'status' }, 5000);
    expect(asked).toEqual({ kind: 'reply', reply: { ...reply, out: 'status' } });
  });

  it('carries a key, which nothing else sees', async () => {
    const seen: unknown[] = [];
    const address = await serving(async (request) => {
      seen.push(request);
      return reply;
    });
    await ask(address, words, setKey, 5000);
    expect(seen).toEqual([setKey]);
    expect(address + JSON.stringify(words)).not.toContain('SOMEKEY');
  });

  it('hands a key only to a listener that knows the word: on Windows any user can open a pipe of that name', async () => {
    let heard = '';
    const address = await listen((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', (chunk) => {
        heard += String(chunk);
        socket.write(`${'c'.repeat(32)}\n`);
      });
    });
    expect(await ask(address, words, setKey, 5000)).toEqual({ kind: 'silent' });
    expect(heard).not.toContain('SOMEKEY');
  });

  it('distinguishes no server from no answer, and waits no longer than its limit', async () => {
    expect(await ask(newAddress(), words, setKey, 5000)).toEqual({ kind: 'unreachable' });
    const mute = await listen((socket) => void socket.on('error', () => undefined));
    expect(await ask(mute, words, setKey, 30)).toEqual({ kind: 'silent' });
    const slow = await serving(() => new Promise(() => undefined));
    expect(await ask(slow, words, { command: 'status' }, 50)).toEqual({ kind: 'silent' });
  });

  it('takes neither a reply of another form nor one without an end', async () => {
    for (const answer of ['{"exitCode":"0"}\n', 'x'.repeat(33_000_000)]) {
      const address = await listen((socket) => {
        socket.on('error', () => undefined);
        socket.once('data', () => {
          socket.once('data', () => socket.write(answer));
          socket.write(`${words.answer}\n`);
        });
      });
      expect(await ask(address, words, { command: 'status' }, 5000)).toEqual({ kind: 'silent' });
    }
  });
});

describe('a request that takes long', () => {
  it('shows how far it is, and may take longer than the limit from one progress to the next', async () => {
    const address = await listen((socket) =>
      serve(
        socket,
        words,
        async (_request, { progress }) => {
          for (const line of ['1 of 3', '2 of 3', '3 of 3']) {
            await new Promise((resolve) => setTimeout(resolve, 400));
            progress(line);
          }
          return reply;
        },
        { request: 5000, reply: 1000 },
      ),
    );
    const shown: string[] = [];
    expect(await ask(address, words, { command: 'status' }, 1000, (line) => shown.push(line))).toEqual({
      kind: 'reply',
      reply,
    });
    expect(shown).toEqual(['1 of 3', '2 of 3', '3 of 3']);
  });

  it('learns that no one waits for it any more', async () => {
    let gone: Promise<unknown> = Promise.resolve();
    const asked = new Promise<void>((began) => {
      void listen((socket) =>
        serve(socket, words, (_request, caller) => {
          gone = new Promise((resolve) => caller.gone.addEventListener('abort', resolve));
          began();
          return new Promise(() => undefined);
        }),
      ).then((address) => ask(address, words, { command: 'status' }, 200));
    });
    await asked;
    await expect(gone).resolves.toBeInstanceOf(Event);
  });
});

describe('the running application', () => {
  it('answers nothing to a caller without the token, and runs nothing for it', async () => {
    let ran = 0;
    const address = await serving(async () => {
      ran += 1;
      return reply;
    });
    const request = JSON.stringify({ command: 'status' });
    const said = ['\n', `${request}\n`, `${'0'.repeat(32)}\n${request}\n`, 'x'.repeat(2000)];
    for (const text of said) expect(await say(address, text)).toBe('');
    expect(ran).toBe(0);
  });

  it('runs no command that it does not know, nor a request that is too long', async () => {
    let ran = 0;
    const address = await serving(async () => {
      ran += 1;
      return reply;
    });
    expect(await ask(address, words, { command: 'format-disk' } as never, 5000)).toEqual({ kind: 'silent' });
    const long: ControlRequest = { command: 'show', demo: false, id: 'x'.repeat(200_000) };
    expect(await ask(address, words, long, 5000)).toEqual({ kind: 'silent' });
    expect(ran).toBe(0);
  });

  it('hangs up on a caller who says nothing, and when its own answer takes too long', async () => {
    const address = await serving(() => new Promise(() => undefined), { request: 30, reply: 30 });
    expect(await say(address, '')).toBe('');
    expect(await ask(address, words, { command: 'status' }, 5000)).toEqual({ kind: 'silent' });
  });
});
