// What the functions of this folder need from outside. Holds no state.
import type { Clock } from '../../model/clock';
import type { Result } from '../../model/problem';
import type { Attributes } from '../ports';

/** Encrypts the copy that is kept while a file is rewritten in place, so that only this user's keyring reads it. */
export interface SealedCopies {
  /** Where the encrypted copies are, each until its file is proved: in the profile folder. */
  folder: string;
  seal: (content: Buffer) => Promise<Result<Buffer>>;
  open: (sealed: Buffer) => Promise<Result<Buffer>>;
}

export interface FileUpdateOptions {
  /** Of this computer: the hashes of file contents are keyed with it. */
  salt: Buffer;
  /** The user saw that no parser proves this file, and wants it changed as plain text. */
  plain?: boolean;
  /** Not there: a file in use by another program is not tried again. */
  clock?: Pick<Clock, 'after'>;
  /** Not there: a file that would be rewritten in place is not written. */
  copies?: SealedCopies;
  /** Not there: each file is asked for when it is planned. */
  attributes?: Attributes;
}
