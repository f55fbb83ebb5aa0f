// What a search for the key finds: where it is, in what kind of file, and what was not searched. Holds no key and no
// text of a file.
import { z } from 'zod';
import { momentSchema } from '../problem';

/** A search returns at most so many places. */
export const MOST_ROWS = 2000;
/** With fewer characters the key may be found in texts that have nothing to do with it. */
export const SHORT_KEY = 16;

const pathSchema = z.string().min(1).max(4096);

export const scanRequestSchema = z.object({
  /** Shell profiles, user services, editors' settings and similar files, and the folders of known places. */
  quick: z.boolean(),
  /** Absolute paths of folders that the user chose; in a terminal, also of files. */
  folders: z.array(pathSchema).max(20),
  /** Programs that run with the key in their environment or arguments (Linux). */
  programs: z.boolean(),
  /** Docker's containers. */
  containers: z.boolean(),
});

/** Only `config` and `code` are offered for an update; all others die with the old key. */
export const scanClasses = [
  'config',
  'code',
  'comment',
  'template',
  /** A history, a log, an agent's record, the output of a notebook. */
  'history',
  /** A backup, or an editor's copy. */
  'backup',
  /** A program, an archive, a database. */
  'binary',
  /** Only inside a longer text. */
  'part',
  /** In the environment or the arguments of a running program, or of a container. */
  'running',
] as const;

export const skipReasons = [
  'version-control',
  'packages',
  'cache',
  'trash',
  'own-folder',
  'too-large',
  'other-file-system',
  'link',
  /** A socket, a FIFO, a device: never opened. */
  'special',
  /** The file's content is only in the cloud. */
  'cloud-only',
  /** macOS asks before a program reads it. */
  'protected',
] as const;

export const scanRowSchema = z.object({
  id: z.string().max(20),
  source: z.enum(['file', 'crontab', 'registry', 'program', 'container']),
  /** Of a file: its absolute path, without links. */
  path: pathSchema.nullable(),
  class: z.enum(scanClasses),
  canUpdate: z.boolean(),
  /** How often each key is there as a whole word. */
  count: z.object({ current: z.number().int(), old: z.number().int() }),
  /** How often a key is inside a longer text: shown, never written. */
  parts: z.number().int(),
  /** Where a reader finds it, such as `services.web.environment[2]` or a variable's name. At most ten. */
  readers: z.array(z.string().max(200)).max(10),
  /** A variable with the key that is set more than once: the last one counts in most readers. */
  repeated: z.string().max(200).nullable(),
  /** HMAC-SHA256 of the content, in hex. */
  digest: z.string().max(64).nullable(),
  git: z.enum(['tracked', 'ignored', 'untracked', 'none', 'unknown']),
  /** A running program or container. */
  program: z
    .object({
      /** Null for a container. */
      pid: z.number().int().nullable(),
      name: z.string().max(200),
      startedAt: momentSchema.nullable(),
    })
    .nullable(),
});

export const scanViewSchema = z.object({
  status: z.enum(['running', 'done', 'cancelled', 'failed']),
  startedAt: momentSchema,
  endedAt: momentSchema.nullable(),
  progress: z.object({
    files: z.number().int(),
    folders: z.number().int(),
    bytes: z.number().int(),
    /** The folder that is being searched. */
    folder: z.string().max(4096).nullable(),
  }),
  rows: z.array(scanRowSchema).max(MOST_ROWS),
  /** Places that were found, also those beyond the rows. */
  found: z.number().int(),
  /** What was not searched, with a few of the paths. */
  skipped: z.array(
    z.object({ reason: z.enum(skipReasons), count: z.number().int(), examples: z.array(z.string().max(4096)).max(5) }),
  ),
  /** What could not be read: all of them are counted, the first hundred are named. */
  unreadable: z.object({
    count: z.number().int(),
    items: z
      .array(z.object({ path: z.string().max(4096), why: z.enum(['not-allowed', 'protected', 'name', 'failed']) }))
      .max(100),
  }),
  /** The key is so short that it may be found by chance: nothing is to be selected in advance. */
  isKeyShort: z.boolean(),
});

export type ScanRequest = z.infer<typeof scanRequestSchema>;
export type ScanClass = (typeof scanClasses)[number];
export type SkipReason = (typeof skipReasons)[number];
export type ScanRow = z.infer<typeof scanRowSchema>;
export type ScanView = z.infer<typeof scanViewSchema>;
export type ScanProgress = ScanView['progress'];
export type UnreadableWhy = ScanView['unreadable']['items'][number]['why'];
