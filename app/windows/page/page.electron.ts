// Serves our pages on a scheme of our own, each window from a session of its own in memory, and denies pages whatever
// app/windows/page/page.ts does not grant.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, net, protocol, type ProtocolResponse, type Session, session } from 'electron';
import { defaultSession } from '../../model/session-id';
import type { WindowName } from '../../model/window-name';
import type { Language } from '../../language/language';
import {
  isPage,
  pageFile,
  pageHeaders,
  pageOrigin,
  pagePartition,
  pageScheme,
  withLanguage,
  withSnapshot,
} from './page';

export interface PageServer {
  /** The folder of built pages (`out/renderer`). */
  folder: string;
  /** The state of this moment, as JSON, for the document that is being asked for. */
  snapshot: () => string;
  /** The language the document is in. */
  language: () => Language;
  /** The words of that language, as JSON; null: English. */
  words: () => string | null;
  /** The dev server's origin, or null in everything that is built. */
  devServer: string | null;
}

/** Makes the scheme known. Call before `ready`: Electron takes it only then. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: false, codeCache: true } },
  ]);
}

/**
 * The session of one window's pages. It is in memory, so local storage, IndexedDB, cookies and caches leave nothing on disk; and
 * its own, so the pages of two windows share no storage and no BroadcastChannel. Made when first asked for. `shows` names the
 * account's session whose state the window shows.
 */
export function openPageSession(window: WindowName, server: PageServer, shows = defaultSession): Session {
  const own = session.fromPartition(pagePartition(window, shows), { cache: false });
  if (own.protocol.isProtocolHandled(pageScheme)) return own;
  denyAll(own);
  servePages(own, server);
  return own;
}

/**
 * Answers `ninetray://app/...`, and nothing else on that scheme. Through the deprecated call: its successor answers with
 * fetch's classes and streams, which took a fifth of a popover's first opening (docs/decisions/037-first-paint.md).
 */
function servePages(own: Session, server: PageServer): void {
  const { devServer } = server;
  own.protocol.registerBufferProtocol(pageScheme, ({ url, method }, answer) => {
    if (method !== 'GET' || !isPage(url)) answer(notFound);
    else if (devServer === null) answer(fromFolder(url, server));
    else void fromDevServer(url, devServer, server).then(answer, () => answer(notFound));
  });
}

/** Denies every permission and every device, asked for or merely checked, and every download. */
export function denyAll(own: Session): void {
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  own.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  own.setUSBProtectedClassesHandler(() => []);
  own.on('select-hid-device', (event, _details, answer) => {
    event.preventDefault();
    answer(null);
  });
  own.on('select-usb-device', (event, _details, answer) => {
    event.preventDefault();
    answer();
  });
  own.on('select-serial-port', (event, _ports, _contents, answer) => {
    event.preventDefault();
    answer('');
  });
  own.on('will-download', (event) => event.preventDefault());
  own.setSpellCheckerEnabled(false);
}

/** No web page of ours goes anywhere, opens anything, or embeds anything. Call before the first window. */
export function confinePages(): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('select-bluetooth-device', (event, _devices, answer) => {
      event.preventDefault();
      answer('');
    });
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    // An empty page opens without asking the handler (seen on Electron 33). The bridge refuses it; the window is closed,
    // and the next one works.
    contents.on('did-navigate', (_event, url) => {
      if (url.startsWith('about:')) contents.close();
    });
  });
}

/** The document with the state and the language of this moment. */
function documentOfNow(html: string, { snapshot, language, words }: PageServer): string {
  return withSnapshot(withLanguage(html, language()), snapshot(), words());
}

function fromFolder(url: string, server: PageServer): ProtocolResponse {
  const file = pageFile(url);
  if (file === null) return notFound;
  try {
    const body = readFileSync(join(server.folder, file.path));
    return {
      headers: pageHeaders(file.type, null),
      data: file.isDocument ? Buffer.from(documentOfNow(body.toString('utf8'), server)) : body,
    };
  } catch {
    return notFound; // The caller is our own page; it gets a 404 for a file that is not there.
  }
}

async function fromDevServer(url: string, devServer: string, server: PageServer): Promise<ProtocolResponse> {
  const answer = await net.fetch(`${devServer}${url.slice(pageOrigin.length)}`);
  const type = answer.headers.get('content-type') ?? 'text/plain';
  const isDocument = type.startsWith('text/html');
  const data = Buffer.from(await answer.arrayBuffer());
  return {
    statusCode: answer.status,
    headers: pageHeaders(type, devServer),
    data: isDocument ? Buffer.from(documentOfNow(data.toString('utf8'), server)) : data,
  };
}

const notFound: ProtocolResponse = { statusCode: 404, data: Buffer.alloc(0) };
