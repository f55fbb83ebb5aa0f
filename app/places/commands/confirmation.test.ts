import { describe, expect, it } from 'vitest';
import type { Command } from '../../model/places/command';
import type { Place, PlaceUpdate } from '../../model/places/place';
import { confirmationOf, isConfirmed } from './confirmation';
import { checkGroups, hookGroups } from './hooks';

const command = (program: string, ...args: string[]): Command => ({
  program,
  arguments: args,
  folder: null,
  timeLimit: 30,
});
const update: Extract<PlaceUpdate, { by: 'command' }> = {
  by: 'command',
  recipe: 'own',
  command: command('tool', 'set'),
  newline: false,
  repeatable: true,
  probe: command('tool', 'status'),
  readBack: command('tool', 'get'),
};
const place = (id: string, more: Partial<Place> = {}): Place => ({
  id,
  name: id,
  kind: 'other',
  where: '',
  note: '',
  ...more,
});
const confirmed = (more: Partial<Place>): Place => {
  const own = place('p', more);
  return { ...own, confirmed: confirmationOf(own) };
};

describe('confirmationOf', () => {
  const whole = { update, hook: command('restart'), check: command('check') };

  it('is the same for the same commands, in whatever order a file has their fields', () => {
    const { program, arguments: args, folder, timeLimit } = update.command;
    const turned = { timeLimit, folder, arguments: args, program };
    expect(confirmationOf({ ...whole, update: { ...update, command: turned } })).toBe(confirmationOf(whole));
  });

  it('changes with everything that is run, with what it reads, and with the file that is written', () => {
    const changed: Parameters<typeof confirmationOf>[0][] = [
      { ...whole, update: { ...update, command: command('tool', 'set', '-v') } },
      { ...whole, update: { ...update, command: { ...update.command, folder: '/tmp' } } },
      { ...whole, update: { ...update, command: { ...update.command, timeLimit: 31 } } },
      { ...whole, update: { ...update, command: command('tools', 'et') } },
      { ...whole, update: { ...update, newline: true } },
      { ...whole, update: { ...update, repeatable: false } },
      { ...whole, update: { ...update, around: { before: 'A=', after: '', base64: false } } },
      { ...whole, update: { ...update, around: { before: '', after: 'A=', base64: false } } },
      { ...whole, update: { ...update, probe: null } },
      { ...whole, update: { ...update, readBack: command('tool', 'look') } },
      { ...whole, hook: command('restart', 'all') },
      { ...whole, check: command('true') },
      { update, hook: whole.check, check: whole.hook },
      { ...whole, update: { by: 'file', path: '/a' } },
      { ...whole, update: { by: 'file', path: '/b' } },
      { ...whole, update: { by: 'hand' } },
    ];
    const all = [confirmationOf(whole), ...changed.map(confirmationOf)];
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('isConfirmed', () => {
  it('takes what the user confirmed, and nothing that was changed since', () => {
    const own = confirmed({ update });
    expect(isConfirmed(own)).toBe(true);
    expect(isConfirmed({ ...own, update: { ...update, command: command('evil') } })).toBe(false);
    expect(isConfirmed({ ...own, hook: command('evil') })).toBe(false);
  });

  it('takes no commands without a confirmation, and places without commands', () => {
    expect(isConfirmed(place('p', { update }))).toBe(false);
    expect(isConfirmed(place('p', { check: command('evil') }))).toBe(false);
    expect(isConfirmed(place('p', { update: { by: 'file', path: '/a' } }))).toBe(true);
    expect(isConfirmed(place('p'))).toBe(true);
  });
});

describe('hookGroups', () => {
  it('has equal hooks once, with all their places, in the order of the places', () => {
    const places = [
      place('a', { hook: command('restart', 'web') }),
      place('b'),
      place('c', { hook: command('restart', 'worker') }),
      place('d', { hook: { ...command('restart', 'web'), timeLimit: 90 } }),
      place('e', { hook: { ...command('restart', 'web'), folder: '/srv' } }),
    ];
    expect(hookGroups(places)).toEqual([
      { command: { ...command('restart', 'web'), timeLimit: 90 }, placeIds: ['a', 'd'] },
      { command: command('restart', 'worker'), placeIds: ['c'] },
      { command: { ...command('restart', 'web'), folder: '/srv' }, placeIds: ['e'] },
    ]);
    expect(checkGroups(places)).toEqual([]);
  });
});
