// What is wrong with a document now, and what was recovered when it was opened.
import type { Problem } from '../../model/problem';

type Recovery = Extract<Problem, { kind: 'store-recovered' | 'store-unreadable' }>;

export class DocumentProblems {
  readonly #name: string;
  readonly #onChange: (() => void) | undefined;
  /** Found when the file was read. */
  #found: Problem[] = [];
  #edit: Problem | null = null;
  #write: Problem | null = null;

  constructor(name: string, onChange: (() => void) | undefined) {
    this.#name = name;
    this.#onChange = onChange;
  }

  list(): Problem[] {
    return [...this.#found, ...[this.#edit, this.#write].filter((problem) => problem !== null)];
  }

  /** The file could not be read when the document was opened; a backup was used, or the defaults. */
  noteUnreadable(isBackupUsed: boolean): void {
    this.#found.push({ kind: isBackupUsed ? 'store-recovered' : 'store-unreadable', store: this.#name });
  }

  /** The file was read: these of its fields could not be used, and everything else that was wrong with it is over. */
  noteFields(lost: readonly string[]): void {
    // Where an earlier edit is kept remains known.
    if (this.#edit?.kind === 'edit-unreadable') this.#edit = null;
    if (this.#write?.kind === 'link-broken') this.#write = null;
    const others = this.#found.filter(({ kind }) => kind !== 'bad-input');
    this.#found = [...others, ...lost.map((field): Problem => ({ kind: 'bad-input', field: field.slice(0, 60) }))];
    this.#onChange?.();
  }

  noteTooNew(): void {
    this.#found.push({ kind: 'store-too-new', store: this.#name });
  }

  /** Another program wrote the file, and it cannot be read. */
  noteUnreadableEdit(): void {
    this.#edit = { kind: 'edit-unreadable', store: this.#name };
    this.#onChange?.();
  }

  /** `copy` holds what was in the file: the damaged content found at the start, or else what another program wrote. */
  noteCopy(copy: string): void {
    const at = this.#found.findIndex(isRecovery);
    const recovery = this.#found[at];
    if (recovery !== undefined && isRecovery(recovery) && recovery.copy === undefined) {
      this.#found[at] = { ...recovery, copy };
    } else this.#edit = { kind: 'edit-set-aside', store: this.#name, copy };
    this.#onChange?.();
  }

  /** Older content was removed from the disk, copies included. */
  forgetEdit(): void {
    this.#edit = null;
  }

  /** The file is a link that leads to no file, so nothing can be written either. */
  noteBrokenLink(problem: Problem): void {
    this.#write = problem;
  }

  /** How the last write failed; null: it succeeded. */
  noteWrite(problem: Problem | null): void {
    const before = this.#write;
    this.#write = problem;
    if (before?.kind !== problem?.kind) this.#onChange?.();
  }

  /** For a change that the other methods did not report yet. */
  reportChange(): void {
    this.#onChange?.();
  }
}

function isRecovery(problem: Problem): problem is Recovery {
  return problem.kind === 'store-recovered' || problem.kind === 'store-unreadable';
}
