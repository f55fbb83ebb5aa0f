import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments';

describe('the command line', () => {
  it('starts the application when nothing is asked', () => {
    expect(readArguments([])).toEqual({ kind: 'desktop', demo: null, hidden: false });
    expect(readArguments(['--hidden'])).toEqual({ kind: 'desktop', demo: null, hidden: true });
  });

  it('knows the demo and its sizes', () => {
    expect(readArguments(['--demo'])).toMatchObject({ demo: 250 });
    expect(readArguments(['--demo=50000'])).toMatchObject({ demo: 50_000 });
    expect(readArguments(['--demo=7'])).toEqual({ kind: 'wrong', argument: '--demo=7' });
  });

  it('reads the terminal commands', () => {
    expect(readArguments(['--status'])).toEqual({ kind: 'status', json: false, demo: null });
    expect(readArguments(['--json', '--status'])).toEqual({ kind: 'status', json: true, demo: null });
    expect(readArguments(['--set-key'])).toEqual({ kind: 'set-key', storage: null });
    expect(readArguments(['--set-key', '--storage=session'])).toEqual({ kind: 'set-key', storage: 'session' });
    expect(readArguments(['--set-key', '--storage=plain'])).toEqual({ kind: 'wrong', argument: '--storage=plain' });
    expect(readArguments(['--help', '--status'])).toEqual({ kind: 'help' });
  });

  it('passes over what Chromium and a debugger own', () => {
    const argv = ['--user-data-dir=/tmp/a b', '--no-sandbox', '--remote-debugging-port=0', '--status'];
    expect(readArguments(argv)).toMatchObject({ kind: 'status' });
  });

  it('refuses a bare word without repeating it: it may be a key', () => {
    expect(readArguments(['--set-key', 'A'.repeat(60)])).toEqual({ kind: 'wrong', argument: null });
  });
});
