// The check for newer versions: when it asks, whom, and what it believes.

const checks = 'app/updates/update-checks.ts';
const checksTest = 'app/updates/update-checks.test.ts';
const feed = 'app/updates/feed.ts';
const feedTest = 'app/updates/feed.test.ts';
const inElectron = 'e2e/update-check.test.ts';

/** @type {import('../protections.mjs').Protection[]} */
export const updates = [
  {
    name: 'No dictionary is downloaded for the spell checker',
    file: 'app/network-privacy/spell-checker.electron.ts',
    find: 'created.setSpellCheckerLanguages([]);',
    replace: '',
    test: {
      file: 'e2e/linux/updates.test.ts',
      title: 'nobody but 9Proxy is asked with the check off, and the feed alone, once, with it on',
    },
  },
  {
    name: 'Nobody is asked for updates unless the user said yes, in the application',
    file: checks,
    find: "setting() === 'on' && !isBusy()",
    replace: '!isBusy()',
    test: {
      file: 'e2e/linux/updates.test.ts',
      title: 'nobody but 9Proxy is asked with the check off, and the feed alone, once, with it on',
    },
  },
  {
    name: 'Nobody is asked for updates unless the user said yes',
    file: checks,
    find: "setting() === 'on' && !isBusy()",
    replace: '!isBusy()',
    test: { file: checksTest, title: 'is not made while the setting is %s' },
  },
  {
    name: 'Updates are asked for at most once a day',
    file: checks,
    find: '(nextAt === null || isReached(nextAt, now, day + dailyJitter))',
    replace: '(nextAt === null || isReached(nextAt, now, day / 2))',
    test: {
      file: checksTest,
      title: 'is made at most once in 24 hours, whatever comes in between: starts, failures, switches',
    },
  },
  {
    name: 'No request for updates while a key is regenerated or many sub-accounts change',
    file: checks,
    find: "setting() === 'on' && !isBusy()",
    replace: "setting() === 'on' && isBusy !== undefined",
    test: {
      file: checksTest,
      title: 'waits while a rotation, an emergency stop or a job is under way, and while there is no network',
    },
  },
  {
    name: 'A request for updates ends when the state no longer allows it',
    file: checks,
    find: 'this.#request?.abort();',
    replace: 'return;',
    test: { file: checksTest, title: 'is ended when %s' },
  },
  {
    name: 'The question about updates comes once',
    file: 'app/state/update-line.ts',
    find: "if (settings.updateCheck === 'ask') return",
    replace: "if (settings.updateCheck !== 'on') return",
    test: { file: 'app/state/update-line.test.ts', title: 'asks once it is time to, and never again after an answer' },
  },
  {
    name: 'No line about updates while a key is regenerated or many sub-accounts change',
    file: 'app/state/update-line.ts',
    find: "source.kind === 'demo' || isBusy(state)",
    replace: "source.kind === 'demo'",
    test: { file: 'app/state/update-line.test.ts', title: 'says nothing during %s' },
  },
  {
    name: 'The session for updates is in memory',
    file: 'app/updates/feed-network.electron.ts',
    find: "session.fromPartition('updates', { cache: false })",
    replace: "session.fromPartition('persist:updates', { cache: false })",
    test: {
      file: inElectron,
      title: 'is one GET that is the same for everyone, over https, from a session of its own in memory',
    },
  },
  {
    name: 'The feed is asked for over https only',
    file: 'app/updates/request-feed.ts',
    find: "if (!isFeedAddress(address)) return { ok: false, why: 'unsafe-address' };",
    replace: '',
    also: [
      {
        file: 'app/updates/request-feed.ts',
        find: "import { isFeedAddress } from './feed-source';\n",
        replace: '',
      },
    ],
    test: { file: 'app/updates/request-feed.test.ts', title: 'an address that is not https is not asked' },
  },
  {
    name: 'A feed is signed',
    file: feed,
    find: "if (signed === null) return refused('not-signed');",
    replace: "if (signed === null) return refused('unreadable');",
    test: { file: feedTest, title: 'that is not signed is refused' },
  },
  {
    name: 'A feed is signed by one of our keys',
    file: feed,
    find: 'keys.find(({ id }) => id === signed.keyId)',
    replace: 'keys[0]',
    test: { file: feedTest, title: 'that another key has signed is refused' },
  },
  {
    name: 'The signature of a feed is verified',
    file: feed,
    find: 'if (!verify(null, signed.content, signer.key, signed.signature))',
    replace: 'if (verify(null, signed.content, signer.key, signed.signature) === null)',
    test: { file: feedTest, title: 'is refused after any of its bytes was changed, removed or added' },
  },
  {
    name: 'A feed expires',
    file: feed,
    find: "if (feed.expires <= now) return refused('expired');",
    replace: 'void now;',
    test: { file: feedTest, title: 'is refused from the moment that it names' },
  },
  {
    name: 'An older feed is not believed',
    file: feed,
    find: "if (feed.counter < seenCounter) return refused('replayed');",
    replace: 'void seenCounter;',
    test: { file: feedTest, title: 'is refused below the highest counter seen, and taken again at it' },
  },
  {
    name: 'A feed has at most 64,000 bytes',
    file: feed,
    find: "if (bytes.byteLength > longestFeed) return refused('too-long');",
    replace: '',
    test: { file: feedTest, title: 'that is too long is refused, even where it is signed' },
  },
  {
    name: 'The highest counter of a feed is remembered',
    file: checks,
    find: 'this.#write({ counter, newer:',
    replace: 'void counter;\n    this.#write({ newer:',
    test: { file: checksTest, title: 'with a lower counter than one before is refused, also after a restart' },
  },
  {
    name: 'Only a newer version is told of',
    file: checks,
    find: 'isNewer(version, own) ? { version, released, notes } : null',
    replace: 'isNewer(version, own) || own !== version ? { version, released, notes } : null',
    also: [
      {
        file: checks,
        find: 'newer !== null && isNewer(newer.version, this.#options.version) ? newer : null',
        replace: 'newer',
      },
    ],
    test: { file: checksTest, title: 'with version %s tells nothing, and is remembered' },
  },
  {
    name: 'Nobody is asked for updates by a clock that is wrong',
    file: checks,
    find: "now < builtAt ? 'clock' : null",
    replace: "now < 0 * builtAt ? 'clock' : null",
    test: { file: checksTest, title: 'asks nobody while the clock shows a time before NineTray was built' },
  },
  {
    name: 'Nobody is asked for updates where the answer cannot be remembered',
    file: checks,
    find: "      this.#hindrance = 'not-saved';\n      return;",
    replace: "      this.#hindrance = 'not-saved';",
    test: { file: checksTest, title: 'asks nobody where it could not remember what it is told' },
  },
  {
    name: 'The check for updates follows no redirect',
    file: 'app/nineproxy/transport/send.electron.ts',
    find: "redirect: 'manual'",
    replace: "redirect: 'follow'",
    test: { file: inElectron, title: 'a redirect: the other server gets no request' },
  },
  {
    name: 'The check for updates reads no endless answer',
    file: 'app/nineproxy/transport/send.electron.ts',
    find: 'if (bytes > longest) end(reply);',
    replace: 'void longest;',
    test: { file: inElectron, title: 'an answer that never ends, or that is small only until it is unpacked' },
  },
  {
    name: 'The check for updates waits for no answer that stalls',
    file: 'app/updates/request-feed.ts',
    find: 'AbortSignal.any([signal, timeLimit])',
    replace: 'signal',
    test: { file: inElectron, title: 'an answer that stalls, and closes its connection' },
  },
  {
    name: 'A package takes no other feed and no other key',
    file: 'app/updates/feed-source.ts',
    find: "(isPackaged ? null : replacement.exec(variable ?? ''))",
    replace: "replacement.exec(isPackaged ? (variable ?? '') : (variable ?? ''))",
    test: {
      file: 'app/updates/feed-source.test.ts',
      title: 'is another one where a variable of development says so, and a package ignores that',
    },
  },
  {
    name: 'A package asks no other feed, in the application',
    file: 'app/updates/feed-source.ts',
    find: "(isPackaged ? null : replacement.exec(variable ?? ''))",
    replace: "replacement.exec(isPackaged ? (variable ?? '') : (variable ?? ''))",
    test: {
      file: 'e2e/linux/packaged.test.ts',
      title: 'the package asks no other feed of updates, whatever the environment requests',
    },
  },
  {
    name: 'A release page is on the project’s own site',
    file: 'app/updates/feed-source.ts',
    find: 'origin === site && href === address',
    replace: "origin !== 'null' && href === address",
    test: { file: 'app/updates/feed-source.test.ts', title: 'is none elsewhere: %j' },
  },
  {
    name: 'A release page of a file that was edited is checked again',
    file: checks,
    find: 'page === null || !isReleasePage(page) ? null : page',
    replace: 'page === null || isReleasePage === undefined ? null : page',
    test: { file: checksTest, title: 'leads to no page of another site, even where its file was edited' },
  },
  {
    name: 'A release has feed keys of its own',
    file: 'build/release/feed-keys.mjs',
    find: 'if (placeholders.length > 0)',
    replace: 'if (placeholders.length > 2)',
    test: { file: 'build/release/feed.test.ts', title: 'stop a release while one of them is to be replaced' },
  },
];
