// The vendor's dashboard in the demo: which page answers which request, under /dashboard/ on the demo's server. A key
// must not be put into an address, which browsers remember. A GET changes nothing, except that it forgets the key that
// it shows.
import { dashboardTexts } from '../../texts/demo-dashboard';
import type { Account } from '../data/account';
import type { Reply } from '../protocol/reply';
import { apiKeyPage, makeKeyPage, profilePage, securityPage, type Visit } from './account-pages';
import type { KeyIssuer } from './key-issuer';
import { file, type Page, page, type PageLanguage, seeOther } from './layout';
import { authenticatorPage, mailPage, missingPage, oneMailPage, signInPage, strangeFormPage } from './open-pages';
import script from './script.js?raw';
import { type Session, Sessions } from './sessions';
import style from './style.css?raw';

export interface DashboardRequest {
  method: string;
  url: URL;
  cookie: string | undefined;
  /** The origin that a form comes from, as the browser says it. */
  origin: string | undefined;
  /** Null when it is too large. */
  body: string | null;
}

export type Dashboard = (request: DashboardRequest) => Reply;

/** Of both accounts. No secret: it is on the sign-in page. */
export const demoPassword = 'demo-password';

const accountTabs = ['profile', 'security', 'api-key'];
const nothingSent = new URLSearchParams();

/** The dashboard with the keys of `issuer`, in this language. No browser is signed in at first. */
export function createDashboard(issuer: KeyIssuer, language: PageLanguage): Dashboard {
  const site = new DashboardSite(issuer, language);
  return (request) => site.answer(request);
}

class DashboardSite {
  readonly #issuer: KeyIssuer;
  readonly #language: PageLanguage;
  readonly #sessions = new Sessions();

  constructor(issuer: KeyIssuer, language: PageLanguage) {
    this.#issuer = issuer;
    this.#language = language;
  }

  #page(content: Page, status?: number): Reply {
    return page(content, this.#language, status);
  }

  #accountOf({ email }: Session): Account | null {
    if (email === null) return null;
    return this.#issuer.accountOf(email);
  }

  #visit(session: Session, account: Account): Visit {
    return { session, account, locale: this.#language.locale };
  }

  #signIn(session: Session, form: URLSearchParams, cookieName: string): Reply {
    const email = form.get('email') ?? '';
    const next = form.get('next') ?? '';
    const isKnown = [this.#issuer.own, this.#issuer.other].some(({ owner }) => owner.email === email);
    if (!isKnown || form.get('password') !== demoPassword) {
      const filledIn = { email, password: demoPassword };
      return this.#page(signInPage(session, filledIn, next, dashboardTexts.signIn.wrong), 422);
    }
    // A new session, so that a cookie from before is worth nothing after.
    this.#sessions.end(session);
    this.#issuer.noteSignIn();
    const begun = this.#sessions.begin(email);
    return seeOther(`/dashboard/account/${knownTab(next)}`, cookieFor(cookieName, begun.id));
  }

  #makeKey(visit: Visit, how: 'generate' | 'regenerate', form: URLSearchParams): Reply {
    const { session, account } = visit;
    if (!mayMake(account, how)) return seeOther('/dashboard/account/api-key');
    const outcome = this.#issuer.takeCode(form.get('code') ?? '', how);
    if (outcome !== 'accepted') return this.#page(makeKeyPage(visit, how, dashboardTexts.code[outcome]), 422);
    session.once = this.#issuer.issueKey(account);
    return seeOther('/dashboard/account/api-key');
  }

  #switchTwoFactor(visit: Visit, form: URLSearchParams): Reply {
    const { session, account } = visit;
    const isOn = form.get('wanted') === 'on';
    const outcome = this.#issuer.takeCode(form.get('code') ?? '', isOn ? 'two-factor-on' : 'two-factor-off');
    if (outcome !== 'accepted') return this.#page(securityPage(visit, dashboardTexts.code[outcome]), 422);
    account.owner.twoFactor = isOn;
    session.notice = isOn ? dashboardTexts.security.turnedOn : dashboardTexts.security.turnedOff;
    return seeOther('/dashboard/account/security');
  }

  #accountPage(visit: Visit, path: string): Reply {
    const { session, account } = visit;
    switch (path) {
      case 'profile':
        return this.#page(profilePage(visit));
      case 'security': {
        const shown = this.#page(securityPage(visit, null));
        session.notice = null;
        return shown;
      }
      case 'api-key': {
        const { once } = session;
        session.once = null;
        return this.#page(apiKeyPage(visit, once));
      }
      case 'api-key/generate':
      case 'api-key/regenerate': {
        const how = path === 'api-key/generate' ? 'generate' : 'regenerate';
        return mayMake(account, how)
          ? this.#page(makeKeyPage(visit, how, null))
          : seeOther('/dashboard/account/api-key');
      }
      default:
        return this.#page(missingPage(), 404);
    }
  }

  #accountForm(visit: Visit, path: string, form: URLSearchParams): Reply {
    if (path === 'security') return this.#switchTwoFactor(visit, form);
    if (path === 'api-key/generate') return this.#makeKey(visit, 'generate', form);
    if (path === 'api-key/regenerate') return this.#makeKey(visit, 'regenerate', form);
    return this.#page(missingPage(), 404);
  }

  /** Pages with a form that needs no sign-in, but does need a session. */
  #formPage(session: Session, path: string, url: URL): Reply {
    if (path === 'sign-in') {
      const { email } = this.#issuer.own.owner;
      const next = url.searchParams.get('next') ?? '';
      return this.#page(signInPage(session, { email, password: demoPassword }, next, null));
    }
    const mail = this.#issuer.mails.find((one) => path === `mail/${one.id}`);
    return mail ? this.#page(oneMailPage(session, mail, this.#language.locale)) : this.#page(missingPage(), 404);
  }

  #get(known: Session | undefined, path: string, url: URL, cookieName: string): Reply {
    if (path === '') return seeOther('/dashboard/account/profile');
    if (path === 'authenticator') return this.#page(authenticatorPage(this.#issuer.shownCode()));
    if (path === 'mail') return this.#page(mailPage(this.#issuer.mails, this.#language.locale));
    if (path === 'sign-in' || path.startsWith('mail/')) {
      if (known) return this.#formPage(known, path, url);
      const session = this.#sessions.begin(null);
      const reply = this.#formPage(session, path, url);
      return { ...reply, headers: { ...reply.headers, 'set-cookie': cookieFor(cookieName, session.id) } };
    }
    if (!path.startsWith('account/')) return this.#page(missingPage(), 404);
    const wanted = path.slice('account/'.length);
    const account = known ? this.#accountOf(known) : null;
    if (!known || account === null) return seeOther(`/dashboard/sign-in?next=${knownTab(wanted)}`);
    return this.#accountPage(this.#visit(known, account), wanted);
  }

  #post(session: Session, path: string, form: URLSearchParams, cookieName: string): Reply {
    if (path === 'sign-in') return this.#signIn(session, form, cookieName);
    if (path === 'sign-out') {
      this.#sessions.end(session);
      return seeOther('/dashboard/sign-in');
    }
    if (path === 'mail/delete') {
      this.#issuer.deleteMail(Number(form.get('mail')));
      return seeOther('/dashboard/mail');
    }
    if (!path.startsWith('account/')) return this.#page(missingPage(), 404);
    const account = this.#accountOf(session);
    if (account === null) return seeOther('/dashboard/sign-in');
    return this.#accountForm(this.#visit(session, account), path.slice('account/'.length), form);
  }

  answer({ method, url, cookie, origin, body }: DashboardRequest): Reply {
    if (url.pathname === '/dashboard/style.css') return file('text/css', style);
    if (url.pathname === '/dashboard/script.js') return file('text/javascript', script);
    // Cookies know no ports: two demos on one computer must not sign each other out.
    const cookieName = `demo-dashboard-${url.port}`;
    const known = this.#sessions.find(cookieValue(cookie, cookieName));
    const path = url.pathname.slice('/dashboard/'.length);
    if (method === 'GET') return this.#get(known, path, url, cookieName);
    const form = body === null ? nothingSent : new URLSearchParams(body);
    const isOurs = method === 'POST' && origin === url.origin && known?.token === form.get('token');
    if (!known || !isOurs) return this.#page(strangeFormPage(), 403);
    return this.#post(known, path, form, cookieName);
  }
}

/** The first key is generated, every other one regenerated; neither without a verified e-mail and 2FA. */
function mayMake({ keys, owner }: Account, how: 'generate' | 'regenerate'): boolean {
  return owner.emailVerified && owner.twoFactor && (keys.current === null) === (how === 'generate');
}

/** The tab of a path under /dashboard/account/; a sign-in leads nowhere else. */
function knownTab(path: string): string {
  return accountTabs.find((tab) => path === tab || path.startsWith(`${tab}/`)) ?? 'profile';
}

function cookieFor(name: string, value: string): string {
  return `${name}=${value}; Path=/dashboard; HttpOnly; SameSite=Strict`;
}

function cookieValue(header: string | undefined, name: string): string | undefined {
  const pairs = header?.split(';').map((pair) => pair.trim()) ?? [];
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
