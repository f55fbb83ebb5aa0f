// What keeps pages, other users and programs with a token from more than they may have through the local gateway.

const attacks = 'app/gateway/gateway-attacks.test.ts';
const read = 'app/gateway/request/read-request.ts';
const gateway = 'app/gateway/gateway.ts';

/** The protections of commands (place-commands.mjs) have it as their test too. */
export const canaryOfPlaces = {
  file: 'e2e/linux/canary-places.test.ts',
  title:
    'no key leaves a trace in the journal, the gateway’s answers and activity, or what commands and hooks are started with',
};

/** @type {import('../protections.mjs').Protection[]} */
export const gatewayProtections = [
  {
    name: 'T1: a browser is recognised',
    file: read,
    find: "if (browserHeaders.some((name) => headers.has(name))) return refused('browser');",
    replace: '',
    test: { file: attacks, title: 'that sends %s: %s gets nothing, and is told nothing of NineTray' },
  },
  {
    name: 'T2: the Host header is exactly ours',
    file: read,
    find: "!hosts.includes(host[0] ?? '')",
    replace: "!hosts.some((ours) => (host[0] ?? '').includes(ours.split(':')[0] ?? ours))",
    test: { file: attacks, title: 'such as %j is refused, whatever the token' },
  },
  {
    name: 'T5: another user is refused',
    file: gateway,
    find: "if (await incoming.isFromOtherUser()) return refusal('other-user');",
    replace: '',
    test: { file: attacks, title: 'another user of this computer is refused with a good token (T5)' },
  },
  {
    name: 'T8: an unknown path has one form',
    file: 'app/gateway/request/path-table.ts',
    find: '!plainPath.test(path) || ',
    replace: '',
    test: {
      file: attacks,
      title: 'a path is one of the table, exactly, and what is sent is built from the table (T8)',
    },
  },
  {
    name: 'T9: a name that may be taken for the credential is refused',
    file: read,
    find: "else if (likeCredential.test(name)) return refused('two-keys');",
    replace: '',
    test: { file: attacks, title: 'the parameters %s are not one credential' },
  },
  {
    name: 'T9: there is one credential',
    file: read,
    find: "if (credentials.length > 1) return refused('two-keys');",
    replace: '',
    test: { file: attacks, title: 'a token as a parameter and as a header is refused, and one header alone is taken' },
  },
  {
    name: 'T9: a member that is there twice is refused',
    file: 'app/gateway/request/strict-json.ts',
    find: "return hasDuplicates(text) ? failed({ kind: 'bad-input', field: 'duplicate' }) : ok(value);",
    replace: 'return ok(value);',
    test: { file: attacks, title: 'the body %s is no write' },
  },
  {
    name: 'T9: no header of a program is sent',
    file: gateway,
    find: "body = text.trim() === '' ? undefined : json.value;",
    replace: 'body = { ...json.value, headers: incoming.raw.rawHeaders };',
    test: { file: attacks, title: 'a write is written again, without its spaces and comments of headers' },
  },
  {
    name: 'T10: reading secrets is a right of its own',
    file: 'app/gateway/consumers/roles.ts',
    find: "const secretReads: readonly OperationId[] = ['listSubUsers', 'listShareCodes', 'listUsedCodes'];",
    replace: 'const secretReads: readonly OperationId[] = [];',
    test: { file: attacks, title: 'each role may ask for exactly these operations (T10)' },
  },
  {
    name: 'T10: a role is asked',
    file: gateway,
    find: 'if (!mayAsk(consumer, target.operation))',
    replace: 'if (!mayAsk({ ...consumer, role: "everything" }, target.operation))',
    test: { file: attacks, title: 'a read role gets no passwords and no codes, and nothing is asked for them (T10)' },
  },
  {
    name: 'T11: the key is removed from bodies',
    file: 'app/gateway/answer/clean-answer.ts',
    find: 'const clean = cleanNames(redactor.value(json), redactor);',
    replace: 'const clean = json;',
    test: { file: attacks, title: 'in a body: %s' },
  },
  {
    name: 'T11: a redirect is not passed on',
    file: 'app/gateway/answer/clean-answer.ts',
    find: "if (status >= 300 && status <= 399) return refusal('redirected');",
    replace: '',
    test: { file: attacks, title: 'in a redirect: it is answered with 502 and no address' },
  },
  {
    name: 'T12: a path that is not known is not a line of activity',
    file: gateway,
    find: 'asked.operation = target === null ? null : (target.operation ?? target.path);',
    replace: 'asked.operation = target === null ? path : (target.operation ?? target.path);',
    test: {
      file: attacks,
      title: 'lines of activity hold an operation, a status and times, and no token, key or parameter (T12)',
    },
  },
  {
    name: 'T13: a bare word, which may be a token, is not repeated',
    file: 'app/cli/unknown-argument.ts',
    find: "return argument.startsWith('--') ? null : { kind: 'wrong', argument: null };",
    replace: "return argument.startsWith('--') ? null : { kind: 'wrong', argument };",
    test: {
      file: 'app/cli/subcommands.test.ts',
      title: 'a token is taken from no argument and repeated in no message: %s %s (T13)',
    },
  },
  {
    name: 'T14: a proxy is recognised',
    file: read,
    find: '|| proxyHeaders.some((name) => headers.has(name))',
    replace: '',
    test: { file: attacks, title: 'with %s is refused, and learns of NO_PROXY' },
  },
  {
    name: 'T15: a write is not asked again',
    file: gateway,
    find: '&& !isWrite && tries === 1;',
    replace: '&& tries === 1;',
    test: { file: attacks, title: 'answered with %s' },
  },
  {
    name: 'T15: a write that may have arrived is not called failed',
    file: 'app/gateway/vendor/upstream.ts',
    find: "if (isWrite && sent) return refusal('outcome-unknown');",
    replace: '',
    test: { file: attacks, title: 'with a connection that breaks: its outcome is not known' },
  },
  {
    name: 'T15: a write whose client left is dropped',
    file: 'app/gateway/hold.ts',
    find: "signal.addEventListener('abort', leave, { once: true });",
    replace: '',
    test: { file: attacks, title: 'that waits and whose client leaves is not sent' },
  },
  {
    name: 'T16: a refused key is not sent',
    file: gateway,
    find: "if (situation !== 'sending') return refusal(situation);",
    replace: '',
    test: { file: attacks, title: 'a thousand requests with a refused key reach 9Proxy not once (T16)' },
  },
  {
    name: 'T20: only four methods are taken',
    file: read,
    find: "if (method === undefined) return refused('method-not-allowed');",
    replace:
      "if (method === undefined) return { ok: true, value: { method: 'GET', path: raw.target, parameters: {}, credential: '' } };",
    test: { file: attacks, title: '%j is not a method' },
  },
  {
    name: 'T20: a read has no body',
    file: read,
    find: "if (raw.httpVersion !== '1.1' || headers.has('upgrade')) return refused('bad-request');",
    replace: '',
    test: { file: attacks, title: '%s is not a request' },
  },
  {
    name: 'G6: the account’s own keys are recognised',
    file: gateway,
    find: "if (current !== null && isSame(keyHash(current, salt))) return 'real';",
    replace: '',
    test: { file: attacks, title: 'the %s one is refused, seen, and not sent' },
  },
  {
    name: 'T18: a cap adds up',
    file: 'app/gateway/consumers/daily-counts.ts',
    find: "if (today.ips + asked > (ipsPerDay ?? Number.POSITIVE_INFINITY)) return 'ips';",
    replace: '',
    test: {
      file: 'app/gateway/gateway.test.ts',
      title: 'a cap counts what was asked for, over restarts, and never lets more through (T18)',
    },
  },
  {
    name: 'T18: what cannot be counted is refused',
    file: 'app/gateway/consumers/daily-counts.ts',
    find: "if (hasIpCap && ips === null) return 'amount';",
    replace: '',
    test: { file: 'app/gateway/gateway.test.ts', title: 'a cap refuses what it cannot count: %s (T18)' },
  },
  {
    name: 'T19: the key is the one in use when a request is sent',
    file: 'app/gateway/vendor/upstream.ts',
    find: 'const key = this.#ports.key();',
    replace: 'const key = (this.#first ??= this.#ports.key());',
    also: [
      {
        file: 'app/gateway/vendor/upstream.ts',
        find: '  readonly #places = createLimiter(atOnce);',
        replace: '  #first: KeyAtAddress | null = null;\n  readonly #places = createLimiter(atOnce);',
      },
    ],
    test: {
      file: 'app/gateway/gateway.test.ts',
      title: 'a read that the dying key was refused for is asked again with the new one (T19)',
    },
  },
  {
    name: 'T2: a page under another name is refused, in a real browser',
    file: read,
    find: "if (host.length !== 1 || !hosts.includes(host[0] ?? '')) return refused('foreign-host');",
    replace: '',
    test: {
      file: 'e2e/linux/gateway-browser.test.ts',
      title: 'a page in a real browser can’t reach 9Proxy, and reads nothing, even with a token and under another name',
    },
  },
  {
    name: 'T4: a browser is recognised whatever permission its user gave',
    file: read,
    find: "if (browserHeaders.some((name) => headers.has(name))) return refused('browser');",
    replace: '',
    test: {
      file: 'e2e/linux/gateway-browser.test.ts',
      title: 'a page that the browser allows to reach this computer can’t reach 9Proxy, and reads nothing (T4)',
    },
  },
  {
    name: 'The canary: the gateway removes the key from answers',
    file: 'app/gateway/answer/clean-answer.ts',
    find: 'const clean = cleanNames(redactor.value(json), redactor);',
    replace: 'const clean = json;',
    test: canaryOfPlaces,
  },
  {
    name: 'H5: reads wait while the key is regenerated',
    file: gateway,
    find: "if (situation === 'holding') {",
    replace: "if (situation === 'holding' && limit < 0) {",
    test: {
      file: 'e2e/linux/gateway-rotation.test.ts',
      title: 'twenty programs lose no read while the key is dead for twenty seconds, and none of them sees a key',
    },
  },
];
