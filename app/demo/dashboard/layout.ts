// The frame around every page of the dashboard, and the headers that every page has. Nothing may be loaded from
// elsewhere, and no script or style may be inside a page: the policy forbids both.
import { dashboardTexts } from '../../texts/demo-dashboard';
import { asSentence, sentenceGap } from '../../texts/sentence';
import type { Reply } from '../protocol/reply';
import { type Html, html } from './html';
import type { Session } from './sessions';

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers = {
  'content-security-policy': policy,
  'cache-control': 'no-store',
  // Not `no-referrer`: with it a browser hides where a form comes from, which is checked.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

export interface Page {
  title: string;
  /** Whose pages these are: the e-mail at the top, and the way out; null on pages that need no sign-in. */
  person: { email: string; session: Session } | null;
  main: Html;
}

/** The language of all pages; main chose it (docs/decisions/026-language.md). */
export interface PageLanguage {
  /** The words' language, BCP 47. */
  language: string;
  /** How dates and amounts are written, BCP 47. */
  locale: string;
  direction: 'ltr' | 'rtl';
}

/** The whole page around its main part. */
export function page({ title, person, main }: Page, { language, direction }: PageLanguage, status = 200): Reply {
  const { site, demo } = dashboardTexts;
  const { markup } = html`<!DOCTYPE html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${title} · ${site}</title>
<link rel="stylesheet" href="/dashboard/style.css">
<script src="/dashboard/script.js" defer></script>
</head>
<body>
<aside class="demo" aria-label="${demo.label}"><strong>${asSentence(demo.label)}</strong>${sentenceGap()}${demo.note}</aside>
<header>
<a class="brand" href="/dashboard/account/profile">${site}</a>
${person && whoIsHere(person.email, person.session)}
</header>
<main>
${main}
</main>
<footer>
<nav aria-label="${demo.tools}">
<a href="/dashboard/authenticator">${demo.authenticator}</a>
<a href="/dashboard/mail">${demo.mail}</a>
</nav>
</footer>
</body>
</html>
`;
  return { status, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' }, body: markup };
}

function whoIsHere(email: string, session: Session): Html {
  return html`<form class="person" method="post" action="/dashboard/sign-out">
${tokenField(session)}
<span>${email}</span>
<button class="quiet">${dashboardTexts.signOut}</button>
</form>`;
}

/** What every form carries. */
export function tokenField(session: Session): Html {
  return html`<input type="hidden" name="token" value="${session.token}">`;
}

/** The outcome of the last form, which screen readers announce; null if there is none. */
export function notice(text: string | null, tone: 'good' | 'bad'): Html | null {
  return text === null
    ? null
    : html`<p class="notice ${tone}" role="${tone === 'bad' ? 'alert' : 'status'}">${text}</p>`;
}

/** The field for a code, with a link to where it is. Named `code`. */
export function codeField(): Html {
  const { label, hint, open } = dashboardTexts.code;
  return html`<div class="field">
<label for="code">${label}</label>
<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="9" required aria-describedby="code-hint">
<p class="hint" id="code-hint">${hint} <a href="/dashboard/authenticator" target="_blank" rel="noopener">${open}</a></p>
</div>`;
}

/** A moment (Unix seconds) as people of the locale write it, in UTC. Its direction is its own, whatever stands beside it. */
export function moment(at: number, locale: string): Html {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  const text = dashboardTexts.moment({ moment: format.format(at * 1000) });
  return html`<time dir="auto" datetime="${new Date(at * 1000).toISOString()}">${text}</time>`;
}

/** A style sheet or script of the pages. */
export function file(type: 'text/css' | 'text/javascript', body: string): Reply {
  return { status: 200, headers: { ...headers, 'content-type': `${type}; charset=utf-8` }, body };
}

/** After a form: go and get this page. The session's cookie goes with it where it is new. */
export function seeOther(location: string, cookie?: string): Reply {
  return {
    status: 303,
    headers: { ...headers, location, ...(cookie === undefined ? {} : { 'set-cookie': cookie }) },
    body: '',
  };
}
