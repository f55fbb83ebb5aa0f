// How a terminal command asks the NineTray that is already running: the asker listens on a socket, and names it and a word through the
// single-instance lock, which is the person's own; the running one connects, says the word, reads one line, answers one line. So a key
// goes over a socket between two processes of one person, never through an argument or a file.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

export const requestSchema = z.discriminatedUnion('command', [
  z.object({
    command: z.literal('status'),
    /** `--below`: IPs, bytes, US dollars. */
    below: z
      .object({ ips: z.number().optional(), traffic: z.number().optional(), wallet: z.number().optional() })
      .nullable()
      .optional(),
  }),
  z.object({
    command: z.literal('set-key'),
    /** Scheme, host and port that the asker means the key for: its own settings and environment may lead elsewhere. */
    origin: z.string().max(300),
    text: z.string().max(4096),
    storage: z.enum(['protected', 'session', 'unprotected']).nullable(),
  }),
]);
export type ControlRequest = z.infer<typeof requestSchema>;

/** What the terminal prints and ends with. */
export const replySchema = z.object({
  exitCode: z.number().int(),
  out: z.string(),
  json: z.string(),
  problem: z.string(),
});
export type ControlReply = z.infer<typeof replySchema>;

/** The longest line either side reads (characters). */
const LONGEST = 1_000_000;

/** Where an asker listens, and the word that tells whom it waits for from whoever else finds it. */
export interface Control {
  address: string;
  word: string;
}

/**
 * A place to listen at: a folder of its own (0700), or on Windows a pipe. Pipes can be listed, and their default access lets every user
 * of the computer read: without the word nothing is told.
 */
export function newControl(platform: NodeJS.Platform): Control & { remove(): void } {
  const word = randomBytes(16).toString('hex');
  if (platform === 'win32')
    return { address: `\\\\.\\pipe\\ninetray-${randomBytes(16).toString('hex')}`, word, remove: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'ninetray-'));
  return { address: join(folder, 's'), word, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Whether what another start handed over looks like one of ours. */
export function isControl(given: { address: unknown; word: unknown }, platform: NodeJS.Platform): given is Control {
  const { address, word } = given;
  if (typeof word !== 'string' || !/^[0-9a-f]{32}$/.test(word)) return false;
  if (typeof address !== 'string' || address.length > 200) return false;
  return platform === 'win32'
    ? /^\\\\\.\\pipe\\ninetray-[0-9a-f]{32}$/.test(address)
    : /^\/.*\/ninetray-[A-Za-z0-9]{6}\/s$/.test(address);
}

/**
 * Listens, hands `request` to the first who knows the word, and takes its reply; null when none came within `patience` ms.
 * Calls `listening` when it can be reached; what it is given gives the wait up.
 */
export function ask(
  { address, word }: Control,
  request: ControlRequest,
  patience: number,
  listening: (giveUp: () => void) => void,
): Promise<ControlReply | null> {
  return new Promise((resolve) => {
    const server = createServer();
    const strangers = new Set<Socket>();
    let told = false;
    const end = (reply: ControlReply | null) => {
      clearTimeout(timer);
      server.close();
      for (const stranger of strangers) stranger.destroy();
      resolve(reply);
    };
    const timer = setTimeout(() => end(null), patience);
    server.once('error', () => end(null));
    server.on('connection', (socket) => {
      strangers.add(socket);
      socket.on('error', () => {
        if (!strangers.delete(socket)) end(null);
      });
      readLine(socket, (said) => {
        if (said !== word || told) {
          socket.destroy();
          return;
        }
        told = true;
        strangers.delete(socket);
        readLine(socket, (line) => {
          const reply = replySchema.safeParse(parseJson(line));
          end(reply.success ? reply.data : null);
        });
        socket.write(`${JSON.stringify(request)}\n`);
      });
    });
    server.listen(address, () => listening(() => end(null)));
  });
}

/** Connects to an asker, does what it asks, answers. Resolves with false when that was not possible. */
export function answer(
  { address, word }: Control,
  run: (request: ControlRequest) => Promise<ControlReply>,
): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.on('error', () => resolve(false));
    socket.write(`${word}\n`);
    readLine(socket, (line) => {
      const request = requestSchema.safeParse(parseJson(line));
      if (!request.success) {
        socket.destroy();
        resolve(false);
        return;
      }
      run(request.data).then(
        (reply) => socket.end(`${JSON.stringify(reply)}\n`, () => resolve(true)),
        () => {
          socket.destroy();
          resolve(false);
        },
      );
    });
  });
}

function readLine(socket: Socket, heard: (line: string) => void): void {
  let text = '';
  socket.setEncoding('utf8');
  socket.on('data', (chunk: string) => {
    text += chunk;
    const end = text.indexOf('\n');
    if (end >= 0) {
      socket.removeAllListeners('data');
      heard(text.slice(0, end));
    } else if (text.length > LONGEST) socket.destroy();
  });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // not JSON: the schema refuses it
  }
}
