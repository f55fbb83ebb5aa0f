import { describe, expect, it } from 'vitest';
import { keyringReadiness, type Run } from './keyring-linux';
import { createRun } from './run-program';

// What the three tools print for the same answers.
const PRINTED = {
  'dbus-send': {
    yes: '   boolean true\n',
    no: '   boolean false\n',
    wallet: '   kdewallet\n',
    list: (names: string) => `   array [\n${names}   ]\n`,
  },
  gdbus: {
    yes: '(true,)\n',
    no: '(false,)\n',
    wallet: "('kdewallet',)\n",
    list: (names: string) => `(['${names}'],)\n`,
  },
  busctl: { yes: 'b true\n', no: 'b false\n', wallet: 's "kdewallet"\n', list: (names: string) => `as 1 "${names}"\n` },
} as const;

type Tool = keyof typeof PRINTED;
type Answer = 'yes' | 'no' | 'wallet' | { fails: string } | { list: string };

/** A bus with one tool installed, that answers by the method asked for. */
function bus(tool: Tool, answers: Record<string, Answer>): { run: Run; calls: string[] } {
  const calls: string[] = [];
  const run: Run = async (program, args) => {
    if (program !== tool) return { status: 'missing' };
    const line = args.join(' ');
    calls.push(line);
    const method = Object.keys(answers).find((name) => new RegExp(`[. ]${name}( |$)`).test(line));
    const answer = method === undefined ? { fails: 'unexpected' } : answers[method];
    if (answer === undefined) throw new Error(line);
    if (typeof answer === 'string') return { status: 'ended', code: 0, output: PRINTED[tool][answer] };
    if ('list' in answer) return { status: 'ended', code: 0, output: PRINTED[tool].list(answer.list) };
    return { status: 'ended', code: 1, output: answer.fails };
  };
  return { run, calls };
}

describe.each(['dbus-send', 'gdbus', 'busctl'] as const)('with %s', (tool) => {
  it.each<[string, Record<string, Answer>, string]>([
    ['an unlocked keyring is open', { NameHasOwner: 'yes', Get: 'no' }, 'open'],
    ['a locked one would prompt', { NameHasOwner: 'yes', Get: 'yes' }, 'would-prompt'],
    [
      'one that is not set up would prompt',
      { NameHasOwner: 'yes', Get: { fails: 'Error org.freedesktop.DBus.Error.UnknownMethod: No such object path' } },
      'would-prompt',
    ],
    [
      'one that fails otherwise is not known',
      { NameHasOwner: 'yes', Get: { fails: 'Error: Did not receive a reply' } },
      'unknown',
    ],
    [
      'one that is not running would prompt',
      { NameHasOwner: 'no', ListActivatableNames: { list: 'org.freedesktop.secrets' } },
      'would-prompt',
    ],
    [
      'one that is not there is absent',
      { NameHasOwner: 'no', ListActivatableNames: { list: 'org.freedesktop.secrets.other' } },
      'absent',
    ],
    ['without a bus nothing is known', { NameHasOwner: { fails: 'Failed to connect' } }, 'unknown'],
  ])('%s', async (_, answers, readiness) => {
    expect(await keyringReadiness('gnome_libsecret', bus(tool, answers).run)).toBe(readiness);
  });

  it.each<[string, Record<string, Answer>, string]>([
    [
      'an open wallet is open',
      { NameHasOwner: 'yes', isEnabled: 'yes', networkWallet: 'wallet', isOpen: 'yes' },
      'open',
    ],
    [
      'a closed one would prompt',
      { NameHasOwner: 'yes', isEnabled: 'yes', networkWallet: 'wallet', isOpen: 'no' },
      'would-prompt',
    ],
    ['one that was turned off is absent', { NameHasOwner: 'yes', isEnabled: 'no' }, 'absent'],
    ['one that does not answer is not known', { NameHasOwner: 'yes', isEnabled: { fails: 'x' } }, 'unknown'],
  ])('KWallet: %s', async (_, answers, readiness) => {
    const { run, calls } = bus(tool, answers);
    expect(await keyringReadiness('kwallet6', run)).toBe(readiness);
    expect(calls.every((line) => line.includes('org.kde.kwalletd6'))).toBe(true);
    expect(calls.some((line) => line.includes('kdewallet'))).toBe('isOpen' in answers);
  });
});

describe('a keyring on Linux', () => {
  it('is not known without any of the tools', async () => {
    expect(await keyringReadiness('gnome_libsecret', async () => ({ status: 'missing' }))).toBe('unknown');
  });

  it('is absent when Electron found none', async () => {
    expect(await keyringReadiness('basic_text', async () => ({ status: 'missing' }))).toBe('absent');
  });
});

describe('running a program', () => {
  const run = createRun(5000, { ...process.env, LD_LIBRARY_PATH: '/nowhere' });

  it('hands back what it printed and how it ended, in plain English and without our libraries', async () => {
    const script = 'process.stdout.write(`${process.env.LC_ALL} ${process.env.LD_LIBRARY_PATH}`); process.exit(3)';
    expect(await run(process.execPath, ['-e', script])).toEqual({ status: 'ended', code: 3, output: 'C undefined' });
  });

  it('says when there is no such program', async () => {
    expect(await run('ninetray-no-such-program', [])).toEqual({ status: 'missing' });
  });

  it('ends a program that takes too long', async () => {
    const ended = await createRun(50, process.env)(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    expect(ended).toMatchObject({ status: 'ended', code: null });
  });
});
