// The pages that need no sign-in: sign-in, and stand-ins for the user's phone and inbox. Only the mail that carries the
// key shows it.
import { dashboardTexts } from '../../texts/demo-dashboard';
import { type Html, html } from './html';
import type { Mail } from './key-issuer';
import { moment, notice, type Page, tokenField } from './layout';
import type { Session } from './sessions';

export interface Credentials {
  email: string;
  password: string;
}

/** `next`: the page that was wanted, as its path under /dashboard/account/. */
export function signInPage(session: Session, filledIn: Credentials, next: string, refused: string | null): Page {
  const { signIn } = dashboardTexts;
  return {
    title: signIn.title,
    person: null,
    main: html`<section class="card narrow" aria-labelledby="title">
<h1 id="title">${signIn.title}</h1>
${notice(refused, 'bad')}
<form method="post" action="/dashboard/sign-in">
${tokenField(session)}
<input type="hidden" name="next" value="${next}">
<div class="field"><label for="email">${signIn.email}</label>
<input id="email" name="email" type="email" autocomplete="off" required value="${filledIn.email}"></div>
<div class="field"><label for="password">${signIn.password}</label>
<input id="password" name="password" type="password" autocomplete="off" required value="${filledIn.password}" aria-describedby="hint"></div>
<p class="hint" id="hint">${signIn.hint({ password: filledIn.password })}</p>
<p class="actions"><button class="first">${signIn.submit}</button></p>
</form>
</section>`,
  };
}

/** The code of now, and for how long. */
export function authenticatorPage(shown: { code: string; secondsLeft: number; isUsed: boolean }): Page {
  const { code, secondsLeft, isUsed } = shown;
  const { authenticator } = dashboardTexts;
  // The script shows one after the other: from the last second to that of now.
  const lines = Array.from({ length: secondsLeft }, (_, index) => authenticator.left({ seconds: index + 1 }));
  return {
    title: authenticator.title,
    person: null,
    main: html`<section class="card narrow phone" aria-labelledby="title">
<h1 id="title">${authenticator.title}</h1>
<p class="hint">${authenticator.hint}</p>
<p id="code-label">${dashboardTexts.site}</p>
<p class="code"><output aria-labelledby="code-label" data-code>${code}</output></p>
<p data-seconds-left="${JSON.stringify(lines)}">${authenticator.left({ seconds: secondsLeft })}</p>
${isUsed ? html`<p class="notice warning">${dashboardTexts.code.used}</p>` : null}
<p class="actions"><a class="button second" href="/dashboard/authenticator">${authenticator.refresh}</a></p>
</section>`,
  };
}

/** All mail, in the order given. `locale`: how dates are written. */
export function mailPage(mails: readonly Mail[], locale: string): Page {
  const { mail: words } = dashboardTexts;
  const line = (mail: Mail) =>
    html`<li><a href="/dashboard/mail/${mail.id}">${words.subject}</a><span><bdi>${words.to({ address: mail.to })}</bdi> · ${moment(mail.at, locale)}</span></li>`;
  return {
    title: words.title,
    person: null,
    main: html`<section class="card" aria-labelledby="title">
<h1 id="title">${words.title}</h1>
<p class="hint">${words.hint}</p>
${mails.length === 0 ? html`<p>${words.none}</p>` : html`<ul class="mails">\n${mails.map(line)}\n</ul>`}
</section>`,
  };
}

/** One mail, with the key in it and a way to delete it. `locale`: how dates are written. */
export function oneMailPage(session: Session, mail: Mail, locale: string): Page {
  const { mail: words, newKey } = dashboardTexts;
  return {
    title: words.subject,
    person: null,
    main: html`<article class="card" aria-labelledby="title">
<h1 id="title">${words.subject}</h1>
<p class="hint"><bdi>${words.from({ address: mail.to })}</bdi> · ${moment(mail.at, locale)}</p>
<p>${words.greeting}</p>
<p>${words.created}</p>
<p id="key-label">${newKey.label}</p>
<p class="key"><code aria-labelledby="key-label">${mail.key}</code></p>
<p>${words.warning}</p>
<form method="post" action="/dashboard/mail/delete">
${tokenField(session)}
<input type="hidden" name="mail" value="${mail.id}">
<p class="actions"><button class="danger">${words.delete}</button>
<a class="button second" href="/dashboard/mail">${words.back}</a></p>
</form>
</article>`,
  };
}

/** An address that is none of these pages. */
export function missingPage(): Page {
  const { title, line } = dashboardTexts.missing;
  return deadEnd(title, html`<p>${line}</p>`);
}

/** A form that did not come from one of these pages, or from one that is too old. */
export function strangeFormPage(): Page {
  const { title, line } = dashboardTexts.otherForm;
  return deadEnd(title, html`<p role="alert">${line}</p>`);
}

function deadEnd(title: string, line: Html): Page {
  return {
    title,
    person: null,
    main: html`<section class="card narrow" aria-labelledby="title">
<h1 id="title">${title}</h1>
${line}
<p class="actions"><a class="button second" href="/dashboard/">${dashboardTexts.home}</a></p>
</section>`,
  };
}
