// What the user reads where 9Proxy, or the way to it, is the problem.
// Words only; must not decide whether there is a problem.
import { formatUntil } from '../format';
import { byReason, type ProblemTexts, type ReasonTexts } from './problem-text';

const unreachableTitle = 'Can’t reach 9Proxy';
const unreachable: ReasonTexts<'unreachable'> = {
  offline: {
    title: 'You are offline',
    cause: 'This computer has no connection to the internet.',
    next: 'Connect to a network. NineTray continues automatically.',
  },
  name: {
    title: unreachableTitle,
    cause: 'The name of its server could not be found.',
    next: 'Check your connection, and the address in the settings if you changed it.',
  },
  refused: {
    title: unreachableTitle,
    cause: 'Nothing answers at its address.',
    next: 'Check the address in the settings if you changed it. NineTray retries automatically.',
  },
  certificate: {
    title: unreachableTitle,
    cause: 'The server could not prove that it is the one it claims to be.',
    next: 'Check the date of this computer, and whether something on this network reads your connections.',
  },
  proxy: {
    title: unreachableTitle,
    cause: 'The proxy that NineTray goes through does not answer.',
    next: 'Check the proxy in the settings, or choose a direct connection there.',
  },
  other: {
    title: unreachableTitle,
    cause: 'The connection failed or broke off.',
    next: 'Check your connection. NineTray retries automatically.',
  },
};

const unreadableTitle = 'Can’t read 9Proxy’s answer';
const unreadableNext = 'NineTray retries automatically. If this lasts, check the address in the settings.';
const unreadable: ReasonTexts<'unreadable-answer'> = {
  html: {
    title: unreadableTitle,
    cause: 'A web page came instead of figures.',
    next: 'On a public network, sign in to that network first. Otherwise check the address in the settings.',
  },
  empty: { title: unreadableTitle, cause: 'The answer was empty.', next: unreadableNext },
  'not-json': {
    title: unreadableTitle,
    cause: 'The answer was not in the form that 9Proxy documents.',
    next: unreadableNext,
  },
  shape: { title: unreadableTitle, cause: 'The answer lacks what NineTray needs from it.', next: unreadableNext },
};

/** One entry per kind. */
export const vendorProblems = {
  'key-refused': () => ({
    title: '9Proxy refuses the key',
    cause: 'The key was probably revoked or replaced. NineTray checks it once an hour from now on.',
    next: 'Enter the new key. If you have none, generate one in the 9Proxy dashboard.',
  }),
  'not-offered': () => ({
    title: 'Not offered for this account',
    cause: '9Proxy does not provide this for your account.',
    next: 'Nothing to do: NineTray tries again from time to time, and everything else keeps working.',
  }),
  rejected: (problem, { hidden }) => ({
    title: '9Proxy declined',
    cause:
      problem.message === ''
        ? 'It gave no reason.'
        : hidden
          ? 'Its reason is hidden, like the amounts.'
          : `Its reason: “${problem.message}”`,
    next: 'Check the 9Proxy dashboard, then try again.',
  }),
  'rate-limited': (problem, { locale, now }) => ({
    title: '9Proxy asks us to slow down',
    cause: 'Too many requests were made with this key in a short time.',
    next:
      problem.until === null
        ? 'NineTray will try again in a few minutes.'
        : `NineTray will try again ${formatUntil(problem.until, now, locale)}.`,
  }),
  'server-trouble': (problem) => ({
    title: '9Proxy is having problems',
    cause: `Its server returned error ${problem.status}.`,
    next: 'Nothing is wrong on your side. NineTray retries automatically.',
  }),
  unreachable: ({ why }) => byReason(unreachable, why),
  'timed-out': () => ({
    title: '9Proxy did not answer in time',
    cause: '9Proxy, your network or a proxy is slow.',
    next: 'Check your connection. NineTray will try again and wait up to 30 seconds.',
  }),
  'blocked-on-the-way': () => ({
    title: 'Blocked on the way to 9Proxy',
    cause: 'Something between you and 9Proxy refused the request: Cloudflare, a company filter, a VPN or a proxy.',
    next: 'Your key stays, and NineTray will try again. If this lasts, try another network, or turn the VPN off.',
  }),
  'redirect-loop': () => ({
    title: '9Proxy sends us in circles',
    cause:
      'Its server answers every question by pointing back to the same place. This happens to some accounts and networks.',
    next: 'Try another network. If that does not help, ask 9Proxy support to look at your API access.',
  }),
  redirected: () => ({
    title: '9Proxy points to another address',
    cause: 'Following it would hand your key to another server, so NineTray does not.',
    next: 'Check the address in the settings. On a public network, sign in to that network first.',
  }),
  'unreadable-answer': ({ why }) => byReason(unreadable, why),
  'insecure-address': () => ({
    title: 'The address is not secure',
    cause: 'Your key would travel in the clear, so NineTray does not use this address.',
    next: 'In the settings, enter an address that starts with “https”.',
  }),
  'outcome-unknown': () => ({
    title: 'We can’t tell whether this went through',
    cause: 'The request went out, but the answer never came.',
    next: 'Refresh to check, then decide whether to try again.',
  }),
} satisfies Partial<ProblemTexts>;
