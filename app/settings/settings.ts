// The settings the user can change: opened from settings.json, changed field by field, always valid.
// Holds no secret. People edit the file by hand, so one wrong field must not cost the others.
import { failed, ok, type Problem, type Result } from '../model/problem';
import { type Document, openDocument } from './document/document';
import type { ProfileFiles } from './files/profile-files';
import { failClosed, withoutConnection } from './fail-closed';
import { repair } from './repair';
import { defaultSettings, type Settings, settingsSchema } from '../model/settings';

export interface SettingsStore {
  read(): Settings;
  /**
   * Merges a change over the settings, field by field at the top level. Fails with bad-input (nothing changed), or with a
   * problem of the disk (the change counts until the application ends, and is written when that works again).
   */
  change(patch: Partial<Settings>): Result<Settings>;
  /** Reads what the user wrote into the file by hand. True when something changed. */
  reread(): boolean;
  problems(): Problem[];
  document: Document<Settings>;
}

export interface SettingsOptions {
  files: ProfileFiles;
  /** Milliseconds since 1970. */
  now: () => number;
  onProblems?: () => void;
}

/** Opens settings.json. Nothing is written until something changes, except where the file is damaged (see openDocument). */
export function openSettings(options: SettingsOptions): SettingsStore {
  const document = openDocument<Settings>({
    ...options,
    name: 'settings',
    schema: settingsSchema,
    version: 1,
    migrate: (content) => content,
    defaults: defaultSettings,
    backup: true,
    repair(content) {
      const closed = failClosed(content);
      const repaired = repair(settingsSchema, closed.content, defaultSettings);
      if (repaired === null) return null;
      const isClosed = (field: string) => closed.lost.some((one) => field === one || field.startsWith(`${one}.`));
      return { ...repaired, lost: [...closed.lost, ...repaired.lost.filter((field) => !isClosed(field))] };
    },
    standIn: withoutConnection,
  });

  return {
    read: () => document.read(),
    change(patch) {
      const wanted = settingsSchema.safeParse({ ...document.read(), ...patch });
      if (!wanted.success) {
        const field = wanted.error.issues[0]?.path.join('.') ?? '';
        return failed({ kind: 'bad-input', field: field.slice(0, 60) });
      }
      const written = document.write(wanted.data);
      return written.ok ? ok(wanted.data) : written;
    },
    reread: () => document.reread(),
    problems: () => document.problems(),
    document,
  };
}

/** The settings as settings.json has them now. Writes nothing, not even where the file is damaged. */
export function readSettings(files: ProfileFiles): Settings {
  return openSettings({ files: { ...files, canWrite: () => false }, now: () => 0 }).read();
}
