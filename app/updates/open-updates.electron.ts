// Opens the checks for newer versions over Electron's parts. Loaded some time after the start, or when a terminal command wants to know.
import { app } from 'electron';
import type { Clock } from '../model/clock';
import type { SessionHost } from '../session/host/session-host';
import { createProfileFiles } from '../settings/files/profile-files';
import { builtInFeedKeys, feedKey } from './feed-keys';
import { feedNetwork } from './feed-network.electron';
import { feedSource } from './feed-source';
import { requestFeed } from './request-feed';
import { isOfSystem } from './system-install';
import { UpdateChecks } from './update-checks';
import { openUpdatesDocument } from './updates-document';

/** When this was built (ms); electron.vite.config.ts fills it in. */
declare const BUILT_AT: number;

export interface OpenUpdatesOptions {
  session: SessionHost;
  clock: Clock;
  /** When this process started (ms). */
  startedAt: number;
  /** The process may write to the profile folder; one that may not only shows what is known. */
  canWrite: boolean;
}

/** Publishes at once what is known from before. */
export function openUpdates({ session, clock, startedAt, canWrite }: OpenUpdatesOptions): UpdateChecks {
  const files = createProfileFiles(app.getPath('userData'));
  const source = feedSource(process.env['NINETRAY_UPDATE_FEED'], app.isPackaged);
  const settings = () => session.store.read().state.settings;
  const send = feedNetwork(() => settings().proxy);
  return new UpdateChecks({
    clock,
    random: Math.random,
    startedAt,
    firstCheckAfter: source.firstCheckAfter,
    version: app.getVersion(),
    builtAt: BUILT_AT,
    isOfSystem: isOfSystem({
      platform: process.platform,
      isPackaged: app.isPackaged,
      executable: process.execPath,
      appImage: process.env['APPIMAGE'],
    }),
    keys: source.publicKey === null ? builtInFeedKeys() : [feedKey(source.publicKey)],
    document: openUpdatesDocument(canWrite ? files : { ...files, canWrite: () => false }, clock.now),
    setting: () => settings().updateCheck,
    isBusy: () => session.isBusy(),
    isOnline: () => session.isOnline(),
    request: (signal) => requestFeed(source.address, send, signal),
    publish: (view) => session.hostState.setUpdates(view),
    log: (event, facts) => session.note(event, facts),
  });
}
