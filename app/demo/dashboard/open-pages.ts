// The pages that need no sign-in: sign-in, and stand-ins for the user's phone and inbox.
// Must not show a key, but in the mail that carries it.
import { html } from './html';
import type { Mail } from './key-issuer';
import { moment, notice, type Page, tokenField } from './layout';
import type { Session } from './sessions';

export interface Credentials {
  email: string;
  password: string;
}

/** `next`: the page that was wanted, as its path under /dashboard/account/. */
export function signInPage(session: Session, filledIn: Credentials, next: string, refused: string | null): Page {
  return {
    title: 'Sign in',
    person: null,
    main: html`<section class="card narrow" aria-labelledby="title">
<h1 id="title">Sign in</h1>
${notice(refused, 'bad')}
<form method="post" action="/dashboard/sign-in">
${tokenField(session)}
<input type="hidden" name="next" value="${next}">
<div class="field"><label for="email">E-mail</label>
<input id="email" name="email" type="email" autocomplete="off" required value="${filledIn.email}"></div>
<div class="field"><label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="off" required value="${filledIn.password}" aria-describedby="hint"></div>
<p class="hint" id="hint">This is the demo: both are filled in for you. The password is <code>${filledIn.password}</code>.</p>
<p class="actions"><button class="first">Sign in</button></p>
</form>
</section>`,
  };
}

/** The code of now, and for how long. */
export function authenticatorPage(shown: { code: string; secondsLeft: number; isUsed: boolean }): Page {
  const { code, secondsLeft, isUsed } = shown;
  return {
    title: 'Authenticator',
    person: null,
    main: html`<section class="card narrow phone" aria-labelledby="title">
<h1 id="title">Authenticator</h1>
<p class="hint">In place of the app on your phone.</p>
<p id="code-label">9Proxy demo</p>
<p class="code"><output aria-labelledby="code-label" data-code>${code}</output></p>
<p><span data-seconds-left>${secondsLeft}</span> seconds left</p>
${isUsed ? html`<p class="notice warning">This code was used already. Wait for the next one.</p>` : null}
<p class="actions"><a class="button second" href="/dashboard/authenticator">Refresh</a></p>
</section>`,
  };
}

/** All mail, in the order given. */
export function mailPage(mails: readonly Mail[]): Page {
  return {
    title: 'Mail',
    person: null,
    main: html`<section class="card" aria-labelledby="title">
<h1 id="title">Mail</h1>
<p class="hint">In place of your inbox.</p>
${
  mails.length === 0
    ? html`<p>No mail.</p>`
    : html`<ul class="mails">
${mails.map((mail) => html`<li><a href="/dashboard/mail/${mail.id}">${subject}</a><span>to ${mail.to}, ${moment(mail.at)}</span></li>`)}
</ul>`
}
</section>`,
  };
}

/** One mail, with the key in it and a way to delete it. */
export function oneMailPage(session: Session, mail: Mail): Page {
  return {
    title: subject,
    person: null,
    main: html`<article class="card" aria-labelledby="title">
<h1 id="title">${subject}</h1>
<p class="hint">From 9Proxy (demo) to ${mail.to}, ${moment(mail.at)}</p>
<p>Hello,</p>
<p>a new API key was made for your account. The key before it, if there was one, no longer works.</p>
<p id="key-label">Your new API key</p>
<p class="key"><code aria-labelledby="key-label">${mail.key}</code></p>
<p>Whoever has this key can spend what is in your account. Keep it safe, and delete this mail.</p>
<form method="post" action="/dashboard/mail/delete">
${tokenField(session)}
<input type="hidden" name="mail" value="${mail.id}">
<p class="actions"><button class="danger">Delete this mail</button>
<a class="button second" href="/dashboard/mail">Back to all mail</a></p>
</form>
</article>`,
  };
}

const subject = 'Your new API key';

/** An address that is none of these pages. */
export function missingPage(): Page {
  return {
    title: 'Not found',
    person: null,
    main: html`<section class="card narrow" aria-labelledby="title">
<h1 id="title">Not found</h1>
<p>There is no such page here.</p>
<p class="actions"><a class="button second" href="/dashboard/">To the dashboard</a></p>
</section>`,
  };
}

/** A form that did not come from one of these pages, or from one that is too old. */
export function strangeFormPage(): Page {
  return {
    title: 'Try again',
    person: null,
    main: html`<section class="card narrow" aria-labelledby="title">
<h1 id="title">Try again</h1>
<p role="alert">This form did not come from a page of this session, so nothing was done.</p>
<p class="actions"><a class="button second" href="/dashboard/">To the dashboard</a></p>
</section>`,
  };
}
