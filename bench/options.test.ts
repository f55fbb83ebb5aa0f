import { describe, expect, it } from 'vitest';
import { parseOptions } from './options.mjs';

it('measures NineTray against the bare applications, and writes the table, when nothing is given', () => {
  expect(parseOptions([])).toEqual({
    runs: 7,
    warm: 4,
    idle: 3,
    against: [],
    peers: [],
    hasCompositor: false,
    writesTable: true,
    isHelp: false,
  });
});

it('takes several peers and builds, in order', () => {
  const options = parseOptions([
    '--peer',
    'gitify=/opt/gitify',
    '--against=/tmp/before',
    '--peer=b-2.0=./a=b/app.asar',
  ]);
  expect(options.peers).toEqual([
    { name: 'gitify', path: '/opt/gitify' },
    { name: 'b-2.0', path: './a=b/app.asar' },
  ]);
  expect(options.against).toEqual(['/tmp/before']);
});

it.each([[['--against', 'x']], [['--peer', 'a=b']], [['--no-table']]])(
  'leaves the table of the page as it is with %j',
  (args) => {
    expect(parseOptions(args).writesTable).toBe(false);
  },
);

it('writes the table of the page also with other applications when told to', () => {
  expect(parseOptions(['--peer', 'a=b', '--against', 'x', '--table']).writesTable).toBe(true);
});

describe('refuses', () => {
  it.each(['gitify', '=/opt/gitify', 'gitify=', '..=/opt', 'a/b=/opt', 'two words=/opt'])('the peer %j', (peer) => {
    expect(() => parseOptions(['--peer', peer])).toThrow(`--peer ${peer}: expected NAME=PATH`);
  });

  it('a name that another application has', () => {
    expect(() => parseOptions(['--peer', 'a=1', '--peer', 'a=2'])).toThrow('Two applications would be called a.');
    expect(() => parseOptions(['--peer', 'ninetray=1'])).toThrow('would be called ninetray.');
    expect(() => parseOptions(['--peer', 'ninetray-kept=1'])).toThrow('would be called ninetray-kept.');
    expect(() => parseOptions(['--peer', 'old=1', '--against', '/tmp/old/'])).toThrow('would be called old.');
  });

  it.each([
    ['--runs', '0'],
    ['--runs', 'many'],
    ['--warm', '1.5'],
    ['--idle', '-1'],
  ])('%s %s', (option, text) => {
    expect(() => parseOptions([`${option}=${text}`])).toThrow(`${option} ${text}: expected a whole number`);
  });

  it('an option that does not exist', () => {
    expect(() => parseOptions(['--peers', 'a=b'])).toThrow('--peers');
  });
});
