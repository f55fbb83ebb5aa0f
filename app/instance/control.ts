// The protocol between a NineTray that runs and a later start (a terminal command, or a second start of the application). Both sides prove that
// they read `running.json` in the profile folder before anything is sent. So a key goes over a socket between two processes of one user,
// never through an argument or a file.
import { connect, type Socket } from 'node:net';
import { z } from 'zod';
import { accessRequestSchema } from '../model/access/terminal-request';
import { placesRequestSchema } from '../model/places/terminal-request';

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
  z.object({ command: z.literal('access'), request: accessRequestSchema }),
  z.object({ command: z.literal('places'), request: placesRequestSchema }),
  z.object({
    /** Another start of the application: show a window, with the demo if it was asked for. */
    command: z.literal('show'),
    demo: z.boolean(),
    /** One per start, which may be announced twice. */
    id: z.string().max(64),
  }),
]);
export type ControlRequest = z.infer<typeof requestSchema>;

/** What the terminal prints and exits with. */
export const replySchema = z.object({
  exitCode: z.number().int(),
  out: z.string(),
  json: z.string(),
  problem: z.string(),
});
export type ControlReply = z.infer<typeof replySchema>;

/** A line that is sent before the reply: how far the request is. */
const progressSchema = z.object({ progress: z.string() });

/** Who waits for the reply. */
export interface Caller {
  /** Shows how far the request is. The time limit of the reply counts from here again. */
  progress(line: string): void;
  /** Aborted once no one waits any more: the other side was ended, or took too long. */
  gone: AbortSignal;
}

/** The secret words by which the two sides prove who they are. Windows' pipes can be listed, and be opened by any user of the computer. */
export interface Words {
  /** Said first, by who asks. */
  ask: string;
  /** Said in return; only then is the request sent. */
  answer: string;
}

export interface Limits {
  /** How long a caller may take until its request is there (ms). */
  request: number;
  /** How long the answer to a request may take after the last progress (ms). */
  reply: number;
}

export const LIMITS: Limits = { request: 5000, reply: 100_000 };
/** The longest lines (characters): a word, a request, a reply (a search finds up to 2,000 places). */
const LONGEST = { word: 64, request: 131_072, reply: 32_000_000 };

/** Serves one connection: one request, its progress, one reply. Ends it at the first thing that does not fit, and at its time limits. */
export function serve(
  socket: Socket,
  words: Words,
  run: (request: ControlRequest, caller: Caller) => Promise<ControlReply>,
  limits: Limits = LIMITS,
): void {
  let timer = setTimeout(() => socket.destroy(), limits.request);
  const gone = new AbortController();
  socket.on('close', () => {
    clearTimeout(timer);
    gone.abort();
  });
  // The other side closed the connection: there is nothing to answer.
  socket.on('error', () => socket.destroy());
  readLine(socket, LONGEST.word, (said) => {
    if (said !== words.ask) {
      socket.destroy();
      return;
    }
    readLine(socket, LONGEST.request, (line) => {
      const request = requestSchema.safeParse(parseJson(line));
      if (!request.success) {
        socket.destroy();
        return;
      }
      const waitForReply = () => {
        clearTimeout(timer);
        timer = setTimeout(() => socket.destroy(), limits.reply);
      };
      const progress = (text: string) => {
        if (gone.signal.aborted) return;
        waitForReply();
        socket.write(`${JSON.stringify({ progress: text })}\n`);
      };
      waitForReply();
      run(request.data, { progress, gone: gone.signal }).then(
        (reply) => socket.end(`${JSON.stringify(reply)}\n`),
        () => socket.destroy(),
      );
    });
    socket.write(`${words.answer}\n`);
  });
}

/** `unreachable`: nothing listens there. `silent`: no valid answer came within the limit. */
export type Asked = { kind: 'reply'; reply: ControlReply } | { kind: 'unreachable' } | { kind: 'silent' };

/**
 * Sends one request to the control server at `address`; waits `patience` ms in all, or after the last progress. Never
 * rejects.
 */
export function ask(
  address: string,
  words: Words,
  request: ControlRequest,
  patience: number,
  onProgress: (line: string) => void = () => undefined,
): Promise<Asked> {
  return new Promise((resolve) => {
    const socket = connect(address);
    let isConnected = false;
    let timer: NodeJS.Timeout | undefined;
    const end = (asked: Asked) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(asked);
    };
    const waitOn = () => {
      clearTimeout(timer);
      timer = setTimeout(() => end({ kind: 'silent' }), patience);
    };
    waitOn();
    socket.on('connect', () => {
      isConnected = true;
      socket.write(`${words.ask}\n`);
    });
    socket.on('error', () => end({ kind: isConnected ? 'silent' : 'unreachable' }));
    socket.on('close', () => end({ kind: 'silent' }));
    readLine(socket, LONGEST.word, (said) => {
      if (said !== words.answer) {
        end({ kind: 'silent' });
        return;
      }
      readLines(socket, LONGEST.reply, (line) => {
        const parsed = parseJson(line);
        const progress = progressSchema.safeParse(parsed);
        if (progress.success) {
          waitOn();
          onProgress(progress.data.progress);
          return;
        }
        const reply = replySchema.safeParse(parsed);
        end(reply.success ? { kind: 'reply', reply: reply.data } : { kind: 'silent' });
      });
      socket.write(`${JSON.stringify(request)}\n`);
    });
  });
}

function readLine(socket: Socket, longest: number, onLine: (line: string) => void): void {
  const stop = readLines(socket, longest, (line) => {
    stop();
    onLine(line);
  });
}

/** Reads lines until the function that it returns is called: what comes after that is dropped. */
function readLines(socket: Socket, longest: number, onLine: (line: string) => void): () => void {
  let parts: string[] = [];
  let length = 0;
  let isOver = false;
  const onData = (chunk: string) => {
    const [first = '', ...others] = chunk.split('\n');
    parts.push(first);
    length += first.length;
    for (const next of others) {
      if (isOver || length > longest) break;
      const line = parts.join('');
      parts = [next];
      length = next.length;
      onLine(line);
    }
    if (!isOver && length > longest) socket.destroy();
  };
  socket.setEncoding('utf8');
  socket.on('data', onData);
  return () => {
    isOver = true;
    socket.off('data', onData);
  };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // not JSON: the schema refuses it
  }
}
