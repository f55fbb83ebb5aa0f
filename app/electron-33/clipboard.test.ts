import { expect, it } from 'vitest';
import { plainClipboard } from './clipboard';

const text = 'new-key-000';

function fakeSystem() {
  const state = { text: 'before', writes: 0 };
  const system = {
    readText: () => state.text,
    writeText(next: string) {
      state.text = next;
      state.writes += 1;
    },
    clear() {
      state.text = '';
    },
  };
  return { state, system };
}

it('writes the text alone, and reports that it carries no marks', async () => {
  const { state, system } = fakeSystem();
  const clipboard = plainClipboard(system);
  expect(await clipboard.writeSecret(text)).toEqual({ concealed: false });
  expect(state).toEqual({ text, writes: 1 });
  expect(await clipboard.readText()).toBe(text);
  await clipboard.clear();
  expect(await clipboard.readText()).toBe('');
});

it('turns what Electron throws into a rejection', async () => {
  const throws = () => {
    throw new Error('no');
  };
  const clipboard = plainClipboard({ readText: throws, writeText: throws, clear: throws });
  await expect(clipboard.readText()).rejects.toThrow('no');
  await expect(clipboard.writeSecret(text)).rejects.toThrow('no');
  await expect(clipboard.clear()).rejects.toThrow('no');
});
