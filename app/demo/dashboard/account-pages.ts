// Account Settings: the tabs Profile, Security and API Key, and the page on which a key is made. Only that one page
// shows a key.
import { dashboardTexts } from '../../texts/demo-dashboard';
import { formatMoney } from '../../texts/format';
import type { Account } from '../data/account';
import { type Html, html } from './html';
import { codeField, moment, notice, type Page, tokenField } from './layout';
import type { Session } from './sessions';

const tabs = ['profile', 'security', 'api-key'] as const;

type Tab = (typeof tabs)[number];

/** The browser's session, the account that it shows, and how amounts and dates are written (BCP 47). */
export interface Visit {
  session: Session;
  account: Account;
  locale: string;
}

function settings({ session, account }: Visit, tab: Tab, content: Html): Page {
  const { title, tabs: names } = dashboardTexts.settings;
  return {
    title: `${names[tab]} · ${title}`,
    person: { email: account.owner.email, session },
    main: html`<h1>${title}</h1>
<nav class="tabs" aria-label="${title}">
${tabs.map((one) => html`<a href="/dashboard/account/${one}"${one === tab ? html` aria-current="page"` : null}>${names[one]}</a>`)}
</nav>
<section class="card" aria-labelledby="tab-title">
<h2 id="tab-title">${names[tab]}</h2>
${content}
</section>`,
  };
}

/** Whose account it is, and what is in the wallet. */
export function profilePage(visit: Visit): Page {
  const { owner, wallet } = visit.account;
  const { profile } = dashboardTexts;
  const { emailVerified: verified } = owner;
  return settings(
    visit,
    'profile',
    html`<dl>
<div><dt>${profile.id}</dt><dd>${owner.id}</dd></div>
<div><dt>${profile.username}</dt><dd>${owner.username}</dd></div>
<div><dt>${profile.email}</dt><dd>${owner.email} ${badge(verified, profile.verified({ verified }))}</dd></div>
<div><dt>${profile.wallet}</dt><dd>${formatMoney(wallet / 100, visit.locale)}</dd></div>
</dl>`,
  );
}

/** Two-factor authentication, on or off. `refused`: why a code was not taken. */
export function securityPage(visit: Visit, refused: string | null): Page {
  const { session, account } = visit;
  const on = account.owner.twoFactor;
  const { security } = dashboardTexts;
  return settings(
    visit,
    'security',
    html`${notice(refused, 'bad')}${notice(session.notice, 'good')}
<p>${security.twoFactor} ${badge(on, security.state({ on }))}</p>
<p class="hint">${on ? security.hintOn : security.hintOff}</p>
<form method="post" action="/dashboard/account/security">
${tokenField(session)}
<input type="hidden" name="wanted" value="${on ? 'off' : 'on'}">
${codeField()}
<p class="actions"><button class="${on ? 'second' : 'first'}">${on ? security.turnOff : security.turnOn}</button></p>
</form>`,
  );
}

/** `shown`: the key that was made a moment ago, for this one answer. */
export function apiKeyPage(visit: Visit, shown: string | null): Page {
  const { keys } = visit.account;
  const { apiKey } = dashboardTexts;
  if (shown !== null) return settings(visit, 'api-key', newKey(shown));
  if (keys.current === null) {
    return settings(
      visit,
      'api-key',
      html`<p>${apiKey.none}</p>
${makeLink(visit.account, 'first', '/dashboard/account/api-key/generate', apiKey.generate)}`,
    );
  }
  return settings(
    visit,
    'api-key',
    html`<dl>
<div><dt>${apiKey.name}</dt><dd><span class="hidden-key" aria-hidden="true">••••••••••••</span> ${apiKey.hidden}</dd></div>
<div><dt>${apiKey.generated}</dt><dd>${moment(keys.madeAt, visit.locale)}</dd></div>
</dl>
<p class="hint">${apiKey.lost}</p>
${makeLink(visit.account, 'danger', '/dashboard/account/api-key/regenerate', apiKey.regenerate)}`,
  );
}

function makeLink({ owner }: Account, look: string, to: string, label: string): Html {
  const { apiKey } = dashboardTexts;
  if (!owner.emailVerified) return html`<p class="notice bad">${apiKey.emailFirst}</p>`;
  if (!owner.twoFactor) {
    return html`<p class="notice bad">${apiKey.twoFactorFirst} <a href="/dashboard/account/security">${apiKey.openSecurity}</a></p>`;
  }
  return html`<p class="actions"><a class="button ${look}" href="${to}">${label}</a></p>`;
}

/** The script finds what it says on the button: it has no words of its own. */
function newKey(key: string): Html {
  const { newKey: words } = dashboardTexts;
  return html`<p class="notice good" role="status">${words.ready}</p>
<p id="key-label">${words.label}</p>
<p class="key"><code id="new-key" aria-labelledby="key-label">${key}</code></p>
<p class="actions"><button class="first" type="button" data-copies="new-key" data-copied="${words.copied}" data-not-copied="${words.notCopied}" hidden>${words.copy}</button> <span role="status" data-outcome></span></p>
<p class="notice warning"><strong>${words.once}</strong> ${words.gone}</p>
<p class="hint">${words.emailed}</p>`;
}

/** The page that asks for the code: for the first key, or for one in place of another. */
export function makeKeyPage(visit: Visit, how: 'generate' | 'regenerate', refused: string | null): Page {
  const { session } = visit;
  const { apiKey, createKey } = dashboardTexts;
  return settings(
    visit,
    'api-key',
    html`<h3>${apiKey[how]}</h3>
${notice(refused, 'bad')}
${how === 'regenerate' ? warning() : html`<p>${createKey.prepare}</p>`}
<form method="post" action="/dashboard/account/api-key/${how}">
${tokenField(session)}
${codeField()}
<p class="actions"><button class="${how === 'generate' ? 'first' : 'danger'}">${apiKey[how]}</button>
<a class="button second" href="/dashboard/account/api-key">${createKey.cancel}</a></p>
</form>`,
  );
}

function warning(): Html {
  const { title, oldKey, sessions, update, once } = dashboardTexts.createKey.warning;
  return html`<div class="notice warning">
<p><strong>${title}</strong></p>
<ul>
${[oldKey, sessions, update, once].map((line) => html`<li>${line}</li>\n`)}</ul>
</div>`;
}

function badge(isGood: boolean, text: string): Html {
  return html`<span class="badge ${isGood ? 'good' : 'bad'}">${text}</span>`;
}
