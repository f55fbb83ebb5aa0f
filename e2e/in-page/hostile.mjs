// What a hostile script would try in a window of ours; e2e/security.test.ts gives these functions to the page. They run
// there, with the page's own globals, so none may use anything outside itself.

/** Names of Node and Electron that the page can see. */
export function foreignNames() {
  const names = [
    'require',
    'module',
    'exports',
    'process',
    'Buffer',
    'global',
    'setImmediate',
    '__dirname',
    'electron',
  ];
  return names.filter((name) => name in globalThis);
}

/** What the preload put into the page, and whether it can be changed or leads out of the page's own world. */
export function offeredApi() {
  const api = globalThis.ninetray;
  const names = Object.getOwnPropertyNames(api).sort();
  const before = api.call;
  try {
    api.call = () => 'mine';
  } catch {
    // In strict mode it throws; the test checks whether anything changed.
  }
  return {
    names,
    types: names.map((name) => typeof api[name]),
    unchanged: api.call === before,
    // A function of another world could make code there.
    ofThisWorld: before.constructor === Function,
  };
}

/** Addresses of all that the page loaded so far. */
export function loadedFiles() {
  return [
    ...[...document.scripts].map(({ src }) => src).filter((src) => src !== ''),
    ...[...document.styleSheets].map(({ href }) => href ?? 'no address'),
    ...performance.getEntriesByType('resource').map(({ name }) => name),
  ];
}

/**
 * Tries to run code and to reach `other` (an origin) in every way. `ran`: what succeeded; `failed`: what threw; `broken`: the
 * parts of the policy that said no.
 */
export async function runForeignCode(other) {
  const broken = new Set();
  const ran = [];
  const failed = [];
  document.addEventListener('securitypolicyviolation', (event) => broken.add(event.effectiveDirective));
  globalThis.ran = (what) => ran.push(what);
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const attempt = async (what, act) => {
    try {
      await act();
    } catch {
      failed.push(what);
    }
  };
  const add = async (name, fields) => {
    const element = document.createElement(name);
    // A frame says "load" for the empty page that replaces the one that was refused.
    if (name !== 'iframe') element.addEventListener('load', () => ran.push(name));
    Object.assign(element, fields);
    document.body.append(element);
    await pause(50);
    element.remove();
  };
  // A policy of its own gets a page past trusted types, but not past the rest.
  const same = (text) => text;
  const trust = globalThis.trustedTypes.createPolicy('hostile', {
    createScript: same,
    createScriptURL: same,
    createHTML: same,
  });

  // Out of a timer: what a debugger evaluates may evaluate more, what a page does may not.
  await pause(0);
  await attempt('text as script', () => {
    document.createElement('script').text = 'ran("text")';
  });
  await attempt('text as HTML', () => {
    document.createElement('div').innerHTML = '<b>bold</b>';
  });
  // oxlint-disable-next-line eslint/no-eval -- it must fail
  await attempt('eval', () => eval(trust.createScript('ran("eval")')));
  // oxlint-disable-next-line typescript/no-implied-eval, eslint/no-new-func -- it must fail
  await attempt('new Function', () => new Function(trust.createScript('ran("function")'))());
  await attempt('WebAssembly', () => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])));
  await attempt('fetch', () => fetch(`${other}/fetch`));
  await attempt('fetch of our own', () => fetch('/popover/popover.html'));
  await add('script', { text: trust.createScript('ran("inline")') });
  await add('script', { src: trust.createScriptURL(`${other}/script.js`) });
  await add('script', { src: trust.createScriptURL('data:text/javascript,ran("data")') });
  await add('img', { src: `${other}/picture.png` });
  await add('img', { src: 'file:///etc/hostname' });
  await add('link', { rel: 'stylesheet', href: `${other}/style.css` });
  await add('style', { textContent: 'body { outline: 1px solid red }' });
  await add('video', { src: `${other}/film.mp4` });
  await add('iframe', { src: `${other}/frame` });
  await add('object', { data: trust.createScriptURL(`${other}/object`) });
  await attempt('worker', () => new Worker(trust.createScriptURL('/assets/worker.js')));
  await attempt('socket', () => new WebSocket(`${other.replace('http', 'ws')}/socket`));
  await attempt('events', () => new EventSource(`${other}/events`));
  navigator.sendBeacon(`${other}/beacon`);
  const handler = document.createElement('div');
  await attempt('handler', () => handler.setAttribute('onclick', trust.createScript('ran("handler")')));
  handler.click();
  const base = Object.assign(document.createElement('base'), { href: `${other}/` });
  document.head.append(base);
  if (!document.baseURI.startsWith(location.origin)) ran.push('base');
  base.remove();
  await pause(200);
  return { ran, failed, broken: [...broken] };
}

/** Tries to lead the window to `url`, in every way but one that ends this function. Answers what `window.open` gave. */
export async function leaveFor(url) {
  for (const target of ['', '_blank', '_top']) {
    const link = Object.assign(document.createElement('a'), { href: url, target, textContent: 'away' });
    document.body.append(link);
    link.click();
    link.dispatchEvent(new MouseEvent('click', { ctrlKey: true, bubbles: true }));
    link.remove();
    const form = Object.assign(document.createElement('form'), { action: url, method: 'post', target });
    document.body.append(form);
    form.submit();
    form.remove();
  }
  const refresh = Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: `0;url=${url}` });
  document.head.append(refresh);
  const opened = [window.open(url), window.open(url, '_self'), window.open(url, 'name', 'popup')];
  await new Promise((resolve) => setTimeout(resolve, 150));
  refresh.remove();
  location.href = url;
  await new Promise((resolve) => setTimeout(resolve, 100));
  return opened.every((one) => one === null || one === window);
}

/** What an embedded page or view would have of Node, of Electron and of the bridge. */
export function embed(url) {
  const view = document.createElement('webview');
  view.setAttribute('src', url);
  view.setAttribute('allowpopups', '');
  const frame = document.createElement('iframe');
  document.body.append(view, frame);
  const found = ['loadURL', 'executeJavaScript', 'getWebContentsId'].filter((name) => name in view);
  found.push(...['ninetray', 'require', 'process'].filter((name) => name in frame.contentWindow));
  view.remove();
  frame.remove();
  return found;
}

/** Asks for permissions and devices; `refused` where that threw. */
export async function askForEverything() {
  const outcome = async (ask) => {
    try {
      return await ask();
    } catch {
      return 'refused';
    }
  };
  const names = ['notifications', 'geolocation', 'camera', 'microphone', 'midi', 'clipboard-read', 'clipboard-write'];
  names.push('persistent-storage', 'display-capture', 'screen-wake-lock', 'local-fonts', 'idle-detection');
  return {
    lookedUp: await Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state)),
    notifications: await Notification.requestPermission(),
    geolocation: await outcome(() => new Promise((...answers) => navigator.geolocation.getCurrentPosition(...answers))),
    clipboard: await outcome(() => navigator.clipboard.readText()),
    clipboardWritten: await outcome(() => navigator.clipboard.writeText('x')),
    camera: await outcome(() => navigator.mediaDevices.getUserMedia({ video: true })),
    screen: await outcome(() => navigator.mediaDevices.getDisplayMedia()),
    wakeLock: await outcome(() => navigator.wakeLock.request('screen')),
    storage: await outcome(() => navigator.storage.persist()),
    hid: await outcome(() => navigator.hid.requestDevice({ filters: [] })),
    usb: await outcome(() => navigator.usb.requestDevice({ filters: [] })),
    serial: await outcome(() => navigator.serial.requestPort()),
  };
}

/** Calls over the bridge, one after the other; answers `ok` or the problem's kind for each. */
export async function callAll(calls) {
  const answers = [];
  for (const [name, input] of calls) {
    const answer = await globalThis.ninetray.call(name, input);
    answers.push(answer.ok ? 'ok' : answer.problem.kind);
  }
  return answers;
}

/** Navigates to an empty page, the one address that raises no event. */
export function goNowhere() {
  location.href = 'about:blank';
}

/** Keeps a text in every storage that a page has, and sends it to other pages of its origin. Answers where it was kept. */
export async function storeEverywhere(text) {
  const kept = [];
  localStorage.setItem('hostile', text);
  if (localStorage.getItem('hostile') === text) kept.push('local storage');
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open('hostile', 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore('texts'));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
  await new Promise((resolve, reject) => {
    const change = database.transaction('texts', 'readwrite');
    change.objectStore('texts').put(text, 1);
    change.addEventListener('complete', resolve);
    change.addEventListener('error', reject);
  });
  database.close();
  kept.push('IndexedDB');
  const channel = new BroadcastChannel('hostile');
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target
  channel.postMessage(text);
  return kept;
}

/** Begins to listen to what other pages of the same origin send; `heardFromOthers` returns it. */
export function listenToOthers() {
  globalThis.fromOthers = [];
  globalThis.channel = new BroadcastChannel('hostile');
  globalThis.channel.addEventListener('message', ({ data }) => globalThis.fromOthers.push(data));
}

/** What this page finds of `storeEverywhere` in another page. */
export async function foundFromOthers() {
  const databases = await indexedDB.databases();
  return [...Object.values({ ...localStorage }), ...databases.map(({ name }) => name), ...globalThis.fromOthers];
}

/** Reads the clipboard by pasting into a field, without a gesture of the user. Answers the text that arrived. */
export function pasteByCommand() {
  const field = document.createElement('textarea');
  document.body.append(field);
  field.focus();
  document.execCommand('paste');
  const pasted = field.value;
  field.remove();
  return pasted;
}

/** Tries to save a file without asking. */
export function download() {
  const href = URL.createObjectURL(new Blob(['hostile']));
  const link = Object.assign(document.createElement('a'), { href, download: 'hostile.txt' });
  document.body.append(link);
  link.click();
  link.remove();
}
