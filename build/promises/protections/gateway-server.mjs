// Where the local gateway listens, and what it does with connections that are too many, too slow, too long or cut off.

const read = 'app/gateway/request/read-request.ts';
const listening = 'app/gateway/server/listen.test.ts';
const slowClients = 'app/gateway/server/slow-clients.test.ts';

/** @type {import('../protections.mjs').Protection[]} */
export const gatewayServer = [
  {
    name: 'T7: the gateway has no pipe on Windows',
    file: 'app/gateway/server/socket-path.ts',
    find: "platform === 'win32' ? null : ",
    replace: '',
    test: {
      file: 'app/gateway/server/socket-path.test.ts',
      title: 'the gateway has no pipe on Windows, and a socket in the profile elsewhere (T7)',
    },
  },
  {
    name: 'T14: the target of a proxy is recognised',
    file: read,
    find: "!raw.target.startsWith('/') || ",
    replace: '',
    test: {
      file: 'app/gateway/server/proxied.test.ts',
      title: '%s behind HTTP_PROXY is told of NO_PROXY, and asks the gateway itself once that is set (T14)',
    },
  },
  {
    name: 'T15: a write that was cut off is not sent',
    file: 'app/gateway/server/serve.ts',
    find: '      } catch {\n        return null;\n      }',
    replace: '      } catch {\n        // As if it had ended there.\n      }',
    also: [{ file: 'app/gateway/server/serve.ts', find: 'if (!response.writableFinished) left.abort();', replace: '' }],
    test: {
      file: 'app/gateway/server/cuts.test.ts',
      title:
        'a write that is cut off after any of its bytes is not sent, and at most once when its client leaves without the answer (T15)',
    },
  },
  {
    name: 'T15: a write whose answer was cut off is not sent again',
    file: 'app/gateway/vendor/upstream.ts',
    find: 'await this.#ports.fetch(url, { ...request, signal, once: target.isWrite });\n      const answer = await receive(reply, signal);',
    replace:
      'await this.#ports.fetch(url, { ...request, signal, once: target.isWrite });\n      const again = () => this.#ports.fetch(url, { ...request, signal, once: target.isWrite });\n      const answer = await receive(reply, signal).catch(async () => await receive(await again(), signal));',
    test: {
      file: 'app/gateway/server/cuts.test.ts',
      title: 'a write whose answer is cut off after any of its bytes is sent once, and its outcome is not known (T15)',
    },
  },
  {
    name: 'T3: it listens on loopback only',
    file: 'app/gateway/server/listen.ts',
    find: "for (const host of ['127.0.0.1', '::1']) {",
    replace: "for (const host of ['0.0.0.0', '::']) {",
    test: { file: listening, title: 'listens on this computer only, on both families at one port (T3)' },
  },
  {
    name: 'T5: the user at the other end is looked up',
    file: 'app/gateway/server/serve.ts',
    find: 'return found === null || (found.uid !== options.uid && found.uid !== 0);',
    replace: 'return false;',
    test: { file: listening, title: 'a good token of another user of this computer is refused (T5)' },
  },
  {
    name: 'T6: both families or none',
    file: 'app/gateway/server/listen.ts',
    find: "if (host === '::1' && code !== null && noSuchFamily.has(code)) continue;",
    replace: "if (host === '::1') continue;",
    test: {
      file: listening,
      title: 'takes no port of which another program has one family, and no other port in its place (T6)',
    },
  },
  {
    name: 'T11: an answer has our own headers',
    file: 'app/gateway/server/serve.ts',
    find: "'Cache-Control': 'no-store',",
    replace: "'Cache-Control': 'no-store', 'Set-Cookie': 'a=b',",
    test: { file: listening, title: 'an answer has our own headers and none of 9Proxy’s (T11)' },
  },
  {
    name: 'T17: there are at most 64 connections',
    file: 'app/gateway/server/serve.ts',
    find: 'if (options.sockets.size >= mostConnections) return void socket.destroy();',
    replace: '',
    test: {
      file: listening,
      title: 'more than 64 connections at a time are turned away, and the others still answer (T17)',
    },
  },
  {
    name: 'T17: a long body is refused',
    file: 'app/gateway/server/serve.ts',
    find: 'if (declared > longestBody) return null;',
    replace: '',
    test: { file: listening, title: 'a body that is too long, and headers that are, end the connection (T17)' },
  },
  {
    name: 'T17: headers have a time limit',
    file: 'app/gateway/server/serve.ts',
    find: 'headersTimeout: headers,',
    replace: 'headersTimeout: 0,',
    test: {
      file: slowClients,
      title: 'that send their headers slowly are ended at the time limit, and others are answered (T17)',
    },
  },
  {
    name: 'T17: a request has a time limit',
    file: 'app/gateway/server/serve.ts',
    find: 'requestTimeout: whole,',
    replace: 'requestTimeout: 0,',
    test: {
      file: slowClients,
      title:
        'that send their bodies slowly are ended at the time limit, nothing of theirs is sent, and others are answered (T17)',
    },
  },
  {
    name: 'T17: reading an answer has a time limit',
    file: 'app/gateway/server/serve.ts',
    find: '  limitReading(response, socket);',
    replace: '',
    test: { file: slowClients, title: 'are ended at the time limit, and others are answered (T17)' },
  },
  {
    name: 'T17: a connection that has ended is forgotten',
    file: 'app/gateway/server/serve.ts',
    find: "socket.once('close', () => revoked.removeEventListener('abort', end));",
    replace: '',
    test: {
      file: 'app/gateway/server/floods.test.ts',
      title: 'ten thousand connections one after the other leave nothing behind, and the next one is answered (T17)',
    },
  },
  {
    name: 'T17: at most 64 requests wait',
    file: 'app/gateway/hold.ts',
    find: 'this.#waiting.size >= mostWaiting || ',
    replace: '',
    test: { file: 'app/gateway/hold.test.ts', title: 'end when their client leaves, and make room' },
  },
  {
    name: 'T17: what waits is one MiB at most',
    file: 'app/gateway/hold.ts',
    find: ' || this.#bytes + bytes > mostBytes',
    replace: '',
    test: { file: 'app/gateway/hold.test.ts', title: 'are one MiB at most, and what ended counts no more' },
  },
  {
    name: 'T17: a rate limit holds no more than its burst',
    file: 'app/gateway/consumers/token-bucket.ts',
    find: 'left = Math.min(burst, left + (passed / 1000) * perSecond);',
    replace: 'left += (passed / 1000) * perSecond;',
    test: { file: 'app/gateway/consumers/token-bucket.test.ts', title: 'holds no more after a long pause' },
  },
];
