// The little of D-Bus that is needed to ask the session bus who is there: method calls with text in them, and whatever
// answers. Pure: bytes in, bytes out. Little-endian only, as every message on a little-endian machine is.
// https://dbus.freedesktop.org/doc/dbus-specification.html#message-protocol

export interface MethodCall {
  serial: number;
  destination: string;
  path: string;
  interface: string;
  member: string;
  /** Every argument is text. */
  args: readonly string[];
}

export interface Message {
  type: 'call' | 'reply' | 'error' | 'signal' | 'other';
  /** The serial of the call that this answers. */
  replyTo: number | null;
  interface: string | null;
  member: string | null;
  body: unknown[];
}

const field = { path: 1, interface: 2, member: 3, replyTo: 5, destination: 6, signature: 8 } as const;
const types = ['other', 'call', 'reply', 'error', 'signal'] as const;
/** Messages are at most 128 MiB; what we ask for is answered in a few hundred bytes. */
const longest = 1 << 20;

/** The bytes of a method call. */
export function encodeCall(call: MethodCall): Buffer {
  const body = new Writer();
  for (const text of call.args) body.text(text);
  const head = new Writer();
  head.bytes(0x6c, 1, 0, 1); // Little-endian, a method call, no flags, protocol version 1.
  head.uint32(body.length);
  head.uint32(call.serial);
  const fields = new Writer();
  const put = (code: number, type: 'o' | 's' | 'g', value: string) => {
    fields.align(8);
    fields.bytes(code);
    fields.signature(type);
    if (type === 'g') fields.signature(value);
    else fields.text(value);
  };
  put(field.path, 'o', call.path);
  put(field.interface, 's', call.interface);
  put(field.member, 's', call.member);
  put(field.destination, 's', call.destination);
  if (call.args.length > 0) put(field.signature, 'g', 's'.repeat(call.args.length));
  head.uint32(fields.length);
  head.append(fields.buffer());
  head.align(8);
  head.append(body.buffer());
  return head.buffer();
}

/**
 * The first message in the bytes, and what follows it; null while it is not all there yet. Throws a RangeError on bytes that are no
 * D-Bus message: the connection is of no use then.
 */
export function decodeMessage(bytes: Buffer): { message: Message; rest: Buffer } | null {
  if (bytes.length < 16) return null;
  if (bytes[0] !== 0x6c) throw new RangeError('not a little-endian D-Bus message');
  const bodyLength = bytes.readUInt32LE(4);
  const headLength = align(16 + bytes.readUInt32LE(12), 8);
  const total = headLength + bodyLength;
  if (total > longest) throw new RangeError('D-Bus message too long');
  if (bytes.length < total) return null;
  const fields = new Map<number, unknown>();
  const [entries] = new Reader(bytes.subarray(0, headLength), 12).values('a(yv)');
  for (const entry of Array.isArray(entries) ? entries : [])
    if (Array.isArray(entry)) fields.set(Number(entry[0]), entry[1]);
  const textOf = (code: number) => {
    const value = fields.get(code);
    return typeof value === 'string' ? value : null;
  };
  const replyTo = fields.get(field.replyTo);
  const message: Message = {
    type: types[bytes[1] ?? 0] ?? 'other',
    replyTo: typeof replyTo === 'number' ? replyTo : null,
    interface: textOf(field.interface),
    member: textOf(field.member),
    body: new Reader(bytes.subarray(headLength, total), 0).values(textOf(field.signature) ?? ''),
  };
  return { message, rest: bytes.subarray(total) };
}

class Writer {
  readonly #parts: number[] = [];
  get length(): number {
    return this.#parts.length;
  }
  bytes(...values: number[]): void {
    this.#parts.push(...values);
  }
  align(to: number): void {
    while (this.#parts.length % to !== 0) this.#parts.push(0);
  }
  uint32(value: number): void {
    this.align(4);
    this.bytes(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24);
  }
  text(value: string): void {
    const encoded = Buffer.from(value, 'utf8');
    this.uint32(encoded.length);
    this.bytes(...encoded, 0);
  }
  signature(value: string): void {
    this.bytes(value.length, ...Buffer.from(value, 'ascii'), 0);
  }
  append(bytes: Buffer): void {
    this.bytes(...bytes);
  }
  buffer(): Buffer {
    return Buffer.from(this.#parts);
  }
}

/** Sizes and alignments of the fixed types. */
const fixed: Readonly<Record<string, number>> = { y: 1, n: 2, q: 2, b: 4, i: 4, u: 4, h: 4, x: 8, t: 8, d: 8 };

class Reader {
  readonly #bytes: Buffer;
  #at: number;
  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** The values of a whole signature. */
  values(signature: string): unknown[] {
    const values: unknown[] = [];
    for (let rest = signature; rest !== ''; ) {
      const type = firstType(rest);
      values.push(this.#value(type));
      rest = rest.slice(type.length);
    }
    return values;
  }

  #value(type: string): unknown {
    const kind = type.charAt(0);
    if (kind === 's' || kind === 'o') return this.#text(this.#number('u'));
    if (kind === 'g') return this.#text(this.#number('y'));
    if (kind === 'v') return this.values(this.#text(this.#number('y')))[0];
    if (kind === 'a') return this.#array(type.slice(1));
    if (kind === '(' || kind === '{') {
      this.#at = align(this.#at, 8);
      return this.values(type.slice(1, -1));
    }
    const value = this.#number(kind);
    return kind === 'b' ? value === 1 : value;
  }

  #number(kind: string): number {
    const size = fixed[kind];
    if (size === undefined) throw new RangeError('unknown D-Bus type');
    const at = align(this.#at, size);
    this.#at = at + size;
    if (kind === 'd') return this.#bytes.readDoubleLE(at);
    if (kind === 'x') return Number(this.#bytes.readBigInt64LE(at));
    if (kind === 't') return Number(this.#bytes.readBigUInt64LE(at));
    return kind === 'n' || kind === 'i' ? this.#bytes.readIntLE(at, size) : this.#bytes.readUIntLE(at, size);
  }

  #text(length: number): string {
    const end = this.#at + length;
    if (end >= this.#bytes.length) throw new RangeError('D-Bus text too long');
    const text = this.#bytes.toString('utf8', this.#at, end);
    this.#at = end + 1;
    return text;
  }

  #array(item: string): unknown[] {
    const length = this.#number('u');
    this.#at = align(
      this.#at,
      fixed[item.charAt(0)] ?? ('({'.includes(item.charAt(0)) ? 8 : 'gv'.includes(item.charAt(0)) ? 1 : 4),
    );
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new RangeError('D-Bus array too long');
    const items: unknown[] = [];
    while (this.#at < end) items.push(this.#value(item));
    return items;
  }
}

/** The first complete type of a signature: "as", "a{sv}", "(yv)". */
function firstType(signature: string): string {
  const kind = signature.charAt(0);
  if (kind === 'a') return `a${firstType(signature.slice(1))}`;
  if (kind !== '(' && kind !== '{') return kind;
  let depth = 0;
  for (let at = 0; at < signature.length; at += 1) {
    if ('({'.includes(signature.charAt(at))) depth += 1;
    if (')}'.includes(signature.charAt(at))) depth -= 1;
    if (depth === 0) return signature.slice(0, at + 1);
  }
  throw new RangeError('broken D-Bus signature');
}

function align(offset: number, to: number): number {
  return Math.ceil(offset / to) * to;
}
