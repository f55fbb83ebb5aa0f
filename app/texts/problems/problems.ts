// What a person reads about a problem: what happened, why, and what they can do next. Words only: no codes but a server's
// status, no URL, no server text but a vendor's message that was redacted where it came in.
import type { Problem } from '../../model/problem';
import { formatUntil } from '../format';
import { keyringName } from '../key-storage';
import { settingsTexts } from '../settings';

export interface ProblemText {
  title: string;
  /** One sentence on the cause. */
  cause: string;
  /** The next step a person can take. */
  next: string;
}

/** Host and port of an address; all that people need to recognise it by. */
function hostOf(address: string): string {
  return address.replace(/^https?:\/\//, '');
}

/**
 * The text of any problem. `now` in milliseconds; `locale` as a BCP 47 tag. `hidden`: amounts are hidden where it is shown, and so are the
 * vendor's own words, which may name one.
 */
export function problemText(problem: Problem, locale: string, now: number, hidden = false): ProblemText {
  switch (problem.kind) {
    case 'key-refused':
      return {
        title: '9Proxy refuses the key',
        cause: 'The key was probably revoked or replaced. NineTray checks it once an hour from now on.',
        next: 'Enter the new key. If you have none, generate one in the 9Proxy dashboard.',
      };
    case 'not-offered':
      return {
        title: 'Not offered for this account',
        cause: '9Proxy does not answer this question for your account.',
        next: 'Nothing to do: NineTray tries again from time to time, and all else keeps working.',
      };
    case 'rejected':
      return {
        title: '9Proxy said no',
        cause:
          problem.message === ''
            ? 'It gave no reason.'
            : hidden
              ? 'Its reason is hidden, like the amounts.'
              : `Its answer: “${problem.message}”`,
        next: 'Check the 9Proxy dashboard, then try again.',
      };
    case 'rate-limited':
      return {
        title: '9Proxy asks us to slow down',
        cause: 'Too many requests were made with this key in a short time.',
        next:
          problem.until === null
            ? 'NineTray will try again in a few minutes.'
            : `NineTray will try again ${formatUntil(problem.until, now, locale)}.`,
      };
    case 'server-trouble':
      return {
        title: '9Proxy has trouble',
        cause: `Its server answered with an error of its own (${problem.status}).`,
        next: 'Nothing is wrong on your side. NineTray tries again by itself.',
      };
    case 'unreachable':
      return unreachableText(problem.why);
    case 'timed-out':
      return {
        title: '9Proxy did not answer in time',
        cause: '9Proxy, your network or a proxy is slow.',
        next: 'Check your connection. NineTray will try again and wait up to 30 seconds.',
      };
    case 'blocked-on-the-way':
      return {
        title: 'Blocked on the way to 9Proxy',
        cause: 'Something between you and 9Proxy refused the request: Cloudflare, a company filter, a VPN or a proxy.',
        next: 'Your key stays, and NineTray will try again. If this lasts, try another network, or turn the VPN off.',
      };
    case 'redirect-loop':
      return {
        title: '9Proxy sends us in circles',
        cause:
          'Its server answers every question by pointing back to the same place. This happens to some accounts and networks.',
        next: 'Try another network. If that does not help, ask 9Proxy support to look at your API access.',
      };
    case 'redirected':
      return {
        title: '9Proxy points to another address',
        cause: 'Following it would hand your key to another server, so NineTray does not.',
        next: 'Check the address in the settings. On a public network, sign in to that network first.',
      };
    case 'unreadable-answer':
      return unreadableText(problem.why);
    case 'insecure-address':
      return {
        title: 'The address is not secure',
        cause: 'Your key would travel in the clear, so NineTray does not use this address.',
        next: 'In the settings, enter an address that starts with “https”.',
      };
    case 'outcome-unknown':
      return {
        title: 'It is not known whether this worked',
        cause: 'The request went out, but the answer never came.',
        next: 'Refresh to see how it stands, then decide whether to try again.',
      };
    case 'key-shape':
      return keyShapeText(problem.why);
    case 'key-is-the-old-one':
      return {
        title: 'This is the old key',
        cause: 'It is the key that NineTray already has, not the one that the dashboard has just shown.',
        next: 'Copy the new key in the dashboard, then paste it here.',
      };
    case 'key-missing':
      return {
        title: 'There is no key yet',
        cause: 'NineTray needs the Public API key of your 9Proxy account to read its figures.',
        next: 'Enter your key, or have a look around in the demo.',
      };
    case 'key-check-expired':
      return {
        title: 'Paste the key again',
        cause:
          'NineTray removes a checked key from memory after ten minutes, or when the address changes, if you haven’t saved it.',
        next: 'Go back and paste the key again.',
      };
    case 'keyring-absent':
      return {
        title: 'No keyring to protect the key',
        cause: 'This computer offers NineTray no safe place for a key.',
        next: 'Keep the key for this session only, or install and unlock a keyring and try again.',
      };
    case 'keyring-locked':
      return {
        title: 'The keyring is locked',
        cause: 'Your key is kept safe in it, and NineTray cannot read it until you unlock it.',
        next: 'Unlock the keyring, then let NineTray ask again.',
      };
    case 'keyring-changed':
      return {
        title: 'Another keyring is in charge now',
        cause: `The key was protected by ${keyringOf(problem.was)}; this session uses ${keyringOf(problem.now)}.`,
        next: 'Sign in as you did before to read it, or enter the key again. The old copy is kept.',
      };
    case 'key-unreadable':
      return {
        title: 'The kept key cannot be read',
        cause: 'The keyring does not open what NineTray stored. It may have been reset or restored from a backup.',
        next: 'Enter the key again. If you no longer have it, generate a new one in the 9Proxy dashboard.',
      };
    case 'key-for-other-address':
      return {
        title: 'The stored key is for another address',
        cause: `It was stored for ${hostOf(problem.was)}, so NineTray doesn’t send it to ${hostOf(problem.now)}.`,
        next: `If you didn’t change the address, check it in the settings. Otherwise enter the key for ${hostOf(problem.now)}.`,
      };
    case 'key-address-unconfirmed':
      return {
        title: 'Is the stored key for this address?',
        cause: `An older version of NineTray stored it without its address. The address in the settings is ${hostOf(problem.address)}.`,
        next: 'Use the key there only if you know that address. Otherwise check it in the settings.',
      };
    case 'clipboard-failed':
      return {
        title: 'The key was not copied',
        cause:
          'NineTray looked at the clipboard again, and the key was not there. Another application may be using it.',
        next: 'Try again, or save the key to a file.',
      };
    case 'file-not-written':
      return notWrittenText(problem.why);
    case 'disk-full':
      return {
        title: 'The disk is full',
        cause: 'NineTray could not save its last changes. They are kept in memory until it can.',
        next: 'Free some space. NineTray saves again by itself.',
      };
    case 'profile-read-only':
      return {
        title: 'NineTray may not write to its folder',
        cause: 'Changes cannot be saved and will be lost when NineTray quits.',
        next: 'Give your user account permission to write there, then start NineTray again.',
      };
    case 'profile-exposed':
      return exposedText(problem.why);
    case 'store-recovered':
      return {
        title: 'A damaged file was repaired',
        cause: `${storeName(problem.store)} could not be read, so the last good copy is used.${keptAs(problem.copy)}`,
        next: 'Check that all looks right. The latest change may be missing.',
      };
    case 'store-unreadable':
      return {
        title: 'A file cannot be read',
        cause: `${storeName(problem.store)} is damaged, and so is its copy. It was set aside and not deleted.${keptAs(problem.copy)}`,
        next: 'NineTray starts afresh with this part. Set again what is missing.',
      };
    case 'edit-unreadable':
      return {
        title: `“${problem.store}.json” has a mistake`,
        cause: 'It was changed outside NineTray and can’t be read, so NineTray uses what it had before.',
        next: 'Correct the file. If NineTray has to save first, it keeps your version beside it.',
      };
    case 'edit-set-aside':
      return {
        title: `Your version of “${problem.store}.json” was set aside`,
        cause: 'It was changed outside NineTray and could not be used when NineTray saved.',
        next: `Your version is in the same folder, as “${problem.copy}”.`,
      };
    case 'link-broken':
      return {
        title: '“settings.json” is a link to a missing file',
        cause: `It leads to “${problem.target}”. NineTray keeps the link, and your changes until it quits.`,
        next: 'Create that folder or mount its drive, then change a setting. Or remove the link, and NineTray makes a new file.',
      };
    case 'setting-unusable':
      return problem.setting === 'address'
        ? {
            title: 'Choose the 9Proxy address',
            cause: 'The address in the settings can’t be used, so NineTray sends nothing to anyone.',
            next: `In the settings, choose an address under “${settingsTexts.address.title}”.`,
          }
        : {
            title: 'Choose a proxy setting',
            cause: 'The proxy in the settings can’t be used, so NineTray sends nothing to anyone.',
            next: `In the settings, choose how to connect under “${settingsTexts.proxy.title}”.`,
          };
    case 'store-too-new':
      return {
        title: 'A newer NineTray was here',
        cause: `${storeName(problem.store)} was written by a newer version and is left as it is.`,
        next: 'Install the newer version of NineTray again.',
      };
    case 'demo-failed':
      return {
        title: 'The demo did not start',
        cause: 'The simulated account could not be set up on this computer.',
        next: 'Try again. If it fails again, restart NineTray.',
      };
    case 'local-app-absent':
      return {
        title: 'The 9Proxy application does not answer',
        cause: 'Nothing on this computer speaks its local API at the port that is set.',
        next: 'Start it, and look up its API port there. The port is set beside this list.',
      };
    case 'bad-input':
      return {
        title: 'This entry does not fit',
        cause: `The value for “${problem.field}” is not one that NineTray can use.`,
        next: 'Correct it and try again.',
      };
    case 'not-allowed':
      return {
        title: 'Not allowed',
        cause: 'The request did not come from a window of NineTray.',
        next: 'Open NineTray from its icon and try again.',
      };
    case 'not-now':
      return {
        title: 'Not at this moment',
        cause: 'What you asked for does not fit how things stand now; they may have changed since this was shown.',
        next: 'See how it stands and try again. While your key is being regenerated, the wizard shows what comes next.',
      };
    case 'work-under-way':
      return {
        title: 'Other work is under way',
        cause: 'NineTray is working on many sub-accounts, or such work was interrupted and waits for you.',
        next: 'Let it end, cancel it, undo it or dismiss it. Then try again.',
      };
    case 'saving-already':
      return {
        title: 'Another list is being saved',
        cause: 'NineTray saves one list at a time.',
        next: 'Let it end or stop it, then try again.',
      };
    case 'filter-ignored':
      return {
        title: '9Proxy ignored this filter',
        cause: 'It returned rows that don’t match, so NineTray doesn’t show them.',
        next: 'Remove the filter to see all rows.',
      };
    case 'left-alone':
      return leftAloneText(problem.why);
    case 'cancelled':
      return {
        title: 'Stopped before it was done',
        cause: 'It was called off, and nothing was changed.',
        next: 'Start it again when you like.',
      };
    case 'internal':
      return {
        title: 'Something went wrong in NineTray',
        cause: 'This is a mistake of ours, not of yours.',
        next: 'Try again. If it happens again, restart NineTray and tell us.',
      };
    default:
      return unknownProblem(problem);
  }
}

/** The keyring of another session; `basic_text` is what Electron calls having none. */
function keyringOf(backend: string): string {
  return backend === 'basic_text' ? 'no keyring' : keyringName(backend);
}

function keptAs(copy: string | undefined): string {
  return copy === undefined ? '' : ` It is in the same folder, as “${copy}”.`;
}

function storeName(store: string): string {
  return `The file “${store}”`;
}

function unreachableText(why: Extract<Problem, { kind: 'unreachable' }>['why']): ProblemText {
  const title = '9Proxy cannot be reached';
  switch (why) {
    case 'offline':
      return {
        title: 'You are offline',
        cause: 'This computer has no connection to the internet.',
        next: 'Connect to a network. NineTray goes on by itself.',
      };
    case 'name':
      return {
        title,
        cause: 'The name of its server could not be found.',
        next: 'Check your connection, and the address in the settings if you changed it.',
      };
    case 'refused':
      return {
        title,
        cause: 'Nothing answers at its address.',
        next: 'Check the address in the settings if you changed it. NineTray tries again by itself.',
      };
    case 'certificate':
      return {
        title,
        cause: 'The server could not prove that it is the one it claims to be.',
        next: 'Check the date of this computer, and whether something on this network reads your connections.',
      };
    case 'proxy':
      return {
        title,
        cause: 'The proxy that NineTray goes through does not answer.',
        next: 'Check the proxy in the settings, or choose a direct connection there.',
      };
    case 'other':
      return {
        title,
        cause: 'The connection failed or broke off.',
        next: 'Check your connection. NineTray tries again by itself.',
      };
    default:
      return unknownProblem(why);
  }
}

function unreadableText(why: Extract<Problem, { kind: 'unreadable-answer' }>['why']): ProblemText {
  const title = 'The answer cannot be read';
  const next = 'NineTray tries again by itself. If this lasts, check the address in the settings.';
  switch (why) {
    case 'html':
      return {
        title,
        cause: 'A web page came instead of figures.',
        next: 'On a public network, sign in to that network first. Otherwise check the address in the settings.',
      };
    case 'empty':
      return { title, cause: 'The answer was empty.', next };
    case 'not-json':
      return { title, cause: 'The answer was not in the form that 9Proxy documents.', next };
    case 'shape':
      return { title, cause: 'The answer lacks what NineTray needs from it.', next };
    default:
      return unknownProblem(why);
  }
}

function keyShapeText(why: Extract<Problem, { kind: 'key-shape' }>['why']): ProblemText {
  const title = 'This does not look like a key';
  const next = 'Copy the key again from the 9Proxy dashboard, the whole key and nothing else.';
  switch (why) {
    case 'empty':
      return { title: 'No key was entered', cause: 'The field, or the clipboard, is empty.', next };
    case 'spaces':
      return { title, cause: 'There are spaces or line breaks inside it.', next };
    case 'address':
      return { title, cause: 'It is a web address, and there is no key in it.', next };
    case 'too-long':
      return { title, cause: 'It is too long.', next };
    default:
      return unknownProblem(why);
  }
}

function exposedText(why: Extract<Problem, { kind: 'profile-exposed' }>['why']): ProblemText {
  switch (why) {
    case 'closed':
      return {
        title: 'Other users could open NineTray’s files',
        cause: 'Its folder or the key’s file was open to other users of this computer. NineTray has closed it.',
        next: 'If others use this computer, regenerate your key in the settings.',
      };
    case 'open':
      return {
        title: 'Other users can open NineTray’s files',
        cause: 'This disk doesn’t let NineTray close its folder to other users.',
        next: 'Quit NineTray, then start it with a folder on another disk (--user-data-dir).',
      };
    case 'not-yours':
      return {
        title: 'NineTray’s folder belongs to another user',
        cause: 'Its owner can read and replace what NineTray stores there.',
        next: 'Start NineTray with a folder of your own (--user-data-dir).',
      };
    default:
      return unknownProblem(why);
  }
}

function notWrittenText(why: Extract<Problem, { kind: 'file-not-written' }>['why']): ProblemText {
  const title = 'The file was not saved';
  switch (why) {
    case 'full':
      return { title, cause: 'The disk is full.', next: 'Free some space, or choose another disk.' };
    case 'not-allowed':
      return { title, cause: 'You may not write to this folder.', next: 'Choose another folder.' };
    case 'not-private':
      return {
        title,
        cause: 'On this disk NineTray cannot keep a file from other people’s eyes.',
        next: 'Choose a folder on this computer’s own disk, such as your home folder.',
      };
    case 'other':
      return { title, cause: 'The system gave no clear reason.', next: 'Choose another folder, or another file name.' };
    default:
      return unknownProblem(why);
  }
}

/** Cannot be reached as long as the types hold; a saved state of another version still gets a text. */
function unknownProblem(_never: never): ProblemText {
  return {
    title: 'Something unexpected happened',
    cause: 'NineTray does not know this problem.',
    next: 'Try again, or restart NineTray.',
  };
}

type WhyLeft = Extract<Problem, { kind: 'left-alone' }>['why'];

function leftAloneText(why: WhyLeft): ProblemText {
  const title = 'Left as it is';
  switch (why) {
    case 'changed-since':
      return {
        title,
        cause: 'Somebody changed this sub-account after NineTray did.',
        next: 'Look at it in the list, and change it there if you want to.',
      };
    case 'gone':
      return {
        title,
        cause: '9Proxy no longer has this sub-account.',
        next: 'Nothing to do: it was deleted after the list was read.',
      };
    case 'on-again':
      return {
        title: 'On again',
        cause: '9Proxy lists this sub-account as on, though it was disabled several times.',
        next: 'Find out who, or what, switches it on, and go on disabling then.',
      };
    case 'not-taken':
      return {
        title: '9Proxy didn’t take all of it',
        cause: 'It accepted the request, but its list does not show the new automatic top-up.',
        next: 'Set it in the 9Proxy dashboard, or correct the field names in settings.json under “fields”.',
      };
    case 'not-known-before':
      return {
        title,
        cause: '9Proxy did not say how this sub-account was before, so there is nothing to put back.',
        next: 'Look at it in the list, and change it there if you want to.',
      };
  }
}
