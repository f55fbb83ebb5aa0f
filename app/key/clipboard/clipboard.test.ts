import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { concealedFormats, createClipboard, type SystemClipboard } from './clipboard';

const platforms = ['linux', 'win32', 'darwin'] as const;
const raw = (name: string) => `electron application/osclipboard;format="${name}"`;
const text = 'new-key-000';

type Item = Record<string, string | Blob>;

/** As Electron's: items with raw formats, all of one write at once. */
function fakeSystem() {
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
      if (state.hasFails) throw new Error('not available');
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
  ] as const)('are those of the platform on %s', (platform, expected) => {
    const found = Object.entries(concealedFormats(platform)).map(([name, bytes]) => [
      name,
      Buffer.from(bytes).toString('hex'),
    ]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });
});

describe('the clipboard', () => {
  it.each(platforms)('writes text and marks at once on %s', async (platform) => {
    const { state, system } = fakeSystem();
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

  it.each(platforms)('writes the text without marks when one of them is refused (%s)', async (platform) => {
    for (const name of Object.keys(concealedFormats(platform))) {
      const { state, system } = fakeSystem();
      state.refuses = raw(name);
      const clipboard = createClipboard({ system, itemOf, platform });
      expect(await clipboard.writeSecret(text)).toEqual({ concealed: false });
      expect([...state.formats]).toEqual([['text/plain', text]]);
    }
  });

  it('writes the text again when only the marks arrived', async () => {
    const { state, system } = fakeSystem();
    state.loses = 'text/plain';
    const clipboard = createClipboard({ system, itemOf, platform: 'linux' });
    expect(await clipboard.writeSecret(text)).toEqual({ concealed: false });
    expect([...state.formats]).toEqual([['text/plain', text]]);
  });

  it.each(platforms)('reports the copy as not concealed when a mark is missing (%s)', async (platform) => {
    for (const name of Object.keys(concealedFormats(platform))) {
      const { state, system } = fakeSystem();
      state.loses = raw(name);
      const clipboard = createClipboard({ system, itemOf, platform });
      expect(await clipboard.writeSecret(text)).toEqual({ concealed: false });
      expect(state.formats.get('text/plain')).toBe(text);
    }
  });

  it('leaves text and marks in place when the marks cannot be checked', async () => {
    const { state, system } = fakeSystem();
    state.hasFails = true;
    const clipboard = createClipboard({ system, itemOf, platform: 'win32' });
    expect(await clipboard.writeSecret(text)).toEqual({ concealed: false });
    expect(state.formats.size).toBe(4);
  });
});
