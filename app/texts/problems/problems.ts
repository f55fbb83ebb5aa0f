// What the user reads about a problem: what happened, why, and what they can do next. Words only: no codes except a
// server's status, no URL, and no server text except a vendor's message, which was redacted where it came in.
import type { Problem, ProblemKind } from '../../model/problem';
import { formatUntil } from '../format';
import { keyringName } from '../key-storage';
import { settingsTexts } from '../settings';
import type { ProblemByKind, ProblemText, ProblemTexts, TextContext } from './problem-text';
import { problemWords as words } from './problem-words';

const texts: ProblemTexts = {
  // 9Proxy, and the way to it.
  'key-refused': () => words['key-refused'],
  'not-offered': () => words['not-offered'],
  rejected: ({ message }, { hidden }) => ({ ...words.rejected, cause: declinedCause(message, hidden) }),
  'rate-limited': ({ until }, { locale, now }) => ({
    ...words['rate-limited'],
    next:
      until === null ? words['rate-limited'].soon : words['rate-limited'].at({ when: formatUntil(until, now, locale) }),
  }),
  'server-trouble': ({ status }) => ({
    ...words['server-trouble'],
    cause: words['server-trouble'].cause({ status: String(status) }),
  }),
  unreachable: ({ why }) => byReason(words.unreachable, why),
  'timed-out': () => words['timed-out'],
  'blocked-on-the-way': () => words['blocked-on-the-way'],
  'redirect-loop': () => words['redirect-loop'],
  redirected: () => words.redirected,
  'unreadable-answer': ({ why }) => byReason(words['unreadable-answer'], why),
  'insecure-address': () => words['insecure-address'],
  'outcome-unknown': () => words['outcome-unknown'],
  // The key, its keyring, and a copy of it.
  'key-shape': ({ why }) => byReason(words['key-shape'], why),
  'key-is-the-old-one': () => words['key-is-the-old-one'],
  'key-missing': () => words['key-missing'],
  'key-check-expired': () => words['key-check-expired'],
  'keyring-absent': () => words['keyring-absent'],
  'keyring-locked': () => words['keyring-locked'],
  'keyring-changed': ({ was, now }) => ({ ...words['keyring-changed'], cause: keyringCause(was, now) }),
  'key-unreadable': () => words['key-unreadable'],
  'key-for-other-address': (problem) => {
    const { title, cause, next } = words['key-for-other-address'];
    const now = hostOf(problem.now);
    return { title, cause: cause({ was: hostOf(problem.was), now }), next: next({ now }) };
  },
  'key-address-unconfirmed': ({ address }) => ({
    ...words['key-address-unconfirmed'],
    cause: words['key-address-unconfirmed'].cause({ address: hostOf(address) }),
  }),
  'clipboard-failed': () => words['clipboard-failed'],
  // Files: the disk, the profile folder, settings and other documents.
  'file-not-written': ({ why }) => byReason(words['file-not-written'], why),
  'file-blocked': ({ why }) => byReason(words['file-blocked'], why),
  'disk-full': () => words['disk-full'],
  'profile-read-only': () => words['profile-read-only'],
  'profile-exposed': ({ why }) => byReason(words['profile-exposed'], why),
  'store-recovered': ({ store, copy }) => setAside(words['store-recovered'], store, copy),
  'store-unreadable': ({ store, copy }) => setAside(words['store-unreadable'], store, copy),
  'edit-unreadable': ({ store }) => ({ ...words['edit-unreadable'], title: words['edit-unreadable'].title({ store }) }),
  'edit-set-aside': ({ store, copy }) => {
    const { title, cause, next } = words['edit-set-aside'];
    return { title: title({ store }), cause, next: next({ copy }) };
  },
  'link-broken': ({ target }) => ({ ...words['link-broken'], cause: words['link-broken'].cause({ target }) }),
  'setting-unusable': ({ setting }) => {
    const text = words['setting-unusable'][setting];
    return { ...text, next: text.next({ section: settingsTexts[setting].title }) };
  },
  'store-too-new': ({ store }) => ({ ...words['store-too-new'], cause: words['store-too-new'].cause({ store }) }),
  // What NineTray did not do.
  'demo-failed': () => words['demo-failed'],
  'not-in-demo': () => words['not-in-demo'],
  'command-failed': ({ why, program, exit }) => {
    const text = words['command-failed'];
    const { cause, next } = Object.hasOwn(text, why) ? text[why] : text.exit;
    const how = exit === null ? text.ended : text.exit.cause({ exit: String(exit) });
    return { title: text.title({ program }), cause: typeof cause === 'string' ? cause : how, next };
  },
  'local-app-absent': () => words['local-app-absent'],
  'port-busy': ({ port, why, program }) => {
    const { title, cause, by, next } = words['port-busy'];
    return {
      title: title({ port: String(port) }),
      cause: program === undefined ? cause({ why }) : by({ program }),
      next,
    };
  },
  'gateway-closed': ({ why }) => byReason(words['gateway-closed'], why),
  'bad-input': ({ field }) => ({ ...words['bad-input'], cause: words['bad-input'].cause({ field }) }),
  'not-allowed': () => words['not-allowed'],
  'not-now': () => words['not-now'],
  'work-under-way': () => words['work-under-way'],
  'saving-already': () => words['saving-already'],
  'filter-ignored': () => words['filter-ignored'],
  'left-alone': ({ why }) => byReason(words['left-alone'], why),
  cancelled: () => words.cancelled,
  internal: () => words.internal,
};

/**
 * The text of any problem. `now` in milliseconds; `locale` as a BCP 47 tag. `hidden`: amounts are hidden where it is shown, and so are the
 * vendor's own words, which may name one.
 */
export function problemText(problem: Problem, locale: string, now: number, hidden = false): ProblemText {
  const { title, cause, next } = textOf(problem.kind, problem, { locale, now, hidden });
  return { title, cause, next };
}

/** A saved state of another version may hold a kind that the types do not know: it still gets a text. */
function textOf<K extends ProblemKind>(kind: K, problem: ProblemByKind[K], context: TextContext): ProblemText {
  return Object.hasOwn(texts, kind) ? texts[kind](problem, context) : words.unknown;
}

/** The text for this reason, which may be one of another version too. */
function byReason<Why extends string>(reasons: Readonly<Record<Why, ProblemText>>, why: Why): ProblemText {
  return Object.hasOwn(reasons, why) ? reasons[why] : words.unknown;
}

function declinedCause(message: string, hidden: boolean): string {
  if (message === '') return words.rejected.noReason;
  return hidden ? words.rejected.hiddenReason : words.rejected.reason({ message });
}

/** The keyrings of two sessions; `basic_text` is what Electron calls having none. */
function keyringCause(was: string, now: string): string {
  const text = words['keyring-changed'];
  if (was === 'basic_text') return text.causeNoKeyringBefore({ now: keyringName(now) });
  if (now === 'basic_text') return text.causeNoKeyringNow({ was: keyringName(was) });
  return text.cause({ was: keyringName(was), now: keyringName(now) });
}

type SetAside = (typeof words)['store-recovered' | 'store-unreadable'];

/** `copy`: the file in which the damaged one was kept. */
function setAside(
  { title, cause, causeWithCopy, next }: SetAside,
  store: string,
  copy: string | undefined,
): ProblemText {
  return { title, cause: copy === undefined ? cause({ store }) : causeWithCopy({ store, copy }), next };
}

/** Host and port of an address; all that users need to recognise it. */
function hostOf(address: string): string {
  return address.replace(/^https?:\/\//, '');
}
