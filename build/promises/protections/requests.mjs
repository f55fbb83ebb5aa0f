// What requests send, to whom, and what answers may say.

/** @type {import('../protections.mjs').Protection[]} */
export const requests = [
  {
    name: 'A read is not corrected to where a write is',
    file: 'app/nineproxy/operations/endpoints.ts',
    find: 'if (isWrite(operation)) return false;',
    replace: 'if (operation !== null) return false;',
    test: {
      file: 'app/nineproxy/operations/endpoints.test.ts',
      title: 'never leads a read to where a write is: reads are sent by themselves, again and again',
    },
  },
  {
    name: 'Chromium reports no request to others',
    file: 'app/network-privacy/reporting.ts',
    find: "['Reporting', 'NetworkErrorLogging'] as const",
    replace: "['NoSuchFeature'] as const",
    test: {
      file: 'e2e/linux/reporting.test.ts',
      title: 'no request is reported to a server that the vendor names, whether it succeeds, breaks or stalls',
    },
  },
  {
    name: 'Redirects are not followed',
    file: 'app/nineproxy/transport/send.electron.ts',
    find: "redirect: 'manual'",
    replace: "redirect: 'follow'",
    test: { file: 'e2e/vendor-network.test.ts', title: 'redirects are not followed: the other server gets no request' },
  },
  {
    name: 'Each write has a new connection, wherever the answer before it was cut off',
    file: 'app/nineproxy/transport/fetch.electron.ts',
    find: 'await own.closeAllConnections();\n    return await sendOnce(own, url, request);',
    replace: 'return await sendOnce(own, url, request);',
    test: {
      file: 'e2e/vendor-network.test.ts',
      title: 'a write whose answer is cut off after any of its bytes is sent once, and its outcome is not known',
    },
  },
  {
    name: 'Each write has a new connection',
    file: 'app/nineproxy/transport/fetch.electron.ts',
    find: 'await own.closeAllConnections();\n    return await sendOnce(own, url, request);',
    replace: 'return await sendOnce(own, url, request);',
    test: {
      file: 'e2e/vendor-network.test.ts',
      title: 'a write is sent once, even if its connection breaks without an answer',
    },
  },
  {
    name: 'The sessions for the vendor are in memory',
    file: 'app/nineproxy/transport/fetch.electron.ts',
    find: 'session.fromPartition(name, { cache: false })',
    replace: 'session.fromPartition(`persist:${name}`, { cache: false })',
    test: {
      file: 'e2e/vendor-network.test.ts',
      title: 'the network sessions are in memory, and accept and send no cookies',
    },
  },
  {
    name: 'Requests take no cookies',
    file: 'app/nineproxy/transport/send.electron.ts',
    find: "credentials: 'omit'",
    replace: "credentials: 'include'",
    test: {
      file: 'e2e/vendor-network.test.ts',
      title: 'the network sessions are in memory, and accept and send no cookies',
    },
  },
  {
    name: 'A 401 or 403 that is not the vendor’s own says nothing of the key',
    file: 'app/nineproxy/transport/response.ts',
    find: "return isErrorEnvelope(answer.json) ? { kind: 'key-refused' } : { kind: 'blocked-on-the-way' };",
    replace: "return { kind: 'key-refused' };",
    test: {
      file: 'app/nineproxy/transport/response.test.ts',
      title: 'takes a key for rejected only in the vendor’s own words',
    },
  },
  {
    name: 'Chromium’s reporting features are disabled',
    file: 'app/network-privacy/reporting.ts',
    find: "['Reporting', 'NetworkErrorLogging'] as const",
    replace: "['Reporting'] as const",
    test: { file: 'app/network-privacy/reporting.test.ts', title: 'disables Reporting and NetworkErrorLogging' },
  },
  {
    name: 'Headers that ask for reports are removed',
    file: 'app/network-privacy/reporting.ts',
    find: 'reportingHeaders.has(name.toLowerCase())',
    replace: 'reportingHeaders.has(name)',
    test: {
      file: 'app/network-privacy/reporting.test.ts',
      title: 'removes every header that names an address for reports, and no other',
    },
  },
  {
    name: 'Only https, or http to this computer, is asked',
    file: 'app/settings/address.ts',
    find: "(url.protocol === 'http:' && isLoopback(url.hostname))",
    replace: "(url.protocol === 'http:' && (isLoopback(url.hostname) || url.port === ''))",
    test: { file: 'app/nineproxy/client.test.ts', title: 'asks nobody at an address that is not safe' },
  },
  {
    name: 'A request says that redirects are not to be followed',
    file: 'app/nineproxy/transport/request.ts',
    find: "redirect: 'manual',",
    replace: "redirect: 'follow',",
    test: { file: 'app/nineproxy/client.test.ts', title: 'never follows a redirect, and knows one to itself' },
  },
  {
    name: 'Six characters of a key are a piece of it',
    file: 'app/nineproxy/transport/redact.ts',
    find: 'const pieceLength = 6;',
    replace: 'const pieceLength = 7;',
    test: { file: 'app/nineproxy/transport/redact.test.ts', title: 'holds no six characters of any key in any text' },
  },
  {
    name: 'Figures and names are redacted',
    file: 'app/nineproxy/client.ts',
    find: 'ok(redactor.value(value))',
    replace: 'ok(value)',
    test: {
      file: 'app/nineproxy/transport/transport.test.ts',
      title: 'is in no result and no log line, whatever the server answers or the network throws',
    },
  },
  {
    name: 'The vendor’s messages are redacted',
    file: 'app/nineproxy/transport/response.ts',
    find: "redactor.message((reasons.length > 0 ? reasons : different).join(' · '))",
    replace: "(reasons.length > 0 ? reasons : different).join(' · ').slice(0, 300)",
    test: {
      file: 'app/nineproxy/transport/transport.test.ts',
      title: 'is in no result and no log line, whatever the server answers or the network throws',
    },
  },
  {
    name: 'A write is sent once',
    file: 'app/nineproxy/transport/transport.ts',
    find: 'const again = once || isLate ? null',
    replace: 'const again = isLate ? null',
    test: { file: 'app/nineproxy/transport/transport.test.ts', title: 'never repeats a write, whatever the answer' },
  },
  {
    name: 'A read that is no GET any more is sent once',
    file: 'app/nineproxy/transport/transport.ts',
    find: "isWrite(operation) || endpoints()[operation].method !== 'GET'",
    replace: 'isWrite(operation)',
    test: {
      file: 'app/nineproxy/transport/transport.test.ts',
      title: 'sends a read that was corrected to another method than GET once',
    },
  },
  {
    name: 'An answer that is given up ends its request',
    file: 'app/nineproxy/transport/send.electron.ts',
    find: '      sent.abort();\n      finish(settle);',
    replace: '      finish(settle);',
    test: {
      file: 'e2e/vendor-network.test.ts',
      title:
        'the connection of a stalled answer is closed at its time limit, even after a garbage collection, and reading continues',
    },
  },
  {
    name: 'Connections that answer nothing are closed',
    file: 'app/nineproxy/transport/fetch.electron.ts',
    find: '        lost = 0;\n        await own.closeAllConnections();',
    replace: '        lost = 0;',
    test: {
      file: 'e2e/vendor-network.test.ts',
      title: 'a new connection is used after several time-outs in a row on a dead one',
    },
  },
  {
    name: 'The demo’s server knows its own names only',
    file: 'app/demo/server/server.ts',
    find: 'if (!/^(127\\.0\\.0\\.1|localhost)(:\\d+)?$/.test(host)) return notFound;',
    replace: "if (host === '') return notFound;",
    test: { file: 'app/demo/testing/control.test.ts', title: 'refuses requests under another host name' },
  },
];
