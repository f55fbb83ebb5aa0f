// Goes through a folder and all below it, one file after the other, without entering what is skipped. Stops between two
// files when a caller asks for that.
import fs from 'node:fs';
import path from 'node:path';
import type { SkipReason, UnreadableWhy } from '../../../model/places/scan';
import { unreadable } from './read-file';
import type { SkipRules } from './skip-rules';

export interface WalkVisitor {
  /** Each regular file, with the file system that the folder is on. */
  file(path: string, device: number): void;
  folder(path: string): void;
  skipped(path: string, reason: SkipReason): void;
  unreadable(path: string, why: UnreadableWhy): void;
  isCancelled(): boolean;
}

/** Which folders were entered: none is searched twice, also where the user chose a folder and one inside of it. */
export type EnteredFolders = Set<string>;

/** Goes through `root`, which is an absolute path and may be a link: the user chose it. */
export function walk(root: string, rules: SkipRules, entered: EnteredFolders, visitor: WalkVisitor): void {
  let real: string;
  let device: number;
  try {
    real = fs.realpathSync(root);
    device = fs.statSync(real).dev;
  } catch (error) {
    reportError(root, error, visitor);
    return;
  }
  const folders = [real];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    if (visitor.isCancelled()) return;
    if (entered.has(folder)) continue;
    entered.add(folder);
    // Only a folder that the user chose is searched in any case.
    const markers = folder === real ? null : rules;
    for (const name of searchFolder({ folder, device, rules, markers }, visitor)) folders.push(path.join(folder, name));
  }
}

interface Folder {
  folder: string;
  device: number;
  rules: SkipRules;
  /** Finds the files that say what a folder is. */
  markers: SkipRules | null;
}

/** Visits a folder's files; returns the names of the folders in it that are to be entered. */
function searchFolder({ folder, device, rules, markers }: Folder, visitor: WalkVisitor): string[] {
  let entries: fs.Dirent[];
  try {
    if (fs.lstatSync(folder).dev !== device) {
      visitor.skipped(folder, 'other-file-system');
      return [];
    }
    entries = fs.readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    reportError(folder, error, visitor);
    return [];
  }
  for (const { name } of entries) {
    const reason = markers?.marker(name);
    if (reason === undefined || reason === null) continue;
    visitor.skipped(folder, reason);
    return [];
  }
  visitor.folder(folder);
  const inside: string[] = [];
  for (const entry of entries) {
    if (visitor.isCancelled()) return [];
    // Not `path.join`, which takes a while for each of 100,000 files.
    const at = folder.endsWith(path.sep) ? folder + entry.name : folder + path.sep + entry.name;
    if (entry.isDirectory()) {
      const reason = rules.folder(at, entry.name);
      if (reason === null) inside.push(entry.name);
      else visitor.skipped(at, reason);
    } else if (entry.isFile()) visitFile(at, device, visitor);
    else visitor.skipped(at, entry.isSymbolicLink() ? 'link' : 'special');
  }
  return inside;
}

/** The character that stands for bytes that are no UTF-8: such a file cannot be opened by its name. */
const NOT_A_NAME = '\u{fffd}';

function visitFile(at: string, device: number, visitor: WalkVisitor): void {
  if (at.includes(NOT_A_NAME)) visitor.unreadable(at, 'name');
  else visitor.file(at, device);
}

function reportError(at: string, error: unknown, visitor: WalkVisitor): void {
  const outcome = unreadable(error);
  if (outcome.outcome === 'unreadable') visitor.unreadable(at, outcome.why);
}
