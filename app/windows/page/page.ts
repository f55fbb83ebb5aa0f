// What a web page of ours may be and do: its address, its files, its headers, its preferences, the state it starts with.
// Pure; app/windows/page/page.electron.ts applies it.
import { posix } from 'node:path';
import type { Language } from '../../language/language';
import { defaultSession, type SessionId } from '../../model/session-id';
import type { WindowName } from '../../model/window-name';

export const pageScheme = 'ninetray';
const pageHost = 'app';
/** The origin of all our pages, as the bridge compares it. */
export const pageOrigin = `${pageScheme}://${pageHost}`;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** The Electron session of one window's pages of one of our sessions. No "persist:" in its name: it is in memory. */
export function pagePartition(window: WindowName, session: SessionId): string {
  return session === defaultSession ? `ninetray-${window}` : `ninetray-${window}-${session}`;
}

export interface PageFile {
  /** Below the folder of pages, without a leading slash. */
  path: string;
  type: string;
  isDocument: boolean;
}

/**
 * The file that an address names, or null: only our own origin, only known kinds of files, and never a path that leaves the folder.
 * Query and fragment say nothing about the file.
 */
export function pageFile(url: string): PageFile | null {
  if (!isPage(url)) return null;
  const { pathname } = new URL(url);
  let path: string;
  try {
    path = decodeURIComponent(pathname).slice(1);
  } catch {
    return null; // A broken escape sequence names no file.
  }
  if (path === '' || !/^[\w\-./@~]+$/.test(path) || posix.normalize(path) !== path || path.startsWith('/')) return null;
  if (path.split('/').some((part) => part.startsWith('.'))) return null;
  const extension = posix.extname(path);
  const type = Object.hasOwn(types, extension) ? types[extension] : undefined;
  return type === undefined ? null : { path, type, isDocument: extension === '.html' };
}

/** Whether an address is one of our pages: scheme and host, exactly. */
export function isPage(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return protocol === `${pageScheme}:` && host === pageHost && username === '' && password === '';
}

/**
 * The content security policy. `devServer` (origin such as `http://127.0.0.1:5173`) loosens it for hot reload, and is null in
 * everything that is built.
 */
export function contentSecurityPolicy(devServer: string | null): string {
  const inDev = (text: string) => (devServer === null ? '' : text);
  return [
    `default-src 'none'`,
    `script-src 'self'${inDev(` 'unsafe-inline'`)}`,
    `style-src 'self'${inDev(` 'unsafe-inline'`)}`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    devServer === null ? `connect-src 'none'` : `connect-src ${devServer} ${devServer.replace(/^http/, 'ws')}`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-src 'none'`,
    `frame-ancestors 'none'`,
    `object-src 'none'`,
    `worker-src 'none'`,
    ...(devServer === null ? [`require-trusted-types-for 'script'`] : []),
  ].join('; ');
}

/**
 * The headers of an answer of this content type. A document holds the state of a moment, so it is kept nowhere. No
 * Cross-Origin-Opener-Policy: no window of ours has or is an opener (page.electron.ts), and it would cost each a second process.
 */
export function pageHeaders(type: string, devServer: string | null): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Security-Policy': contentSecurityPolicy(devServer),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  };
}

/**
 * The document with the state of this moment in it, so that the first paint shows figures without asking, and with the words of its
 * language before it (null: English, which the page has). Both are JSON, and go where `<!--snapshot-->` stands.
 */
export function withSnapshot(html: string, state: string, words: string | null = null): string {
  const data = `${words === null ? '' : dataElement('words', words)}${dataElement('snapshot', state)}`;
  // A function, since "$&" in a replacement text would mean something.
  return html.replace('<!--snapshot-->', () => data);
}

/** JSON as an element of a document, escaped so that nothing in it can end the element. */
function dataElement(id: string, json: string): string {
  const safe = json.replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `<script type="application/json" id="${id}">${safe}</script>`;
}

/**
 * The document in a language: `<html lang>` and `dir`, and `data-locale` for what the page writes with Intl, so that it is there before the
 * first paint.
 */
export function withLanguage(html: string, { language, locale, direction }: Language): string {
  return html.replace('<html lang="en">', `<html lang="${language}" dir="${direction}" data-locale="${locale}">`);
}

/** What every window of ours is made with (docs/security.md). `preload`: absolute path of the one preload. */
export function pagePreferences(preload: string, packaged: boolean) {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    plugins: false,
    navigateOnDragDrop: false,
    disableDialogs: true,
    // document.execCommand('paste') reads the clipboard without a gesture. Electron 33 has no way to deny it.
    enableDeprecatedPaste: false,
    spellcheck: false,
    devTools: !packaged,
    // A hidden window must cost nothing; it paints when it is shown.
    backgroundThrottling: true,
    // Keeps compiled code from the first run, not from the third on: a popover is not opened often enough to get hot.
    v8CacheOptions: 'bypassHeatCheck',
  } as const;
}
