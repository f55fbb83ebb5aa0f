import { describe, expect, it } from 'vitest';
import { ok } from '../../model/problem';
import { createMacLoginItem, createWindowsLoginItem, type LoginItemCalls } from './system-login-item';

type Read = ReturnType<LoginItemCalls['getLoginItemSettings']>;

function appWith(read: Read) {
  const asked: unknown[] = [];
  const set: unknown[] = [];
  const app: LoginItemCalls = {
    getLoginItemSettings(of) {
      asked.push(of);
      return read;
    },
    setLoginItemSettings: (wanted) => set.push(wanted),
  };
  return { app, asked, set };
}

describe('the login item of macOS', () => {
  it('has neither a path nor arguments', () => {
    const { app, set } = appWith({ openAtLogin: false, status: 'not-registered' });
    createMacLoginItem(app).set(true);
    createMacLoginItem(app).set(false);
    expect(set).toEqual([{ openAtLogin: true }, { openAtLogin: false }]);
  });

  it('waits for the user’s approval where the system says so', () => {
    const waiting = appWith({ openAtLogin: false, status: 'requires-approval' });
    expect(createMacLoginItem(waiting.app).needsApproval()).toBe(true);
    expect(createMacLoginItem(appWith({ openAtLogin: true, status: 'enabled' }).app).needsApproval()).toBe(false);
    expect(createMacLoginItem(appWith({ openAtLogin: true }).app).needsApproval()).toBe(false);
  });

  it.each([
    [{ openAtLogin: true, status: 'enabled' }, []],
    // Registered again, the user would be asked again.
    [{ openAtLogin: false, status: 'requires-approval' }, []],
    [{ openAtLogin: false, status: 'not-found' }, [{ openAtLogin: true }]],
    [{ openAtLogin: false, status: 'not-registered' }, [{ openAtLogin: true }]],
  ])('is registered by a renewal only where it is not: %j', (read, expected) => {
    const { app, set } = appWith(read);
    expect(createMacLoginItem(app).renew()).toEqual(ok('renewed'));
    expect(set).toEqual(expected);
  });
});

describe('the login item of Windows', () => {
  const program = 'C:\\Users\\Anna Lee\\NineTray.exe';
  const item = { path: '"C:\\Users\\Anna Lee\\NineTray.exe"', args: ['--hidden'] };

  it('is a quoted path, since it may have spaces', () => {
    const { app, set } = appWith({ openAtLogin: false });
    createWindowsLoginItem(app, program).set(true);
    expect(set).toEqual([{ openAtLogin: true, ...item }]);
  });

  it.each([
    ['is on', [{ enabled: true }]],
    ['is that of another path', []],
  ])('is written again where the present one %s', (_, launchItems) => {
    const { app, asked, set } = appWith({ openAtLogin: false, launchItems });
    expect(createWindowsLoginItem(app, program).renew()).toEqual(ok('renewed'));
    expect(asked).toEqual([item]);
    expect(set).toEqual([{ openAtLogin: true, ...item }]);
  });

  it('stays off where the user turned it off in the Task Manager', () => {
    const { app, set } = appWith({ openAtLogin: true, launchItems: [{ enabled: false }] });
    expect(createWindowsLoginItem(app, program).renew()).toEqual(ok('turned-off'));
    expect(set).toEqual([]);
  });
});
