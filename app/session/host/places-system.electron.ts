// What may be done for the places on this computer: its files, its commands, and the search for the key.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { app } from 'electron';
import type { Keyring } from '../../key/keyring/keyring';
import { createSealer } from '../../key/keyring/seal-bytes';
import { Commands } from '../../places/commands/command-port';
import { createLateFilePort } from '../../places/files/late-file-port';
import { createScanPort } from '../../places/scan/scan-port';
import { builtPath } from '../../process/build-paths.electron';
import { systemClock as clock } from '../../process/system-clock';
import type { AccountPorts } from '../ports';

/** The keyring encrypts the copies of files that are made before a key in them is replaced. */
export function openPlacesSystem(keyring: Keyring): AccountPorts['places'] {
  const profile = app.getPath('userData');
  return {
    files: createLateFilePort(async () => {
      const { createFilePort } = await import('../../places/files/file-port');
      const folder = join(profile, 'place-copies');
      return createFilePort({ clock, copies: { folder, ...createSealer(keyring, process.platform) } });
    }),
    commands: new Commands(),
    openScan: (publish) =>
      createScanPort({
        publish,
        ...clock,
        workerFile: builtPath('main/scan-worker.js'),
        home: app.getPath('home'),
        ownFolders: [profile],
        salt: randomBytes(32),
      }),
  };
}
