// Writes a file that holds no secret (a list, a receipt, a report) to the path that the user chose.
import fs from 'node:fs';
import { failed, ok, type Result } from '../../model/problem';
import { sync, writeAtomically } from './atomic-file';
import { diskReason } from './disk-error';
import { isOddFile } from './plain-file';

/**
 * Writes exactly `text` to `path`. FAT drives and network shares can lack a rename over a file that exists, so where the atomic write
 * fails, the file is written in place. Fails with file-not-written; the file that was there is then unchanged, unless writing in place
 * failed half-way.
 */
export function writeSavedFile(path: string, text: string): Result<void> {
  try {
    writeOnAnyMedium(path, text);
    return ok(undefined);
  } catch (error) {
    return failed({ kind: 'file-not-written', why: diskReason(error) });
  }
}

function writeOnAnyMedium(path: string, text: string): void {
  try {
    writeAtomically(path, text);
  } catch (error) {
    // A full disk stays full, and writing in place could only lose what is there. A folder or a FIFO stays one.
    if (diskReason(error) === 'full' || isOddFile(path)) throw error;
    writeInPlace(path, text);
  }
}

function writeInPlace(path: string, text: string): void {
  const file = fs.openSync(path, 'w', 0o600);
  try {
    fs.writeFileSync(file, text);
    sync(file);
  } finally {
    fs.closeSync(file);
  }
}
