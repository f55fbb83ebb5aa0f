// Reads the files of one document, and notices when another program wrote them.
import { targetOfBrokenLink } from '../files/broken-link';
import { problemOfDisk } from '../files/disk-error';
import { type DocumentFormat, parseContent, type Reading } from './document-content';
import type { ProfileFiles } from '../files/profile-files';

export class DocumentReader<T extends object> {
  readonly #files: Pick<ProfileFiles, 'read' | 'stamp'>;
  readonly #format: DocumentFormat<T>;
  readonly #mainFile: string;
  /** The file as it was last read or written; null: there was none. */
  #knownStamp: string | null = null;

  constructor(files: Pick<ProfileFiles, 'read' | 'stamp'>, mainFile: string, format: DocumentFormat<T>) {
    this.#files = files;
    this.#mainFile = mainFile;
    this.#format = format;
  }

  /** Whether there was a file when it was last read or written. */
  get hasFile(): boolean {
    return this.#knownStamp !== null;
  }

  /** Whether another program wrote or removed the file since it was last read or written. */
  isChanged(): boolean {
    return this.#stampNow() !== this.#knownStamp;
  }

  /** Remembers the file as it is now. */
  rememberStamp(): void {
    this.#knownStamp = this.#stampNow();
  }

  /** The document's own file; null where there is none. */
  readMain(): Reading<T> | null {
    this.rememberStamp();
    return this.read(this.#mainFile);
  }

  /** Any file of the document; null where there is none. */
  read(file: string): Reading<T> | null {
    try {
      const text = this.#files.read(file);
      return text === null ? null : parseContent(text, this.#format);
    } catch (error) {
      // A file that exists and cannot be read is handled like a damaged one: it is replaced only after a copy was made.
      return targetOfBrokenLink(error) === null ? { kind: 'bad' } : { kind: 'bad', link: problemOfDisk(error) };
    }
  }

  #stampNow(): string | null {
    try {
      return this.#files.stamp(this.#mainFile);
    } catch {
      return null; // Reading it fails as well, and says why.
    }
  }
}
