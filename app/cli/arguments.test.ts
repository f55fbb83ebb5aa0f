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
    expect(readArguments(['--status'])).toEqual({ kind: 'status', json: false, demo: null, below: null });
    expect(readArguments(['--json', '--status'])).toEqual({ kind: 'status', json: true, demo: null, below: null });
    expect(readArguments(['--set-key'])).toEqual({ kind: 'set-key', storage: null });
    expect(readArguments(['--set-key', '--storage=session'])).toEqual({ kind: 'set-key', storage: 'session' });
    expect(readArguments(['--set-key', '--storage=plain'])).toEqual({ kind: 'wrong', argument: '--storage=plain' });
    expect(readArguments(['--help', '--status'])).toEqual({ kind: 'help' });
  });

  it('reads what --below names, in IPs, bytes and dollars, with --status only', () => {
    const read = (below: string) => readArguments(['--status', `--below=${below}`]);
    expect(read('ips=500,wallet=10.5,traffic=5GB')).toMatchObject({ below: { ips: 500, wallet: 10.5, traffic: 5e9 } });
    expect(read('traffic=250MB')).toMatchObject({ below: { traffic: 2.5e8 } });
    expect(read('traffic=12B')).toMatchObject({ below: { traffic: 12 } });
    for (const wrong of ['', 'money=3', 'ips', 'ips=1,ips=2', 'ips=5,'])
      expect(read(wrong)).toEqual({ kind: 'wrong', argument: '--below' });
    for (const wrong of ['ips=-1', 'ips=abc', 'ips=5GB', 'traffic=5', 'traffic=5TB']) {
      const [name, value] = wrong.split('=');
      expect(read(wrong)).toEqual({ kind: 'wrong', argument: '--below', below: { name, value } });
    }
    expect(readArguments(['--below=ips=5'])).toEqual({ kind: 'wrong', argument: '--below' });
  });

  it('takes what --below names as the next word too, and never repeats that word', () => {
    const spaced = readArguments(['--status', '--below', 'ips=500,wallet=10', '--json']);
    expect(spaced).toMatchObject({ kind: 'status', json: true, below: { ips: 500, wallet: 10 } });
    for (const rest of [[], ['--json'], ['A'.repeat(60)], ['ips=1', 'wallet=2']])
      expect(readArguments(['--status', '--below', ...rest])).toEqual({
        kind: 'wrong',
        argument: rest.length > 1 ? null : '--below',
      });
  });

  it('refuses a second --below: the gate would leave the first one open', () => {
    const both = readArguments(['--status', '--below=ips=500', '--below=wallet=10']);
    expect(both).toEqual({ kind: 'wrong', argument: '--below' });
    expect(readArguments(['--status', '--below', 'ips=5', '--below', 'ips=6'])).toMatchObject({ kind: 'wrong' });
  });

  it('passes over what Chromium and a debugger own', () => {
    const argv = ['--user-data-dir=/tmp/a b', '--no-sandbox', '--remote-debugging-port=0', '--status'];
    expect(readArguments(argv)).toMatchObject({ kind: 'status' });
  });

  it('says which switch a mistyped one was meant to be', () => {
    const meant = (...argv: string[]) => readArguments(argv);
    expect(meant('--status', '--jsn')).toEqual({ kind: 'wrong', argument: '--jsn', meant: '--json' });
    expect(meant('--statu')).toEqual({ kind: 'wrong', argument: '--statu', meant: '--status' });
    expect(meant('--stauts')).toMatchObject({ meant: '--status' });
    expect(meant('status')).toEqual({ kind: 'wrong', argument: 'status', meant: '--status' });
    expect(meant('-status')).toMatchObject({ meant: '--status' });
    expect(meant('--setkey=SECRET')).toEqual({ kind: 'wrong', argument: '--setkey', meant: '--set-key' });
    expect(meant('-x')).toEqual({ kind: 'wrong', argument: null });
  });

  it('takes -h for --help, and leaves what macOS adds', () => {
    expect(readArguments(['-h'])).toEqual({ kind: 'help' });
    expect(readArguments(['-psn_0_12345'])).toMatchObject({ kind: 'desktop' });
  });

  it('repeats no limit of --below that is long enough to be a key', () => {
    const wrong = readArguments(['--status', `--below=ips=${'A'.repeat(40)}`]);
    expect(wrong).toEqual({ kind: 'wrong', argument: '--below', below: { name: 'ips', value: '' } });
  });

  it('refuses a bare word without repeating it: it may be a key', () => {
    expect(readArguments(['--set-key', 'A'.repeat(60)])).toEqual({ kind: 'wrong', argument: null });
    // If it were ignored, the application would start, and the argument would be in the list of processes while that runs.
    expect(readArguments([`--set-key=${'A'.repeat(60)}`])).toEqual({ kind: 'wrong', argument: null });
  });
});
