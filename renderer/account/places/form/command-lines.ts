// The arguments of a command as lines of a text, one each, without loss. Pure.

/** An argument as a line: as it is, or in quotes with `\n` for a line break where a line could not hold it otherwise. */
function lineOf(argument: string): string {
  return argument === '' || /[\r\n]/.test(argument) || /^".*"$/.test(argument) ? JSON.stringify(argument) : argument;
}

function argumentOf(line: string): string {
  if (!/^".*"$/.test(line)) return line;
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'string' ? value : line;
  } catch {
    return line;
  }
}

/** The text for a field with one argument per line. */
export function linesOf(args: readonly string[]): string {
  return args.map(lineOf).join('\n');
}

/** The arguments of such a text; empty lines are none. */
export function argumentsOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map(argumentOf);
}
