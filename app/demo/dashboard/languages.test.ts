// The dashboard's pages in another language: all of their words come from the catalogue, the script's too.
import { runInNewContext } from 'node:vm';
import { Window } from 'happy-dom';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { pseudoTranslation } from '../../../build/texts/translations.mjs';
import { dashboardTexts } from '../../texts/demo-dashboard';
import { setTextLanguage } from '../../texts/texts';
import { Keys } from '../data/keys';
import { seededRandom } from '../data/random';
import { createDemo } from '../demo';
import { startDemo, startOfTests } from '../demo.fixture';
import { apiKeyPage, makeKeyPage, profilePage, securityPage, type Visit } from './account-pages';
import { openBrowser, plain } from './browser.fixture';
import { type Page, page, type PageLanguage } from './layout';
import { authenticatorPage, mailPage, missingPage, oneMailPage, signInPage, strangeFormPage } from './open-pages';
import script from './script.js?raw';

afterEach(() => setTextLanguage('en-US'));

const accented: PageLanguage = { language: 'en-XA', locale: 'en-US', direction: 'ltr' };
const session = { id: 'id', token: 'token', email: null, once: null, notice: null };
const credentials = { email: '1@2', password: '3' };
const mail = { id: 1, to: '4@5', at: startOfTests / 1000, key: '6' };

const { account: example } = createDemo({ size: 3, now: () => startOfTests });

/** The example account, whose values have no letters. */
function visit({ emailVerified = true, twoFactor = true, hasKey = true } = {}): Visit {
  const keys = new Keys(seededRandom(9, 'keys'), startOfTests / 1000);
  if (!hasKey) keys.forget();
  const owner = { id: 7, username: '7', email: '8@9', emailVerified, twoFactor };
  return { session, account: { ...example, keys, owner }, locale: 'en-US' };
}

/** Every page of the dashboard, in every state. */
function everyPage(): Page[] {
  const { code, security, signIn } = dashboardTexts;
  return [
    signInPage(session, credentials, '', null),
    signInPage(session, credentials, '', signIn.wrong),
    profilePage(visit()),
    profilePage(visit({ emailVerified: false })),
    securityPage(visit(), null),
    securityPage(visit({ twoFactor: false }), null),
    securityPage(visit(), code.wrong),
    securityPage({ ...visit(), session: { ...session, notice: security.turnedOn } }, null),
    securityPage({ ...visit(), session: { ...session, notice: security.turnedOff } }, null),
    apiKeyPage(visit(), null),
    apiKeyPage(visit({ hasKey: false }), null),
    apiKeyPage(visit({ emailVerified: false }), null),
    apiKeyPage(visit({ twoFactor: false }), null),
    apiKeyPage(visit(), '1234'),
    makeKeyPage(visit({ hasKey: false }), 'generate', null),
    makeKeyPage(visit(), 'regenerate', code.used),
    authenticatorPage({ code: '123456', secondsLeft: 30, isUsed: false }),
    authenticatorPage({ code: '123456', secondsLeft: 1, isUsed: true }),
    mailPage([], 'en-US'),
    mailPage([mail], 'en-US'),
    oneMailPage(session, mail, 'en-US'),
    missingPage(),
    strangeFormPage(),
  ];
}

/** What a user sees or hears of a page, now or once its script runs. */
function wordsOf(markup: string): string {
  const spoken = /\s(?:aria-label|title|placeholder|alt|data-copied|data-not-copied|data-seconds-left)="([^"]*)"/g;
  return [markup, ...[...markup.matchAll(spoken)].map(([, value]) => value ?? '')].map(plain).join('\n');
}

/** All texts that take no values. */
function textsIn(group: object): string[] {
  return Object.values(group).flatMap((each: unknown) => {
    if (typeof each === 'string') return [each];
    return typeof each === 'object' && each !== null ? textsIn(each) : [];
  });
}

describe('in a language with accents', () => {
  it('every page has all of its words from the catalogue', () => {
    setTextLanguage('en-US', pseudoTranslation('en-XA'));
    const pages = everyPage().map((each) => wordsOf(page(each, accented).body));
    // Intl writes the day and the time of day in English, which the formats are in.
    const plainWords = pages.flatMap((text) => text.match(/(?<!\p{L})[A-Za-z]{2,}(?!\p{L})/gu) ?? []);
    expect([...new Set(plainWords)].toSorted()).toEqual(['June', 'PM', 'at']);
  });

  it('every text of the catalogue is on one of the pages', () => {
    setTextLanguage('en-US', pseudoTranslation('en-XA'));
    const pages = everyPage().map((each) => wordsOf(page(each, accented).body));
    const absent = textsIn(dashboardTexts).filter((text) => !pages.some((each) => each.includes(text)));
    expect(absent).toEqual([]);
  });
});

describe('a translation', () => {
  it('is what the demo’s pages are written in, with its language and direction, amounts and days', async () => {
    setTextLanguage('de-DE', { 'demo-dashboard': { 'signIn.submit': 'Anmelden', 'profile.wallet': 'Guthaben' } });
    const { demo, origin } = await startDemo({ language: { language: 'ar', locale: 'de-DE', direction: 'rtl' } });
    const browser = openBrowser(origin);
    expect((await browser.open('/dashboard/')).text).toContain('<html lang="ar" dir="rtl">');
    const { text } = await browser.press('Anmelden');
    expect(text).toMatch(/<dt>Guthaben<\/dt><dd>[\d.]+,\d\d\s\$<\/dd>/);
    // What is not translated stays English.
    expect(text).toContain(`<dt>${dashboardTexts.profile.username}</dt>`);
    demo.regenerateKey();
    expect((await browser.open('/dashboard/mail')).text).toContain('18. Juni 2025');
    await demo.close();
  });

  it('cannot become markup, nor can the values in it', () => {
    setTextLanguage('en-US', {
      'demo-dashboard': { 'signIn.hint': ['<b>"', ['password'], '"</b>'], 'newKey.copied': '"><script>' },
    });
    const signIn = page(signInPage(session, { email: '', password: `<i>'` }, '', null), accented).body;
    expect(signIn).toContain('&lt;b&gt;&quot;&lt;i&gt;&#39;&quot;&lt;/b&gt;');
    expect(page(apiKeyPage(visit(), '1234'), accented).body).toContain('data-copied="&quot;&gt;&lt;script&gt;"');
  });
});

describe('the script', () => {
  /** The page with its script running, in a browser that copies or refuses. */
  function open(shown: Page, writeText: () => Promise<void> = async () => undefined) {
    const { document, Event } = new Window();
    document.write(page(shown, accented).body);
    const reload = vi.fn<() => void>();
    const counted: (() => void)[] = [];
    const now = vi.fn<() => number>(() => 0);
    runInNewContext(script, {
      document,
      navigator: { clipboard: { writeText } },
      getSelection: () => document.getSelection(),
      location: { reload },
      setInterval: (count: () => void) => counted.push(count),
      Date: { now },
    });
    const seen = (selector: string) => document.querySelector(selector)?.textContent;
    const countAt = (ms: number) => {
      now.mockReturnValue(ms);
      for (const count of counted) count();
    };
    const press = () => document.querySelector('[data-copies]')?.dispatchEvent(new Event('click'));
    return { seen, press, selected: () => document.getSelection()?.toString(), countAt, reload };
  }

  it('says with the page’s words whether the key was copied', async () => {
    const { newKey } = dashboardTexts;
    const key = apiKeyPage(visit(), '1234');
    const copying = open(key);
    copying.press();
    await vi.waitFor(() => expect(copying.seen('[data-outcome]')).toBe(newKey.copied));
    const refusing = open(key, () => Promise.reject(new Error('refused')));
    refusing.press();
    await vi.waitFor(() => expect(refusing.seen('[data-outcome]')).toBe(newKey.notCopied));
    expect(refusing.selected()).toBe('1234');
  });

  it('counts the seconds of a code in the page’s words, and loads the page again when they are over', () => {
    const { left } = dashboardTexts.authenticator;
    const { seen, countAt, reload } = open(authenticatorPage({ code: '123456', secondsLeft: 3, isUsed: false }));
    const shown = () => seen('[data-seconds-left]');
    expect(shown()).toBe(left({ seconds: 3 }));
    countAt(1000);
    expect(shown()).toBe(left({ seconds: 2 }));
    countAt(2001);
    expect(shown()).toBe(left({ seconds: 1 }));
    expect(reload).not.toHaveBeenCalled();
    countAt(3000);
    expect(reload).toHaveBeenCalledOnce();
  });
});
