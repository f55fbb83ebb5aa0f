// Shows how far a command is in one line of a terminal, which each next one replaces.

/** Nothing where `isTerminal` is false: a log or a pipe would have each of them. */
export function progressLine(
  write: (text: string) => void,
  isTerminal: boolean,
): { show(line: string): void; clear(): void } {
  let isShown = false;
  return {
    show(line) {
      if (!isTerminal) return;
      isShown = true;
      // Back to the first column, and what was there is removed.
      write(`\r\u{1b}[K${line}`);
    },
    clear() {
      if (isShown) write('\r\u{1b}[K');
      isShown = false;
    },
  };
}
