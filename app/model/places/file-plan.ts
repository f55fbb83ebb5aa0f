// How NineTray replaces the key in one file: made at the rehearsal, stored before the file is written, and what is proved and mended by.
// Holds no key and no text of the file: positions, a keyed hash, and the names of what reads it.
import { z } from 'zod';

/** What the parsers can prove; `plain`: bytes only (shell, XML, source code, crontab, …). */
export const fileFormats = ['dotenv', 'json', 'notebook', 'yaml', 'toml', 'ini', 'plain'] as const;

export const fileRangeSchema = z.object({
  /** In bytes, in the file as it was planned. */
  offset: z.number().int().nonnegative(),
  length: z.number().int().positive(),
  /** base64: a whole value that is the key, or the key and a line break. */
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'base64', 'base64-lf', 'base64-crlf']),
  /** The key, or the address that it is sent to. */
  what: z.enum(['key', 'address']),
});

export const filePlanSchema = z.object({
  /** patch: the bytes in place, of the same length. replace: a new file takes the name. rewrite: in place, behind an encrypted copy. */
  strategy: z.enum(['patch', 'replace', 'rewrite']),
  /** In a rehearsal, where the new key's length is not known: what happens where it is another. Null: the length is known. */
  otherwise: z.enum(['replace', 'rewrite']).nullable(),
  device: z.string().max(30),
  inode: z.string().max(30),
  /** In bytes. */
  size: z.number().int().nonnegative(),
  /** HMAC-SHA256 of the content under this computer's salt, in hex. */
  digest: z.string().length(64),
  ranges: z.array(fileRangeSchema).min(1).max(1000),
  format: z.enum(fileFormats),
  /** Whether a parser reads the new key where it read the old one. */
  proof: z.enum(['parsed', 'plain']),
  /** Where a parser reads the key ("services.web.environment[2]"); empty for plain text. */
  readers: z.array(z.string().max(200)).max(20),
  /** An editor's swap file or lock is beside it: what is open there may be saved over it. */
  openInEditor: z.boolean(),
  /** The name of the new file beside it, and of the encrypted copy. */
  temporary: z.string().regex(/^\.ninetray-[0-9a-f]{16}\.tmp$/),
});

export type FileFormat = (typeof fileFormats)[number];
export type FileRange = z.infer<typeof fileRangeSchema>;
export type FilePlan = z.infer<typeof filePlanSchema>;
