import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { concealedFormats, createClipboard, sameText, type SystemClipboard } from './clipboard';

const platforms = ['linux', 'win32', 'darwin'] as const;
const raw = (name: string) => `electron application/osclipboard;format="${name}"`;
const text = 'new-key-000';

/** As Electron 33's: plain values, and a `write` that would take an object of another shape. */
function plain() {
  const state = { text: 'before', writes: 0 };
  const system: SystemClipboard<never> & { writeBuffer(): void } = {
    readText: () => state.text,
    writeText(next) {
      state.text = next;
      state.writes += 1;
    },
    write() {
      throw new Error('not the shape it has');
    },
    writeBuffer() {
      state.text = '';
    },
    has: () => false,
    clear() {
      state.text = '';
    },
  };
  return { state, system };
}

type Item = Record<string, string | Blob>;

/** As Electron 44's: promises, items with raw formats, all of one write at once. */
function promised() {
  const state = { formats: new Map<string, string | Blob>(), refuses: '', loses: '', hasFails: false };
  const system: SystemClipboard<Item> = {
    async readText() {
      const found = state.formats.get('text/plain');
      return typeof found === 'string' ? found : '';
    },
    async writeText(next) {
      state.formats = new Map([['text/plain', next]]);
    },
    async write(items) {
      const formats = new Map(items.flatMap((item) => Object.entries(item)));
      if (formats.has(state.refuses)) throw new Error('refused');
      formats.delete(state.loses);
      state.formats = formats;
    },
    async has(type) {
      if (state.hasFails) throw new Error('cannot tell');
      return state.formats.has(type);
    },
    async clear() {
      state.formats = new Map();
    },
  };
  return { state, system };
}

const itemOf = (formats: Item): Item => formats;

describe('the marks that clipboard histories respect', () => {
  it.each([
    ['linux', { 'x-kde-passwordManagerHint': '736563726574' }],
    ['darwin', { 'org.nspasteboard.ConcealedType': '01' }],
    [
      'win32',
      {
        ExcludeClipboardContentFromMonitorProcessing: '01',
        CanIncludeInClipboardHistory: '00000000',
        CanUploadToCloudClipboard: '00000000',
      },
    ],
  ] as const)('are %s’s own', (platform, expected) => {
    const found = Object.entries(concealedFormats(platform)).map(([name, bytes]) => [
      name,
      Buffer.from(bytes).toString('hex'),
    ]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });
});

describe('with plain values (Electron 33)', () => {
  it.each(platforms)('writes the text alone on %s, and says that it carries no marks', async (platform) => {
    const { state, system } = plain();
    const clipboard = createClipboard({ system, itemOf: null, platform });
    expect(await clipboard.writeSecret(text)).toEqual({ concealed: false });
    expect(state).toEqual({ text, writes: 1 });
    expect(await clipboard.readText()).toBe(text);
    await clipboard.clear();
    expect(await clipboard.readText()).toBe('');
  });

  it('turns what Electron throws into a rejection', async () => {
    const { system } = plain();
    const clipboard = createClipboard({
      system: {
        ...system,
        readText() {
          throw new Error('no');
        },
        writeText() {
          throw new Error('no');
        },
      },
      itemOf: null,
      platform: 'linux',
    });
    await expect(clipboard.readText()).rejects.toThrow('no');
    await expect(clipboard.writeSecret(text)).rejects.toThrow('no');
  });
});

describe('with promises (Electron 44 and later)', () => {
  it.each(platforms)('writes text and marks in one go on %s', async (platform) => {
    const { state, system } = promised();
    const clipboard = createClipboard({ system, itemOf, platform });
    expect(await clipboard.writeSecret(text)).toEqual({ concealed: true });
    expect(state.formats.get('text/plain')).toBe(text);
    for (const [name, bytes] of Object.entries(concealedFormats(platform))) {
      const mark = state.formats.get(raw(name));
      if (!(mark instanceof Blob)) throw new Error(`no ${name}`);
      expect(new Uint8Array(await mark.arrayBuffer())).toEqual(bytes);
    }
    expect(await clipboard.readText()).toBe(text);
    await clipboard.clear();
    expect(await clipboard.readText()).toBe('');
  });

  it.each(platforms)('writes the text without marks where one of them is refused (%s)', async (platform) => {
    for (const name of Object.keys(concealedFormats(platform))) {
      const { state, system } = promised();
      state.refuses = raw(name);
      const clipboard = createClipboard({ system, itemOf, platform });
      expect(await clipboard.writeSecret(text)).toEqual({ concealed: false });
      expect([...state.formats]).toEqual([['text/plain', text]]);
    }
  });

  it('writes the text again where only the marks arrived', async () => {
    const { state, system } = promised();
    state.loses = 'text/plain';
    const clipboard = createClipboard({ system, itemOf, platform: 'linux' });
    expect(await clipboard.writeSecret(text)).toEqual({ concealed: false });
    expect([...state.formats]).toEqual([['text/plain', text]]);
  });

  it.each(platforms)('does not claim a mark that is not there (%s)', async (platform) => {
    for (const name of Object.keys(concealedFormats(platform))) {
      const { state, system } = promised();
      state.loses = raw(name);
      const clipboard = createClipboard({ system, itemOf, platform });
      expect(await clipboard.writeSecret(text)).toEqual({ concealed: false });
      expect(state.formats.get('text/plain')).toBe(text);
    }
  });

  it('keeps text and marks when it cannot look for the marks', async () => {
    const { state, system } = promised();
    state.hasFails = true;
    const clipboard = createClipboard({ system, itemOf, platform: 'win32' });
    expect(await clipboard.writeSecret(text)).toEqual({ concealed: false });
    expect(state.formats.size).toBe(4);
  });
});

it('compares texts of any length', () => {
  expect(sameText('a', 'a')).toBe(true);
  expect(sameText('', '')).toBe(true);
  expect(sameText('a', 'ab')).toBe(false);
  expect(sameText('a', 'A')).toBe(false);
});
