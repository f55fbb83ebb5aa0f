import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments';

const variables = { key: 'NINEPROXY_API_KEY', url: 'NINEPROXY_API_URL' };
const asked = (request: object, output = 'text') => ({ kind: 'access', request, output, variables });
const read = (line: string) => readArguments(line.split(' '));

const secret = `ntk${'A1b2C3d4'.repeat(5)}`;

it.each([
  [secret],
  ['--set-key', secret],
  [`--set-key=${secret}`],
  ['run', secret, '--lease=7'],
  ['run', '--token', secret, '--lease=7'],
  ['run', `--token=${secret}`, '--lease=7'],
  ['run', '--as=bot', `--rolle=${secret}`, '--lease=7'],
  ['key', secret],
  ['key', '--as', 'bot', secret],
  ['gateway', secret],
  ['access', secret],
  ['access', 'add', 'bot', secret, '--role', 'read'],
  ['places', secret],
])('a token is taken from no argument and repeated in no message: %s %s (T13)', (...argv) => {
  expect(JSON.stringify(readArguments(argv))).not.toContain(secret);
});

describe('commands that begin with a word', () => {
  it('are read in the forms that the help lists', () => {
    expect(read('gateway on')).toEqual(asked({ act: 'on' }));
    expect(read('gateway off')).toEqual(asked({ act: 'off' }));
    expect(read('gateway status --json')).toEqual(asked({ act: 'status' }, 'json'));
    expect(read('gateway url')).toEqual(asked({ act: 'url' }));
    expect(read('access list --json')).toEqual(asked({ act: 'list' }, 'json'));
    expect(read('access pause')).toEqual(asked({ act: 'pause' }));
    expect(read('access resume')).toEqual(asked({ act: 'resume' }));
    expect(read('access revoke bot')).toEqual(asked({ act: 'revoke', name: 'bot' }));
    expect(read('access revoke --all')).toEqual(asked({ act: 'revoke-all' }));
    expect(readArguments(['access', 'add', 'My bot', '--role', 'read', '--expires=30d', '--rate', '2.5/s'])).toEqual(
      asked({ act: 'add', name: 'My bot', role: 'read', lasts: 30 * 86_400_000, readsPerSecond: 2.5 }),
    );
    expect(read('access add bot --role figures --expires 12h')).toMatchObject({
      request: { lasts: 12 * 3_600_000, readsPerSecond: null },
    });
  });

  it('ask for places by path or by name', () => {
    expect(read('places list')).toEqual({ kind: 'places', request: { act: 'list' }, json: false });
    expect(read('places scan --json')).toEqual({ kind: 'places', request: { act: 'scan', paths: [] }, json: true });
    expect(read('places scan . /srv/shop')).toMatchObject({ request: { paths: ['.', '/srv/shop'] } });
    expect(readArguments(['places', 'rehearse', 'Web shop'])).toMatchObject({ request: { names: ['Web shop'] } });
  });

  it('ask for a token of a program for a day at most', () => {
    const token = { act: 'token', name: 'bot', lasts: 12 * 3_600_000 };
    expect(read('key --as bot')).toEqual(asked(token));
    expect(read('key --as bot --for 30m --env')).toEqual(asked({ ...token, lasts: 30 * 60_000 }, 'env'));
    expect(read('key --as=bot --for=1d --json')).toEqual(asked({ ...token, lasts: 86_400_000 }, 'json'));
  });

  it('ask for a token for the process that becomes the command', () => {
    expect(read('run --as bot --lease=77')).toEqual(asked({ act: 'lease', of: { name: 'bot' }, pid: 77 }));
    expect(read('run --role figures --lease=77')).toEqual(asked({ act: 'lease', of: { role: 'figures' }, pid: 77 }));
    // Without either, it may read, and neither change nor spend anything.
    expect(read('run --lease=77')).toEqual(asked({ act: 'lease', of: { role: 'read' }, pid: 77 }));
    expect(read('run --key-var K --url-var=U --lease=77')).toMatchObject({ variables: { key: 'K', url: 'U' } });
  });

  it.each([
    'run',
    'run --as a --role read --lease=7',
    'run --lease=0',
    'run --lease=x',
    'run extra --lease=7',
    'run --key-var A=B --lease=7',
    'run --key-var SAME --url-var SAME --lease=7',
    'access',
    'access what',
    'access list extra',
    'access add bot',
    'access add bot --role boss',
    'access add bot more --role read',
    'access add bot --role read --expires 0d',
    'access add bot --role read --expires 30',
    'access add bot --role read --rate 99/s',
    'access add bot --role read --rate 5',
    'access add bot --role read --role figures',
    'access add bot --role',
    'access revoke',
    'access revoke bot --all',
    'gateway',
    'gateway up',
    'key',
    'key bot',
    'key --as bot more',
    'key --as bot --for 2d',
    'key --as bot --for 0h',
    'key --as bot --env --json',
    'places',
    'places list extra',
  ])('show how they are written where something is wrong: %s', (line) => {
    expect(read(line)).toMatchObject({
      kind: 'wrong',
      usage: expect.stringContaining(`ninetray ${line.split(' ')[0]}`),
    });
  });

  it('say which switch a mistyped one was meant to be', () => {
    expect(read('access list --jsn')).toMatchObject({ kind: 'wrong', argument: '--jsn', meant: '--json' });
    expect(read('access add bot --rol=read')).toMatchObject({ argument: '--rol', meant: '--role' });
  });

  it('say which word a mistyped one was meant to be', () => {
    expect(read('plcaes list')).toEqual({ kind: 'wrong', argument: 'plcaes', meant: 'places' });
    expect(read('places rehears')).toEqual({ kind: 'wrong', argument: 'rehears', meant: 'places rehearse' });
  });

  it('repeat no bare word: it may be a key', () => {
    for (const words of [
      ['access', 'A'.repeat(60)],
      ['gateway', 'on', 'A'.repeat(60)],
      ['key', 'A'.repeat(60)],
      ['places', 'A'.repeat(60)],
      ['access', 'add', 'A'.repeat(61), '--role', 'read'],
    ])
      expect(JSON.stringify(readArguments(words))).not.toContain('AAAA');
  });

  it('show the help where it is asked for, and leave what Chromium owns', () => {
    expect(read('access add --help')).toEqual({ kind: 'help' });
    expect(read('--no-sandbox gateway url --ozone-platform=headless --user-data-dir=/tmp/a')).toEqual(
      asked({ act: 'url' }),
    );
  });

  it('are such only as the first word', () => {
    expect(read('--status gateway url')).toMatchObject({ kind: 'wrong', argument: null });
  });

  it('do not run a command without the ninetray command, which becomes it', () => {
    expect(read('run --as bot -- curl')).toMatchObject({ kind: 'wrong', argument: '--' });
  });
});
