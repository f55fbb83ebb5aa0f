// What keeps secrets, amounts and actions of the account window safe.

/** @type {import('../protections.mjs').Protection[]} */
export const account = [
  {
    name: 'A shown secret is hidden when the window is left',
    file: 'renderer/ui/hooks/use-secret.ts',
    find: "window.addEventListener('blur', hide);",
    replace: '',
    test: { file: 'renderer/account/list/secrets.test.tsx', title: 'are hidden when %s' },
  },
  {
    name: 'A shown secret is hidden after a while',
    file: 'renderer/ui/hooks/use-secret.ts',
    find: 'timer.current = setTimeout(hide, shownFor);',
    replace: '',
    test: {
      file: 'renderer/account/list/secrets.test.tsx',
      title: 'are shown one at a time, and hidden after a while',
    },
  },
  {
    name: 'A secret leaves the page with its screen',
    file: 'renderer/ui/hooks/use-secret.ts',
    find: 'useLayoutEffect(() => wipe, [wipe]);',
    replace: 'useLayoutEffect(() => undefined, [wipe]);',
    test: {
      file: 'renderer/wizard/CopyOnce.test.tsx',
      title: 'is gone with the step, and with the window; then only its fingerprint is left',
    },
  },
  {
    name: 'Hidden amounts are not in the page',
    file: 'renderer/ui/privacy.tsx',
    find: 'return useMasked() ? <Dots /> : children;',
    replace: 'return useMasked() ? <><Dots /><span hidden>{children}</span></> : children;',
    test: {
      file: 'renderer/account/privacy.test.tsx',
      title: 'amounts are not in the page until the user points at them, and gone again afterwards',
    },
  },
  {
    name: 'Secrets leave main as references',
    file: 'app/account/lists/row-secrets.ts',
    find: 'cells[id] = secrets.refOf(secret);',
    replace: 'secrets.refOf(secret);',
    test: {
      file: 'app/account/lists/lists.test.ts',
      title: 'never leave main in a row: neither as a cell nor as its key',
    },
  },
  {
    name: 'New codes leave main as references',
    file: 'app/account/actions/actions.ts',
    find: 'made.map((text) => secrets.refOf(text))',
    replace: 'made.map((text) => { secrets.refOf(text); return text; })',
    test: { file: 'app/account/actions/actions.test.ts', title: 'returns new codes as references' },
  },
  {
    name: 'A refusal is shown without codes and passwords',
    file: 'app/account/actions/actions.ts',
    find: 'message: withoutSecrets(problem.message, prepared)',
    replace: 'message: problem.message',
    test: { file: 'app/account/actions/actions.test.ts', title: 'leaves no code or password in the vendor’s message' },
  },
  {
    name: 'A ticket is good once',
    file: 'app/account/actions/tickets.ts',
    find: '      given.delete(ticket);\n      if (found',
    replace: '      if (found',
    test: { file: 'app/account/actions/actions.test.ts', title: 'is valid once, however the action ends' },
  },
  {
    name: 'A notification has no amount where amounts are hidden',
    file: 'app/texts/account/alerts.ts',
    find: 'return hidden ? detail.below : leftText(about, locale);',
    replace: 'return leftText(about, locale);',
    test: { file: 'app/texts/account/alerts.test.ts', title: 'names no amount where amounts are hidden' },
  },
  {
    name: 'A notification has at most a line of the vendor’s text',
    file: 'app/texts/account/alerts.ts',
    find: 'return shortened(text, LONGEST);',
    replace: 'return text;',
    test: { file: 'app/texts/account/alerts.test.ts', title: 'has the vendor’s words cut to what fits' },
  },
  {
    name: 'The API check tries reads only',
    file: 'app/account/api-check/api-check.ts',
    find: 'operationIds.filter(onlyReads)',
    replace: 'operationIds.filter((id): id is ReadOperationId => onlyReads(id) || id !== null)',
    test: {
      file: 'app/account/api-check/api-check.test.ts',
      title: 'tries each read once, one at a time, and no write',
    },
  },
  {
    name: 'What is done is what was prepared, not what was given',
    file: 'app/account/actions/actions.ts',
    find: 'const prepared = { action, input: checked.input,',
    replace: 'const prepared = { action, input: value,',
    test: {
      file: 'app/account/actions/actions.test.ts',
      title: 'does exactly what was prepared, even if the input changes afterwards',
    },
  },
  {
    name: 'Rows that could not be read count as possibly on',
    file: 'app/account/bulk/run/recheck.ts',
    find: 'job.mayBeOn = unread + unreported.length;',
    replace: 'job.mayBeOn = unreported.length;',
    test: {
      file: 'app/account/bulk/panic.test.ts',
      title: 'never claims success over rows it could not read: it counts and names those that may be on',
    },
  },
  {
    name: 'A saved list has dots for secrets',
    file: 'app/account/lists/csv.ts',
    find: "if (kind === 'secret') return hiddenSecret;",
    replace: '',
    test: {
      file: 'app/account/lists/csv.test.ts',
      title: 'has dots for a secret, and does not contain its reference either',
    },
  },
  {
    name: 'A saved text that starts a formula gets an apostrophe',
    file: 'app/account/lists/csv-text.ts',
    find: 'const computes = formulaAtStart.test(text) || formulaAfterSeparator.test(text);',
    replace: 'const computes = formulaAfterSeparator.test(text) && formulaAtStart.test(text);',
    test: { file: 'app/account/lists/csv.test.ts', title: 'prevents a spreadsheet from computing %j' },
  },
  {
    name: 'No part of a saved text starts a formula',
    file: 'app/account/lists/csv-text.ts',
    find: 'text.replaceAll(dangerousSeparator, "$1\'")',
    replace: 'text',
    test: {
      file: 'app/account/lists/csv.test.ts',
      title: 'starts no formula in a part of a text, at whichever separator a spreadsheet splits it',
    },
  },
  {
    name: 'A saved text that starts with an apostrophe gets another',
    file: 'app/account/lists/csv-text.ts',
    find: " && !/^['\\t\\r\\n]/.test(text)",
    replace: '',
    test: {
      file: 'app/account/lists/csv.test.ts',
      title: 'can be read back by the documented rule, whatever a text contains',
    },
  },
  {
    name: 'Rows that contradict the filter are not shown',
    file: 'app/account/lists/page-reader.ts',
    find: 'if (ignored !== null) return failed',
    replace: "if (ignored === '') return failed",
    test: {
      file: 'app/account/lists/lists.test.ts',
      title: 'fails with the filter that was ignored instead of returning rows that it should have left out',
    },
  },
  {
    name: 'A reference that is not known copies nothing',
    file: 'app/account/lists/secret-texts.ts',
    find: 'if (texts.includes(null)) return notKnown;',
    replace: '',
    test: {
      file: 'app/session/account-services.test.ts',
      title: 'reveals and copies secrets by their references, several one a line',
    },
  },
  {
    name: 'Another key takes the secrets of the one before away',
    file: 'app/session/account-services.ts',
    find: '    secrets.clear();\n',
    replace: '',
    test: {
      file: 'app/session/account-services.test.ts',
      title: 'forgets secrets, tickets and what is being saved when the key is another',
    },
  },
  {
    name: 'The API check is saved without a host',
    file: 'app/texts/account/api-check.ts',
    find: '`${row.method} ${row.path}`',
    replace: '`${row.method} https://api.9proxy.com${row.path}`',
    test: {
      file: 'app/texts/account/api-check.test.ts',
      title: 'writes the table as text, with nothing but operations, paths, outcomes and times',
    },
  },
  {
    name: 'A shown secret is hidden when it is scrolled away',
    file: 'renderer/account/secrets/reveal.ts',
    find: 'if (place.current !== null && !isInSight(place.current)) hide();',
    replace: 'if (place.current !== null && !isInSight(place.current)) return;',
    test: { file: 'renderer/account/list/secrets.test.tsx', title: 'are hidden when they are scrolled out of sight' },
  },
  {
    name: 'Lists hide their amounts',
    file: 'renderer/account/list/grid/cells/CellView.tsx',
    find: '{isAmount(kind) ? <Amount>{shown}</Amount> : shown}',
    replace: '{isAmount(kind) ? <><Amount>{shown}</Amount><span hidden>{shown}</span></> : shown}',
    test: {
      file: 'renderer/account/privacy.test.tsx',
      title: 'a list shows its amounts while it is pointed at, or the focus is in it; names and states always',
    },
  },
  {
    name: 'A new key is not asked for before the user wants to see it',
    file: 'renderer/ui/hooks/use-secret.ts',
    find: 'useLayoutEffect(() => wipe, [wipe]);',
    replace: 'useLayoutEffect(() => {\n    void show();\n    return wipe;\n  }, [show, wipe]);',
    test: {
      file: 'renderer/wizard/CopyOnce.test.tsx',
      title: 'the key is not requested, and not in the page, until the user wants to see it',
    },
  },
  {
    name: 'Only the list of the application on this computer is asked for',
    file: 'app/local-app/local-app.ts',
    find: '/api/today_list?t=2',
    replace: '/api/proxy?t=2',
    test: { file: 'app/local-app/local-app.test.ts', title: 'is read from its local API without spending anything' },
  },
  {
    name: 'No key goes to the application on this computer',
    file: 'app/local-app/local-app.ts',
    find: "credentials: 'omit',\n      headers: { accept: 'application/json' },",
    replace: "credentials: 'omit',\n      headers: { accept: 'application/json', 'api-key': 'kR7vQ2mX9dL4tW8s' },",
    test: {
      file: 'app/local-app/local-app.test.ts',
      title: 'is requested without a key, a cookie or a body',
    },
  },
  {
    name: 'Only the account’s own answer says that a key is rejected',
    file: 'app/account/refresh/batch.ts',
    find: "if (!account.ok && account.problem.kind === 'key-refused') {",
    replace: 'if (!account.ok) {',
    test: {
      file: 'app/account/refresh/refresher-keys.test.ts',
      title: 'a proxy on the way that refuses everything does not make the key refused, and reading continues',
    },
  },
  {
    name: 'A typed key is wiped from its field',
    file: 'renderer/ui/fields/SecretField.tsx',
    find: "    input.value = '';\n",
    replace: '    input.blur();\n',
    test: {
      file: 'e2e/canary.test.ts',
      title: 'a typed key leaves no trace in the window, the profile or the output',
    },
  },
  {
    name: 'Secrets of the account window stay in main',
    file: 'app/account/lists/row-secrets.ts',
    find: 'cells[id] = secrets.refOf(secret);',
    replace: 'secrets.refOf(secret);',
    test: {
      file: 'e2e/linux/canary-account.test.ts',
      title: 'the account window shows everything without the key, and a secret only on request',
    },
  },
];
