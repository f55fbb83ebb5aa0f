// A rehearsal over real files: what it costs in programs that are started.
import fs from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Place } from '../../model/places/place';
import { ok } from '../../model/problem';
import { manualClock } from '../../model/clock.fixture';
import type { PlaceNote } from '../documents/places-document';
import { createFilePort } from '../files/file-port';
import { type FileTestbed, fileTestbed, oldKey } from '../files/file-update.fixture';
import { noSystem } from '../service/no-system';
import { Rehearsals } from './rehearsals';

let bed: FileTestbed;
beforeEach(() => {
  bed = fileTestbed();
});
afterEach(() => {
  vi.unstubAllEnvs();
  fs.rmSync(bed.folder, { recursive: true, force: true });
});

it.runIf(process.platform === 'linux')('asks for the attributes of all files with one program', async () => {
  const starts = bed.at('starts');
  bed.write('getfattr', `#!/bin/sh\necho x >> '${starts}'\n`);
  fs.chmodSync(bed.at('getfattr'), 0o755);
  vi.stubEnv('PATH', `${bed.folder}:/bin:/usr/bin`);
  const places = Array.from({ length: 30 }, (_none, at): Place => {
    const name = `settings-${at}.env`;
    const path = bed.write(name, `KEY=${oldKey}\n`);
    return { id: name, name, kind: 'env-file', where: '', note: '', update: { by: 'file', path } };
  });
  const notes = new Map<string, PlaceNote>();
  const clock = manualClock(0);
  const rehearsals = new Rehearsals({
    files: createFilePort({ clock, copies: null }),
    commands: noSystem.commands,
    textOf: async () => ok(oldKey),
    inUse: () => 'old',
    clock,
    newSalt: () => '0'.repeat(64),
    note: () => null,
    keep(id, note) {
      notes.set(id, note);
      return ok(undefined);
    },
    onChange: () => undefined,
    log: () => undefined,
  });
  expect(await rehearsals.rehearse(places)).toEqual(ok(undefined));
  expect([...notes.values()].map(({ rehearsal }) => rehearsal?.problem)).toEqual(places.map(() => null));
  expect(fs.readFileSync(starts, 'utf8').split('\n').filter(Boolean)).toHaveLength(1);
});
