import { describe, expect, it } from 'vitest';
import type { WriteFile } from '../account/lists/save';
import type { ListId } from '../model/lists/lists';
import { failed, ok, type Result } from '../model/problem';
import { oldKey, sessionFixture } from '../session/host/session-host.fixture';
import { createHandlers } from './handlers';
import type { DesktopPorts } from './handlers/desktop-ports';

const filter = { search: '', sort: null, filters: {} };

async function opened() {
  const fixture = sessionFixture(oldKey);
  await fixture.session.open(true);
  await fixture.clock.advance(1000);
  const did: unknown[] = [];
  const written: string[] = [];
  const write: WriteFile = (text) => {
    written.push(text);
    return ok(undefined);
  };
  const desktop: DesktopPorts = {
    readClipboard: async () => '',
    openPage: async () => ok(undefined),
    openReleasePage: async () => ok(undefined),
    skipUpdate: async (version) => {
      did.push(['skip', version]);
      return ok(undefined);
    },
    hideWindow: () => did.push(['hide']),
    openDashboard: async () => ok(undefined),
    openPopover: (view) => did.push(['popover', view]),
    recordShortcut: (isRecording) => did.push(['record shortcut', isRecording]),
    testNotification: async () => false,
    showWizard: () => did.push(['show wizard']),
    closeWizard: () => did.push(['close wizard']),
    saveKey: async () => ok({ saved: false }),
    saveReceipt: async () => ok({ saved: false }),
    choosePath: async () => null,
    showInFolder: (path) => did.push(['show', path]),
    renewAccount: () => did.push(['renew account']),
    licenses: async () => ({
      list: async () => ok({ licensed: [] }),
      text: async (id) => ok({ text: `The licence of ${id}` }),
    }),
    locale: () => 'en',
    quit: () => did.push(['quit']),
    openAccount: (area, request) => did.push(['open', area, request]),
    async copyText(text): Promise<Result<void>> {
      did.push(['copy', text]);
      return failed({ kind: 'clipboard-failed' });
    },
    saveApiCheck: async () => ok({ saved: false }),
    async chooseListFile(list: ListId) {
      did.push(['choose', list]);
      return ok(write);
    },
  };
  return { ...fixture, did, written, handlers: createHandlers(fixture.session, desktop) };
}

describe('calls', () => {
  it('the desktop opens the account window and copies a text that is not secret', async () => {
    const { handlers, did } = await opened();
    expect(handlers['account.open']({ area: 'wallet' })).toEqual(ok(undefined));
    const edit = { id: 24, username: 'berlin-24' };
    expect(handlers['account.open']({ area: 'subAccounts', edit })).toEqual(ok(undefined));
    expect(await handlers['text.copy']({ text: '1.2.3.4' })).toEqual(failed({ kind: 'clipboard-failed' }));
    expect(did).toEqual([
      ['open', 'wallet', {}],
      ['open', 'subAccounts', { edit }],
      ['copy', '1.2.3.4'],
    ]);
  });

  it('the present shortcut does nothing while another one is recorded', async () => {
    const { handlers, did } = await opened();
    expect(handlers['shortcut.record']({ isRecording: true })).toEqual(ok(undefined));
    expect(did).toEqual([['record shortcut', true]]);
  });

  it('the account window is made anew after the user chose a language, and after no other setting', async () => {
    const { handlers, did, session } = await opened();
    expect(await handlers['settings.change']({ theme: 'dark' })).toEqual(ok(undefined));
    expect(did).toEqual([]);
    expect(await handlers['settings.change']({ language: 'en' })).toEqual(ok(undefined));
    expect([did, session.store.read().state.settings.language]).toEqual([[['renew account']], 'en']);
  });

  it('a list is read, and saved where the user chooses', async () => {
    const { handlers, asked, did, written, session } = await opened();
    expect(await handlers['lists.read']({ list: 'today', page: 2, limit: 50, ...filter })).toMatchObject({ ok: true });
    expect(asked).toContain(`readList today ${oldKey}`);
    const saving = handlers['lists.save']({ list: 'today', ...filter });
    expect(await saving).toEqual(ok({ saved: true, rows: 0, missing: 0 }));
    expect([did, written.length]).toEqual([[['choose', 'today']], 1]);
    const called = handlers['lists.save']({ list: 'today', ...filter });
    expect(handlers['lists.cancelSave'](undefined)).toEqual(ok(undefined));
    expect(await called).toEqual(ok({ saved: false }));
    expect([written.length, session.store.read().state.saving]).toEqual([1, null]);
  });

  it('count the sub-accounts that are on, beside a list that is being read', async () => {
    const { handlers } = await opened();
    const reading = handlers['lists.read']({ list: 'subAccounts', page: 1, limit: 50, ...filter });
    expect(await handlers['subAccounts.countOn'](undefined)).toMatchObject({ ok: true });
    expect(await reading).toMatchObject({ ok: true });
  });

  it('codes are made in two steps, and one is shown and copied as a secret', async () => {
    const { handlers, clipboard, did } = await opened();
    const prepared = await handlers['actions.prepare']({
      action: 'makeIpCodes',
      rows: [],
      input: { ips: 5, codes: 1 },
    });
    const done = await handlers['actions.run']({ ticket: prepared.ok ? prepared.value.ticket : '' });
    const refs = done.ok ? done.value.made : [];
    expect(JSON.stringify(done)).not.toContain('CODE-1');
    expect(handlers['secret.reveal']({ ref: refs[0] ?? '' })).toEqual(ok({ text: 'CODE-1' }));
    expect(await handlers['secret.copy']({ refs })).toEqual(ok(undefined));
    expect([clipboard.text, did]).toEqual(['CODE-1', []]);
  });

  it('licences are listed, and the text of one is read', async () => {
    const { handlers } = await opened();
    expect(await handlers['licenses.list'](undefined)).toEqual(ok({ licensed: [] }));
    expect(await handlers['licenses.read']({ id: 'react@19.3.1' })).toEqual(
      ok({ text: 'The licence of react@19.3.1' }),
    );
  });

  it('the affiliate totals are read', async () => {
    const { handlers } = await opened();
    expect(await handlers['affiliate.read'](undefined)).toMatchObject({ ok: true, value: { available: 10 } });
  });

  it('the wizard opens with the rotation, and the desktop closes it, hides the popover and quits', async () => {
    const { handlers, did } = await opened();
    await handlers['rotation.begin']({ entry: 'on-purpose' });
    await handlers['wizard.close'](undefined);
    await handlers['popover.open']({ view: 'settings' });
    await handlers['window.hide'](undefined);
    await handlers['app.quit'](undefined);
    expect(did).toEqual([['show wizard'], ['close wizard'], ['popover', 'settings'], ['hide'], ['quit']]);
  });

  it('an alert test says whether a notification was shown, and a receipt that is not there is refused', async () => {
    const { handlers } = await opened();
    expect(await handlers['alerts.test'](undefined)).toEqual(ok({ shown: false }));
    expect(await handlers['receipt.export']({ id: 'none' })).toEqual(failed({ kind: 'bad-input', field: 'id' }));
  });
});
