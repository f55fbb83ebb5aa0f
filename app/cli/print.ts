// Writes to a terminal's streams, which may be closed, full, or a pipe whose reader has gone. None of that may throw.

/** Errors of these streams are in the answer of `print`; without a listener each would be an uncaught exception. Once per stream. */
export function tolerate(stream: NodeJS.WritableStream): void {
  stream.on('error', () => undefined);
}

/** Resolves when the text has left, since the process ends right after; false when it could not be written. */
export function print(stream: NodeJS.WritableStream, text: string): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      stream.write(text, (error) => resolve(error === null || error === undefined));
    } catch {
      resolve(false);
    }
  });
}
