import { expect, test, vi } from 'vitest';
import { type Ability, createNotifier, type NotifierOptions, type SystemContent, type SystemEvents } from './notifier';

interface Fake extends SystemContent {
  events: SystemEvents;
  open: boolean;
}

/** A system, and all that it was ever handed. `refuses`: it says at once that it cannot show any. */
function system(options: Partial<NotifierOptions> = {}, refuses = false) {
  const all: Fake[] = [];
  const notifier = createNotifier({
    platform: 'linux',
    ability: async () => 'actions',
    make: (text, events) => {
      const fake: Fake = { ...text, events, open: false };
      all.push(fake);
      return {
        show: () => {
          fake.open = !refuses;
          if (refuses) events.gone();
        },
        close: () => {
          fake.open = false;
        },
      };
    },
    ...options,
  });
  const open = () => all.filter((one) => one.open).map(({ title }) => title);
  const show = (title: string, ids: string[], clicked = () => {}) => notifier.show({ title, body: '', ids }, clicked);
  return { notifier, all, open, show };
}

test('what speaks of the same is taken away by what is newer, and nothing else is', async () => {
  const { open, show } = system();
  await show('IPs', ['ips']);
  await show('Wallet', ['wallet']);
  await show('A test', []);
  await show('IPs and traffic', ['traffic', 'ips']);
  await show('Another test', []);
  expect(open()).toEqual(['Wallet', 'A test', 'IPs and traffic', 'Another test']);
});

test('one goes when all that it speaks of is over, and a test stays', async () => {
  const { notifier, open, show } = system();
  await show('Two', ['ips', 'traffic']);
  await show('Wallet', ['wallet']);
  await show('A test', []);
  notifier.keepOnly(new Set(['traffic']));
  expect(open()).toEqual(['Two', 'A test']);
  notifier.keepOnly(new Set());
  expect(open()).toEqual(['A test']);
  notifier.closeAll();
  expect(open()).toEqual([]);
});

test('a click leads somewhere once, and what is gone is not closed again', async () => {
  const { notifier, all, show } = system();
  const clicked = vi.fn<() => void>();
  await show('IPs', ['ips'], clicked);
  await show('Wallet', ['wallet']);
  all[0]?.events.clicked();
  all[1]?.events.gone();
  expect(clicked).toHaveBeenCalledOnce();
  notifier.closeAll();
  // Nothing asked the system to close them.
  expect(all.map(({ open }) => open)).toEqual([true, true]);
});

test('says whether the system shows it', async () => {
  expect(await system().show('A test', [])).toBe(true);
  expect(await system({}, true).show('A test', [])).toBe(false);
  const without = system({ ability: async () => 'none' });
  expect(await without.show('A test', [])).toBe(false);
  expect(without.all).toEqual([]);
});

test('names and the vendor’s words are no markup on Linux, and stay as they are elsewhere', async () => {
  const body = 'It says: “<a href="https://a.example">Fish & chips</a>”';
  const bodyOn = async (platform: NodeJS.Platform) => {
    const { notifier, all } = system({ platform });
    await notifier.show({ title: '1 < 2', body, ids: [] }, () => {});
    expect(all[0]?.title).toBe('1 < 2');
    return all[0]?.body;
  };
  expect(await bodyOn('linux')).toBe('It says: “‹a href="https://a.example"›Fish & chips‹/a›”');
  expect(await bodyOn('win32')).toBe(body);
  expect(await bodyOn('darwin')).toBe(body);
});

test('what was over before the system was ready is not shown', async () => {
  let ready: (ability: Ability) => void = () => {};
  const { notifier, all, open, show } = system({
    ability: () =>
      new Promise((resolve) => {
        ready = resolve;
      }),
  });
  const over = show('IPs', ['ips']);
  notifier.keepOnly(new Set(['wallet']));
  ready('plain');
  await over;
  expect(all).toEqual([]);
  const stands = show('Wallet', ['wallet']);
  notifier.keepOnly(new Set(['wallet']));
  ready('plain');
  await stands;
  expect(open()).toEqual(['Wallet']);
});

test('has buttons where the system has them, each for what it says, and is gone after one', async () => {
  const run = vi.fn<(what: string) => void>();
  const actions = ['Open', 'Quiet'].map((label) => ({ label, run: () => run(label) }));
  const { notifier, all } = system();
  await notifier.show({ title: 'IPs', body: '', ids: ['ips'], actions }, () => {});
  expect(all[0]?.actions).toEqual(['Open', 'Quiet']);
  all[0]?.events.acted(1);
  expect(run.mock.calls).toEqual([['Quiet']]);
  notifier.closeAll();
  expect(all[0]?.open).toBe(true);

  const without = system({ ability: async () => 'plain' });
  expect(await without.notifier.show({ title: 'IPs', body: '', ids: ['ips'], actions }, () => {})).toBe(true);
  expect(without.all[0]?.actions).toEqual([]);
});
