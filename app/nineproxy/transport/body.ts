// Reads an HTTP answer's body as text, up to a limit, and frees the connection once the answer is too long or no longer
// wanted.
import { type Answer, parseJson } from './response';

/** Longest body that is read, in bytes after decompression. The longest real answer, 200 sub-accounts, is about 100 kB. */
export const longestBody = 5_000_000;

/** What is read of an answer; a `Response` is one. Statuses outside of 200 to 599 occur, which a `Response` cannot have. */
export interface Reply {
  readonly status: number;
  readonly headers: Pick<Headers, 'get'>;
  /** A list: the whole of it has come already. */
  readonly body: ReadableStream<Uint8Array> | readonly Uint8Array[] | null;
}

/** Throws when the connection breaks. A body that is too long comes back as one that is no JSON. */
export async function receive(response: Reply, signal: AbortSignal): Promise<Answer> {
  const { status, headers } = response;
  const body = response.body === null ? '' : await readBody(response.body, signal);
  return { status, header: (name) => headers.get(name), body, json: parseJson(body) };
}

function readBody(body: NonNullable<Reply['body']>, signal: AbortSignal): string | Promise<string> {
  return 'getReader' in body ? readText(body, signal) : decodeAll(body);
}

function decodeAll(chunks: readonly Uint8Array[]): string {
  const bytes = chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0);
  if (bytes > longestBody) return tooLong;
  return wholeText.decode(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
}

/** Not for streams: it remembers nothing from one text to the next. */
const wholeText = new TextDecoder();

async function readText(stream: ReadableStream<Uint8Array>, signal: AbortSignal): Promise<string> {
  const reader = stream.getReader();
  const giveUp = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', giveUp, { once: true });
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      bytes += value.byteLength;
      if (bytes > longestBody) {
        giveUp();
        return tooLong;
      }
      text += decoder.decode(value, { stream: true });
    }
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}

/** Stands for a body that was refused for its length; it is neither JSON nor HTML. */
const tooLong = '(too long)';
