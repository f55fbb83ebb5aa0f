import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeMessage, encodeCall } from './dbus-message';

/** Taken from a real dbus-daemon 1.14 and a real watcher. */
const recorded = {
  hello:
    '6c02010109000000010000003d00000006017300040000003a312e30000000000501750001000000080167000173000007017300140000006f72672e667265656465736b746f702e4442757300000000040000003a312e3000',
  nameOwnerChanged:
    '6c04010135000000050000008900000001016f00150000002f6f72672f667265656465736b746f702f4442757300000002017300140000006f72672e667265656465736b746f702e4442757300000000030173' +
    '00100000004e616d654f776e65724368616e676564000000000000000007017300140000006f72672e667265656465736b746f702e4442757300000000080167000373737300000000000000001d0000006f72' +
    '672e6b64652e5374617475734e6f746966696572576174636865720000000000000000000000040000003a312e3100',
  hostRegistered:
    '6c02010108000000080000002d00000006017300040000003a312e30000000000501750004000000080167000176000007017300040000003a312e31000000000162000001000000',
  everything:
    '6c020101840000000a0000003500000006017300040000003a312e300000000005017500060000000801670005617b73767d00000000000007017300040000003a312e31000000007c00000000000000' +
    '1e00000049735374617475734e6f746966696572486f73745265676973746572656400016200000001000000000000000f00000050726f746f636f6c56657273696f6e000169000000000000000000001d' +
    '000000526567697374657265645374617475734e6f7469666965724974656d730002617300000000000000',
  noSuchName:
    '6c0301013a000000060000007500000006017300040000003a312e300000000004017300290000006f72672e667265656465736b746f702e444275732e4572726f722e4e616d654861734e6f4f776e6572' +
    '000000000000000501750007000000080167000173000007017300140000006f72672e667265656465736b746f702e444275730000000035000000436f756c64206e6f742067657420504944206f66206e61' +
    '6d6520276e6f626f64792e68657265273a206e6f2073756368206e616d6500',
};
const decoded = (hex: string) => decodeMessage(Buffer.from(hex, 'hex'))?.message;

describe('decodeMessage', () => {
  it('reads what a real bus says', () => {
    expect(decoded(recorded.hello)).toEqual({
      type: 'reply',
      replyTo: 1,
      interface: null,
      member: null,
      body: [':1.0'],
    });
    expect(decoded(recorded.nameOwnerChanged)).toEqual({
      type: 'signal',
      replyTo: null,
      interface: 'org.freedesktop.DBus',
      member: 'NameOwnerChanged',
      body: ['org.kde.StatusNotifierWatcher', '', ':1.1'],
    });
    expect(decoded(recorded.hostRegistered)).toMatchObject({ replyTo: 4, body: [true] });
    expect(decoded(recorded.everything)?.body).toEqual([
      [
        ['IsStatusNotifierHostRegistered', true],
        ['ProtocolVersion', 0],
        ['RegisteredStatusNotifierItems', []],
      ],
    ]);
    expect(decoded(recorded.noSuchName)).toMatchObject({ type: 'error', replyTo: 7 });
  });

  it('waits for the whole message, and leaves what follows it', () => {
    const two = Buffer.from(recorded.hello + recorded.hostRegistered, 'hex');
    const first = Buffer.from(recorded.hello, 'hex').length;
    for (let length = 0; length < first; length += 1) expect(decodeMessage(two.subarray(0, length))).toBeNull();
    expect(decodeMessage(two)?.rest.equals(two.subarray(first))).toBe(true);
  });

  it('ends with a message, nothing, or a RangeError, whatever the bytes', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(recorded)),
        fc.array(fc.tuple(fc.nat(), byte), { maxLength: 6 }),
        (hex, changes) => {
          const bytes = Buffer.from(hex, 'hex');
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          expect(outcome(bytes)).toMatch(/^(message|more|RangeError)$/);
        },
      ),
      { numRuns: 2000 },
    );
  });

  function outcome(bytes: Buffer): string {
    try {
      return decodeMessage(bytes) === null ? 'more' : 'message';
    } catch (error) {
      return error instanceof RangeError ? 'RangeError' : String(error);
    }
  }
});

describe('encodeCall', () => {
  it('writes what decodeMessage reads', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 5 }), (args) => {
        const call = { serial: 7, destination: 'a.b', path: '/a/b', interface: 'a.b.C', member: 'Do', args };
        const bytes = encodeCall(call);
        const message = decodeMessage(bytes);
        expect(bytes.readUInt32LE(8)).toBe(7);
        expect(message?.rest.length).toBe(0);
        expect(message?.message).toEqual({ type: 'call', replyTo: null, interface: 'a.b.C', member: 'Do', body: args });
      }),
    );
  });

  it('writes Hello as every bus expects it', () => {
    const hello = encodeCall({
      serial: 1,
      destination: 'org.freedesktop.DBus',
      path: '/org/freedesktop/DBus',
      interface: 'org.freedesktop.DBus',
      member: 'Hello',
      args: [],
    });
    expect(hello.length % 8).toBe(0);
    expect(hello.toString('latin1', 0, 4)).toBe('l\u0001\u0000\u0001');
  });
});
