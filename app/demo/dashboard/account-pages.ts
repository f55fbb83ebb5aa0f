// Account Settings: the tabs Profile, Security and API Key, and the page on which a key is made.
// Must not show a key, but for the one page that is given it.
import type { Account } from '../data/account';
import { type Html, html } from './html';
import { codeField, moment, notice, type Page, tokenField } from './layout';
import type { Session } from './sessions';

const tabs = [
  { path: 'profile', name: 'Profile' },
  { path: 'security', name: 'Security' },
  { path: 'api-key', name: 'API Key' },
] as const;

type Tab = (typeof tabs)[number]['path'];

/** The browser's session and the account that it shows. */
export interface Visit {
  session: Session;
  account: Account;
}

function settings({ session, account }: Visit, tab: Tab, content: Html): Page {
  const name = tabs.find((one) => one.path === tab)?.name ?? '';
  return {
    title: `${name} · Account Settings`,
    person: { email: account.owner.email, session },
    main: html`<h1>Account Settings</h1>
<nav class="tabs" aria-label="Account Settings">
${tabs.map((one) => html`<a href="/dashboard/account/${one.path}"${one.path === tab ? html` aria-current="page"` : null}>${one.name}</a>`)}
</nav>
<section class="card" aria-labelledby="tab-title">
<h2 id="tab-title">${name}</h2>
${content}
</section>`,
  };
}

/** Whose account it is, and what is in the wallet. */
export function profilePage(visit: Visit): Page {
  const { owner, wallet } = visit.account;
  const money = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(wallet / 100);
  return settings(
    visit,
    'profile',
    html`<dl>
<div><dt>Account ID</dt><dd>${owner.id}</dd></div>
<div><dt>Username</dt><dd>${owner.username}</dd></div>
<div><dt>E-mail</dt><dd>${owner.email} ${badge(owner.emailVerified, 'Verified', 'Not verified')}</dd></div>
<div><dt>Wallet</dt><dd>${money}</dd></div>
</dl>`,
  );
}

/** Two-factor authentication, on or off. `refused`: why a code was not taken. */
export function securityPage(visit: Visit, refused: string | null): Page {
  const { session, account } = visit;
  const isOn = account.owner.twoFactor;
  return settings(
    visit,
    'security',
    html`${notice(refused, 'bad')}${notice(session.notice, 'good')}
<p>Two-factor authentication (2FA) ${badge(isOn, 'On', 'Off')}</p>
<p class="hint">${
      isOn
        ? 'A code from your authenticator is asked for whenever an API key is made.'
        : 'Without it no API key can be made. In this demo your authenticator already knows this account: type the code that it shows.'
    }</p>
<form method="post" action="/dashboard/account/security">
${tokenField(session)}
<input type="hidden" name="wanted" value="${isOn ? 'off' : 'on'}">
${codeField()}
<p class="actions"><button class="${isOn ? 'second' : 'first'}">${isOn ? 'Turn off 2FA' : 'Turn on 2FA'}</button></p>
</form>`,
  );
}

/** `shown`: the key that was made a moment ago, for this one answer. */
export function apiKeyPage(visit: Visit, shown: string | null): Page {
  const { keys } = visit.account;
  if (shown !== null) return settings(visit, 'api-key', newKey(shown));
  if (keys.current === null) {
    return settings(
      visit,
      'api-key',
      html`<p>No API key was ever generated for this account.</p>
${makeLink(visit.account, 'first', '/dashboard/account/api-key/generate', 'Generate Key')}`,
    );
  }
  return settings(
    visit,
    'api-key',
    html`<dl>
<div><dt>Public API key</dt><dd><span class="hidden-key" aria-hidden="true">••••••••••••</span> Hidden. A key is shown once, when it is made.</dd></div>
<div><dt>Generated</dt><dd>${moment(keys.madeAt)}</dd></div>
</dl>
<p class="hint">Lost it? It cannot be shown again. A new one takes its place at once, and the old one stops working.</p>
${makeLink(visit.account, 'danger', '/dashboard/account/api-key/regenerate', 'Revoke & Regenerate')}`,
  );
}

function makeLink({ owner }: Account, look: string, to: string, label: string): Html {
  if (!owner.emailVerified)
    return html`<p class="notice bad">Verify your e-mail first. Without that no key is made.</p>`;
  if (!owner.twoFactor) {
    return html`<p class="notice bad">Turn on 2FA first, under <a href="/dashboard/account/security">Security</a>. Without it no key is made.</p>`;
  }
  return html`<p class="actions"><a class="button ${look}" href="${to}">${label}</a></p>`;
}

function newKey(key: string): Html {
  return html`<p class="notice good" role="status">Your new API key is ready. It works from now on.</p>
<p id="key-label">Your new API key</p>
<p class="key"><code id="new-key" aria-labelledby="key-label">${key}</code></p>
<p class="actions"><button class="first" type="button" data-copies="new-key" hidden>Copy</button> <span role="status" data-copied></span></p>
<p class="notice warning">Copy it now. <strong>It is shown only once</strong>: when you leave or reload this page, it is gone.</p>
<p class="hint">We also sent it to your e-mail.</p>`;
}

/** The page that asks for the code: for the first key, or for one in place of another. */
export function makeKeyPage(visit: Visit, how: 'generate' | 'regenerate', refused: string | null): Page {
  const { session } = visit;
  const title = how === 'generate' ? 'Generate Key' : 'Revoke & Regenerate';
  return settings(
    visit,
    'api-key',
    html`<h3>${title}</h3>
${notice(refused, 'bad')}
${how === 'regenerate' ? warning : html`<p>The key is shown only once. Have a safe place for it at hand.</p>`}
<form method="post" action="/dashboard/account/api-key/${how}">
${tokenField(session)}
${codeField()}
<p class="actions"><button class="${how === 'generate' ? 'first' : 'danger'}">${title}</button>
<a class="button second" href="/dashboard/account/api-key">Cancel</a></p>
</form>`,
  );
}

const warning = html`<div class="notice warning">
<p><strong>This cannot be undone.</strong></p>
<ul>
<li>The old key stops working immediately.</li>
<li>Active sessions that use it fail instantly.</li>
<li>Every script and integration must be updated with the new key.</li>
<li>The new key is shown only once.</li>
</ul>
</div>`;

function badge(isGood: boolean, good: string, bad: string): Html {
  return html`<span class="badge ${isGood ? 'good' : 'bad'}">${isGood ? good : bad}</span>`;
}
