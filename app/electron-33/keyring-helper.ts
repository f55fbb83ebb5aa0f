// The protocol between this process and its keyring helper: lines of JSON over the helper's standard input and output.
// Secrets go through these pipes only: never into arguments, the environment, or an error's text.
// Delete it with the fallback to Electron 33: later versions have a safeStorage that does not block.
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import type { KeyringHelper } from '../key/keyring/keyring';
import type { SafeStorage } from '../key/keyring/safe-storage';

// Electron and its libraries print to standard output too; only lines that start so are ours.
const MARK = 'ninetray-keyring ';

const requestSchema = z.object({
  id: z.number().int(),
  call: z.enum(['available', 'encrypt', 'decrypt']),
  /** A text for encrypt, base64 for decrypt. */
  input: z.string(),
});

const replySchema = z.discriminatedUnion('ok', [
  z.object({ id: z.number().int(), ok: z.literal(true), output: z.string(), shouldReEncrypt: z.boolean() }),
  z.object({ id: z.number().int(), ok: z.literal(false) }),
]);

type Request = z.infer<typeof requestSchema>;
type Reply = z.infer<typeof replySchema>;

/** The part of a child process that is used. */
export interface HelperProcess {
  stdin: Writable;
  stdout: Readable;
  kill(signal: 'SIGKILL'): boolean;
  on(event: 'error' | 'exit', listener: () => void): unknown;
}

/** The helper as a way to the keyring. `backend` names the keyring, which is the same in both processes. */
export function createKeyringHelper(helper: HelperProcess, backend: () => string): KeyringHelper {
  const waiting = new Map<number, { resolve: (reply: Reply & { ok: true }) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  let over = false;

  function finish(): void {
    over = true;
    for (const { reject } of waiting.values()) reject(new Error('The keyring helper has ended.'));
    waiting.clear();
  }

  helper.on('error', finish);
  helper.on('exit', finish);
  // A helper that dies while it is written to reports that through `exit`; the pipe's own error says nothing more.
  helper.stdin.on('error', finish);
  onLines(helper.stdout, (line) => {
    const reply = parseLine(line, replySchema);
    const caller = reply === null ? undefined : waiting.get(reply.id);
    if (reply === null || caller === undefined) return;
    waiting.delete(reply.id);
    if (reply.ok) caller.resolve(reply);
    else caller.reject(new Error('The keyring refused.'));
  });

  function call(name: Request['call'], input: string): Promise<Reply & { ok: true }> {
    return new Promise((resolve, reject) => {
      if (over) {
        reject(new Error('The keyring helper has ended.'));
        return;
      }
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      const request: Request = { id: lastId, call: name, input };
      helper.stdin.write(`${JSON.stringify(request)}\n`);
    });
  }

  return {
    safeStorage: {
      blocking: false,
      backend,
      available: async () => (await call('available', '')).output === 'true',
      encrypt: async (text) => Buffer.from((await call('encrypt', text)).output, 'base64'),
      async decrypt(bytes) {
        const { output, shouldReEncrypt } = await call('decrypt', Buffer.from(bytes).toString('base64'));
        return { text: output, shouldReEncrypt };
      },
    },
    end() {
      finish();
      helper.kill('SIGKILL');
    },
  };
}

/** The helper's side: answers each request, until its input ends. */
export async function serveKeyringHelper(input: Readable, output: Writable, safeStorage: SafeStorage): Promise<void> {
  const answers: Promise<void>[] = [];
  await new Promise<void>((resolve) => {
    onLines(input, (line) => {
      const request = parseLine(`${MARK}${line}`, requestSchema);
      if (request !== null) answers.push(answer(request, safeStorage, output));
    });
    input.on('end', resolve);
    input.on('error', resolve);
  });
  await Promise.all(answers);
}

async function answer(request: Request, safeStorage: SafeStorage, output: Writable): Promise<void> {
  let reply: Reply;
  try {
    reply = { id: request.id, ok: true, ...(await done(request, safeStorage)) };
  } catch {
    // The error has no stable wording; the vault checks the keyring for the reason.
    reply = { id: request.id, ok: false };
  }
  output.write(`${MARK}${JSON.stringify(reply)}\n`);
}

async function done(
  { call, input }: Request,
  safeStorage: SafeStorage,
): Promise<{ output: string; shouldReEncrypt: boolean }> {
  if (call === 'available') return { output: String(await safeStorage.available()), shouldReEncrypt: false };
  if (call === 'encrypt') {
    const bytes = await safeStorage.encrypt(input);
    return { output: Buffer.from(bytes).toString('base64'), shouldReEncrypt: false };
  }
  const { text, shouldReEncrypt } = await safeStorage.decrypt(Buffer.from(input, 'base64'));
  return { output: text, shouldReEncrypt };
}

function onLines(stream: Readable, listener: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) listener(line);
  });
}

function parseLine<T>(line: string, schema: z.ZodType<T>): T | null {
  if (!line.startsWith(MARK)) return null;
  try {
    return schema.parse(JSON.parse(line.slice(MARK.length)));
  } catch {
    return null;
  }
}
