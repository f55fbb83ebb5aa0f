// The dashboard as a browser sees it: how a new key is created, and everything that must not create one.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dashboardTexts } from '../../texts/demo-dashboard';
import { type Asker, startDemo, startOfTests } from '../demo.fixture';
import type { TestDemoOptions } from '../testing/test-demo';
import { type Browser, keyOn, openBrowser, plain } from './browser.fixture';

const { apiKey, code: codeTexts, createKey, mail, security, settings, signIn, signOut } = dashboardTexts;

let asker: Asker;
let browser: Browser;
const begin = async (options: TestDemoOptions = {}) => {
  asker = await startDemo(options);
  browser = openBrowser(asker.origin);
};
beforeEach(() => begin());
afterEach(() => asker.demo.close());

const statusWith = async (key: string | null) => (await asker.ask('getAccountInfo', {}, key)).status;
const idWith = async (key: string | null) => (await asker.ask('getAccountInfo', {}, key)).json.result?.id;
const happened = async () => (await asker.control('dashboard')).json;

/** What the phone shows. */
async function code(): Promise<string> {
  const { text } = await openBrowser(asker.origin).open('/dashboard/authenticator');
  const shown = /<output[^>]*>(\d{6})<\/output>/.exec(text)?.[1];
  if (!shown) throw new Error('The authenticator shows no code');
  return shown;
}

async function signedIn(): Promise<void> {
  await browser.open('/dashboard/');
  await browser.press(signIn.submit);
}

/** From anywhere in Account Settings to a new key. */
async function regenerated(withCode?: string): Promise<string | null> {
  await browser.open('/dashboard/account/api-key');
  await browser.click(apiKey.regenerate);
  return keyOn(await browser.press(apiKey.regenerate, { code: withCode ?? (await code()) }));
}

describe('a new key', () => {
  it('comes after sign-in, the warning and a code, is shown once, and kills the old one', async () => {
    await browser.open('/dashboard/');
    expect(browser.seen().path).toBe('/dashboard/sign-in');
    await browser.press(signIn.submit);
    expect(browser.seen().path).toBe('/dashboard/account/profile');
    await browser.click(settings.tabs['api-key']);
    expect(plain(browser.seen().text)).toContain(apiKey.hidden);
    await browser.click(apiKey.regenerate);
    for (const words of Object.values(createKey.warning)) {
      expect(browser.seen().text).toContain(words);
    }
    expect(await statusWith(asker.key)).toBe(200);
    const key = keyOn(await browser.press(apiKey.regenerate, { code: await code() }));
    expect(browser.seen().path).toBe('/dashboard/account/api-key');
    expect([await statusWith(asker.key), await statusWith(key)]).toEqual([403, 200]);
    expect(keyOn(await browser.reload())).toBeNull();
    expect(browser.seen().text).toContain('June 18, 2025');
    expect(await happened()).toMatchObject({
      regenerations: { own: 1, other: 0 },
      issued: [{ account: 'own', how: 'regenerated', through: 'dashboard', at: startOfTests / 1000 }],
      codes: [{ for: 'regenerate', outcome: 'accepted' }],
      signIns: 1,
    });
  });

  it('is in no page but the one that shows it and the mail, in no address, and in no control', async () => {
    await signedIn();
    const key = (await regenerated()) ?? 'none';
    expect(key).toHaveLength(40);
    const paths = ['account/profile', 'account/security', 'account/api-key', 'account/api-key/regenerate'];
    const others = ['sign-in', 'authenticator', 'mail', 'script.js', 'style.css', 'nowhere'];
    for (const path of [...paths, ...others]) {
      const { text, headers } = await browser.open(`/dashboard/${path}`);
      expect(text.length).toBeGreaterThan(100);
      expect(text + JSON.stringify([...headers])).not.toMatch(new RegExp(`${key}|${asker.key}`));
    }
    await browser.open('/dashboard/mail');
    expect(keyOn(await browser.click(mail.subject))).toBe(key);
    expect(browser.asked.join(' ')).not.toMatch(/[A-Za-z0-9]{40}/);
    expect(JSON.stringify(await happened())).not.toMatch(/[A-Za-z0-9]{40}/);
  });

  it('is not made for a wrong code, nor for one that was used', async () => {
    await signedIn();
    const used = await code();
    const wrong = used === '000000' ? '000001' : '000000';
    expect(await regenerated(wrong)).toBeNull();
    expect(browser.seen().status).toBe(422);
    expect(browser.seen().text).toContain(codeTexts.wrong);
    expect(await statusWith(asker.key)).toBe(200);
    const key = await regenerated(used);
    expect(await regenerated(used)).toBeNull();
    expect(browser.seen().text).toContain(codeTexts.used);
    expect(await statusWith(key)).toBe(200);
    const { codes, regenerations } = await happened();
    expect(codes.map((one: { outcome: string }) => one.outcome)).toEqual(['wrong', 'accepted', 'used']);
    expect(regenerations.own).toBe(1);
    const { text } = await browser.open('/dashboard/authenticator');
    expect(text).toContain(codeTexts.used);
    asker.demo.advance(30);
    expect(await regenerated()).toHaveLength(40);
  });

  it('leaves the old one alive for as long as a trouble, or the start, says', async () => {
    await asker.demo.close();
    await begin({ oldKeySurvives: 90 });
    await signedIn();
    const key = await regenerated();
    expect([await statusWith(asker.key), await statusWith(key)]).toEqual([200, 200]);
    asker.demo.advance(89);
    expect(await statusWith(asker.key)).toBe(200);
    asker.demo.advance(1);
    expect([await statusWith(asker.key), await statusWith(key)]).toEqual([403, 200]);
  });

  it('is generated where there was none', async () => {
    await asker.control('dashboard', { hasKey: false });
    expect(await statusWith(asker.key)).toBe(403);
    await signedIn();
    await browser.click(settings.tabs['api-key']);
    expect(browser.seen().text).toContain(apiKey.none);
    await browser.open('/dashboard/account/api-key/regenerate');
    expect(browser.seen().path).toBe('/dashboard/account/api-key');
    await browser.click(apiKey.generate);
    const key = keyOn(await browser.press(apiKey.generate, { code: await code() }));
    expect(await idWith(key)).toBe(481_516);
    expect(await happened()).toMatchObject({ regenerations: { own: 0 }, issued: [{ how: 'generated' }], hasKey: true });
    await browser.open('/dashboard/account/api-key/generate');
    expect(browser.seen().path).toBe('/dashboard/account/api-key');
  });

  it('needs 2FA and a verified e-mail', async () => {
    await asker.control('owner', { twoFactor: false });
    await signedIn();
    await browser.click(settings.tabs['api-key']);
    expect(plain(browser.seen().text)).toContain(apiKey.twoFactorFirst);
    expect((await browser.open('/dashboard/account/api-key/regenerate')).path).toBe('/dashboard/account/api-key');
    await browser.click(settings.tabs.security);
    await browser.press(security.turnOn, { code: await code() });
    expect(plain(browser.seen().text)).toContain(security.turnedOn);
    expect(await asker.result('getAccountInfo')).toMatchObject({ _2fa_enabled: true });
    expect(plain((await browser.reload()).text)).not.toContain(security.turnedOn);
    asker.demo.advance(30);
    await browser.press(security.turnOff, { code: '000 000' });
    expect(browser.seen().status).toBe(422);
    expect(await asker.result('getAccountInfo')).toMatchObject({ _2fa_enabled: true });
    await asker.control('owner', { emailVerified: false });
    await browser.click(settings.tabs['api-key']);
    expect(plain(browser.seen().text)).toContain(apiKey.emailFirst);
  });
});

describe('another account', () => {
  it('answers to its own key, under its own id', async () => {
    await asker.control('dashboard', { wrongKey: true });
    await signedIn();
    expect(browser.seen().text).toContain('sam@proseware.example');
    const key = await regenerated();
    const { accounts, regenerations } = await happened();
    expect(await idWith(key)).toBe(accounts.other);
    expect(await idWith(asker.key)).toBe(accounts.own);
    expect(accounts.other).not.toBe(accounts.own);
    expect(regenerations).toEqual({ own: 0, other: 1 });
    expect((await asker.ask('listSubAccounts', {}, key)).json.result.total_items).toBe(3);
  });

  it('gives way to the right one in the same browser', async () => {
    await asker.demo.close();
    await begin({ wrongKey: true });
    await signedIn();
    await regenerated();
    await asker.control('dashboard', { wrongKey: false });
    asker.demo.advance(30);
    expect(await idWith(await regenerated())).toBe(481_516);
    expect(await statusWith(asker.key)).toBe(403);
  });

  it('can be signed in to by mistake', async () => {
    await browser.open('/dashboard/');
    await browser.press(signIn.submit, { email: 'sam@proseware.example' });
    expect(await idWith(await regenerated())).toBe(902_340);
  });
});

describe('the mail', () => {
  it('comes with each new key, to its owner, and can be deleted', async () => {
    expect((await browser.open('/dashboard/mail')).text).toContain(mail.none);
    await signedIn();
    const key = await regenerated();
    const second = asker.demo.regenerateKey();
    await browser.open('/dashboard/mail');
    expect(browser.seen().text.match(/mara@northwind.example/g)).toHaveLength(2);
    expect(keyOn(await browser.click(mail.subject))).toBe(second);
    await browser.press(mail.delete);
    expect(browser.seen().path).toBe('/dashboard/mail');
    expect(keyOn(await browser.click(mail.subject))).toBe(key);
    await browser.press(mail.delete);
    expect(browser.seen().text).toContain(mail.none);
    expect((await browser.open('/dashboard/mail/1')).status).toBe(404);
  });
});

describe('the way in', () => {
  it('is asked for on every page of the account, and leads on to the tab that was wanted', async () => {
    for (const path of ['profile', 'security', 'api-key', 'api-key/regenerate', 'api-key/generate']) {
      expect((await browser.open(`/dashboard/account/${path}`)).path).toBe('/dashboard/sign-in');
    }
    await browser.open('/dashboard/account/api-key');
    await browser.press(signIn.submit);
    expect(browser.seen().path).toBe('/dashboard/account/api-key');
    await browser.press(signOut);
    expect((await browser.open('/dashboard/account/api-key')).path).toBe('/dashboard/sign-in');
  });

  it('leads nowhere else', async () => {
    await browser.open('/dashboard/sign-in?next=//evil.example/');
    await browser.press(signIn.submit);
    expect(browser.seen().path).toBe('/dashboard/account/profile');
  });

  it('is closed to a wrong password and to strangers', async () => {
    await browser.open('/dashboard/sign-in');
    await browser.press(signIn.submit, { password: 'wrong' });
    expect([browser.seen().status, browser.seen().path]).toEqual([422, '/dashboard/sign-in']);
    await browser.press(signIn.submit, { email: 'eve@evil.example' });
    expect(browser.seen().text).toContain(signIn.wrong);
    expect((await browser.open('/dashboard/account/profile')).path).toBe('/dashboard/sign-in');
    expect((await happened()).signIns).toBe(0);
  });

  it('gives a cookie that scripts and other sites do not have, new at each sign-in', async () => {
    const before = (await browser.open('/dashboard/sign-in')).headers.get('set-cookie');
    const { port } = new URL(asker.origin);
    expect(before).toMatch(
      new RegExp(`^demo-dashboard-${port}=[\\w-]{32}; Path=/dashboard; HttpOnly; SameSite=Strict$`),
    );
    await browser.press(signIn.submit);
    const cookie = before?.split(';')[0] ?? '';
    const response = await fetch(`${asker.origin}/dashboard/account/profile`, {
      headers: { cookie },
      redirect: 'manual',
    });
    expect(response.headers.get('location')).toBe('/dashboard/sign-in?next=profile');
  });
});

describe('a form', () => {
  it('without the token of its session, or from another origin, does nothing', async () => {
    await signedIn();
    await browser.open('/dashboard/account/api-key/regenerate');
    const forged = { token: 'guessed', code: await code() };
    expect((await browser.press(apiKey.regenerate, forged)).status).toBe(403);
    await browser.open('/dashboard/account/api-key/regenerate');
    const fields = { code: await code() };
    expect((await browser.press(apiKey.regenerate, fields, 'http://127.0.0.1:1')).status).toBe(403);
    await browser.open('/dashboard/account/api-key/regenerate');
    expect((await browser.press(apiKey.regenerate, fields, 'null')).status).toBe(403);
    expect(await happened()).toMatchObject({ regenerations: { own: 0 }, codes: [] });
    expect(await statusWith(asker.key)).toBe(200);
  });

  it('of one browser does not serve another', async () => {
    await signedIn();
    await browser.open('/dashboard/account/api-key/regenerate');
    const token = /name="token" value="([^"]*)"/.exec(browser.seen().text)?.[1] ?? '';
    browser = openBrowser(asker.origin);
    await signedIn();
    await browser.open('/dashboard/account/api-key/regenerate');
    expect((await browser.press(apiKey.regenerate, { token, code: await code() })).status).toBe(403);
  });

  it('is the only thing that changes anything', async () => {
    await signedIn();
    const before = await happened();
    for (const path of ['account/api-key/regenerate', 'account/api-key', 'mail/delete', 'sign-out']) {
      await browser.open(`/dashboard/${path}?code=${await code()}`);
    }
    expect(await happened()).toEqual(before);
    expect((await browser.open('/dashboard/account/profile')).path).toBe('/dashboard/account/profile');
  });
});

describe('every page', () => {
  it('forbids whatever is not its own, and is kept nowhere', async () => {
    await signedIn();
    for (const path of ['account/api-key', 'authenticator', 'mail', 'nowhere', 'style.css', 'script.js']) {
      const { headers, text } = await browser.open(`/dashboard/${path}`);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('cache-control')).toBe('no-store');
      expect(text).not.toMatch(/https?:|<style|style=|<script>| on[a-z]+=/);
    }
  });

  it('is found where the demo says that its dashboard is', async () => {
    expect(asker.dashboard).toBe(`${asker.origin}/dashboard/`);
    for (const path of [new URL(asker.dashboard).pathname, '/dashboard']) {
      expect((await browser.open(path)).path).toBe('/dashboard/sign-in');
    }
  });
});
