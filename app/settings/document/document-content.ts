// What a document's file contains: its text becomes content of the newest version, or the reason why it cannot be used.
// Pure.
import type { z } from 'zod';
import type { Problem } from '../../model/problem';
import type { JsonObject } from '../files/profile-files';

export interface DocumentFormat<T extends object> {
  schema: z.ZodType<T>;
  /** Of the content's shape, from 1 up. A file without a version is read as this one. */
  version: number;
  /** Brings the content of an older version (`from`) to this one; the schema checks the result. */
  migrate: (content: JsonObject, from: number) => unknown;
  defaults: T;
  /** What can be saved of content that does not fit the schema, and the fields that were lost; null: nothing. */
  repair?: (content: JsonObject) => { value: T; lost: string[] } | null;
  /** What of a backup, or of the defaults, may replace a file that cannot be read. Default: all of it. */
  standIn?: (value: T) => T;
}

/** `good` as it is; `repaired` without the fields in `lost`; `too-new` written by a newer NineTray, as far as it fits; or `bad`. `link`: nothing is damaged, but a link leads to no file. */
export type Reading<T> =
  | { kind: 'good'; value: T; raw: JsonObject }
  | { kind: 'repaired'; value: T; lost: string[] }
  | { kind: 'too-new'; value: T }
  | { kind: 'bad'; link?: Problem };

/** Reads the text of a file. */
export function parseContent<T extends object>(text: string, format: DocumentFormat<T>): Reading<T> {
  const raw = parseObject(text);
  if (raw === null) return { kind: 'bad' };
  const { version = format.version, ...content } = raw;
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) return { kind: 'bad' };
  const parsed = format.schema.safeParse(version < format.version ? format.migrate(content, version) : content);
  if (version > format.version) {
    return {
      kind: 'too-new',
      value: parsed.success ? parsed.data : (format.repair?.(content)?.value ?? replacement(format)),
    };
  }
  if (parsed.success) return { kind: 'good', value: parsed.data, raw };
  const repaired = format.repair?.(content) ?? null;
  return repaired === null ? { kind: 'bad' } : { kind: 'repaired', ...repaired };
}

/** What replaces a file that cannot be read: what may be used of `backup`, or of the defaults. */
export function replacement<T extends object>(
  { standIn, defaults }: Pick<DocumentFormat<T>, 'standIn' | 'defaults'>,
  backup: T = defaults,
): T {
  return standIn?.(backup) ?? backup;
}

function parseObject(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
