// The licences of NineTray, of the libraries in its bundles, of Electron and of Chromium, read from the files that are
// shipped. Nothing of them is kept: Chromium's page has 9 MB.
import { z } from 'zod';
import { type Licensed, licensedSchema } from '../model/license';
import { failed, ok, type Result } from '../model/problem';
import { readCredits } from './chromium-credits';
import type { LicenseFiles } from './license-files';

export interface LicensesOptions {
  files: LicenseFiles;
  /** Reads a text file; rejects where it cannot be read. */
  read(file: string): Promise<string>;
  versions: { ninetray: string; electron: string; chromium: string };
  log(event: string): void;
}

const librariesSchema = z.array(
  z.object({ name: z.string(), version: z.string(), license: z.string(), text: z.string() }),
);

type WithText = Licensed & { text(): string };

/** Chromium's parts; where its page cannot be taken apart, the whole of it. */
function chromiumParts(page: string, version: string): WithText[] {
  const common = { group: 'chromium', license: null } as const;
  const credits = readCredits(page);
  if (credits.length === 0) return [{ ...common, id: 'chromium', name: 'Chromium', version, text: () => page }];
  // Some names are there twice.
  return credits.map((credit, i) => ({ ...common, id: `chromium-${i}`, version: null, ...credit }));
}

async function readAll({ files, read, versions }: LicensesOptions): Promise<WithText[]> {
  const [own, libraries, electron, chromium] = await Promise.all([
    read(files.ninetray),
    read(files.libraries),
    read(files.electron),
    read(files.chromium),
  ]);
  const mit = { license: 'MIT' } as const;
  return [
    { ...mit, id: 'ninetray', group: 'ninetray', name: 'NineTray', version: versions.ninetray, text: () => own },
    ...librariesSchema.parse(JSON.parse(libraries)).map(({ text, ...library }) => ({
      ...library,
      id: `${library.name}@${library.version}`,
      group: 'libraries' as const,
      text: () => text,
    })),
    { ...mit, id: 'electron', group: 'electron', name: 'Electron', version: versions.electron, text: () => electron },
    ...chromiumParts(chromium, versions.chromium),
  ];
}

/** What the account window asks for. Both fail as `internal` where a file is missing or damaged. */
export interface Licenses {
  /** All that has a licence, without the texts. */
  list(): Promise<Result<{ licensed: Licensed[] }>>;
  /** One text; `bad-input` where nothing has this id. */
  text(id: string): Promise<Result<{ text: string }>>;
}

/** The licences over the files of this installation. */
export function createLicenses(options: LicensesOptions): Licenses {
  const reading = async <T>(use: (all: WithText[]) => Result<T>): Promise<Result<T>> => {
    try {
      return use(await readAll(options));
    } catch {
      options.log('licenses unreadable');
      return failed({ kind: 'internal' });
    }
  };
  return {
    list: () => reading((all) => ok({ licensed: all.map((one) => licensedSchema.parse(one)) })),
    text: (id) =>
      reading((all) => {
        const found = all.find((one) => one.id === id);
        return found === undefined ? failed({ kind: 'bad-input', field: 'id' }) : ok({ text: found.text() });
      }),
  };
}
