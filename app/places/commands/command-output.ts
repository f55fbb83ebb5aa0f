// What a program printed, as the user may see it: text without control sequences, and without any secret or a piece of one.
import { createRedactor } from '../../nineproxy/transport/redact';

/** Lines of an output that are shown, and characters of each. */
const LINES = 20;
const LINE_LENGTH = 400;

// oxlint-disable-next-line no-control-regex -- terminals' own commands: colours, cursor, titles, links
const SEQUENCES = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\^_])/g;
// What would split a secret in two or reorder what is shown; bytes of UTF-16, which some Windows programs print.
const INVISIBLE =
  // oxlint-disable-next-line no-control-regex -- these are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

/** NineTray stores no token of its gateway, and so knows them by their form alone. */
export const GATEWAY_TOKEN = /ntk[A-Za-z0-9]{40}/g;

export interface ReadableOutput {
  /** The first 20 lines, redacted. */
  text: string;
  /** Whether any of `secrets`, or six characters in a row of one, stood anywhere in it: as it is, in base64, in hex or percent-encoded; or a token of the gateway. */
  printedSecret: boolean;
}

/** An output as text. `secrets`: the keys and tokens that it must not show. */
export function readableOutput(output: Buffer, secrets: readonly string[]): ReadableOutput {
  const plain = output.toString('utf8').replace(SEQUENCES, '').replace(INVISIBLE, '').replace(/\r\n?/g, '\n');
  let text = plain;
  let printedSecret = false;
  for (const secret of secrets.filter((each) => each !== '')) {
    const redactor = createRedactor(secret);
    const clean = redactor.value(text);
    printedSecret ||= clean !== text;
    text = clean;
  }
  const clean = text.replace(GATEWAY_TOKEN, '•••');
  printedSecret ||= clean !== text;
  text = clean;
  const lines = text.trimEnd().split('\n').slice(0, LINES);
  const short = lines.map((line) => (line.length > LINE_LENGTH ? `${line.slice(0, LINE_LENGTH)}…` : line));
  return { text: short.join('\n'), printedSecret };
}
