// Main's side of the bridge: checks the sender, parses the input, runs the handler and answers a Result.
// Nothing throws across the bridge, and nothing of an unexpected error crosses it.
import { type ErrorFacts, errorFacts } from '../log/error-facts';
import { failed, type Result } from '../model/problem';
import type { CallHandlers } from './calls/call-handlers';
import { type CallName, contract } from './contract';
import type { WindowName } from '../model/window-name';

/** What is known of the sender of a call. */
export interface Sender {
  /** The address of the frame that called, or null when it is gone. */
  frameUrl: string | null;
  /** The window that main made and whose main frame called; null: none of them. */
  window: WindowName | null;
}

export type Handlers = CallHandlers<typeof contract.calls>;

export interface DispatchOptions {
  handlers: Handlers;
  /** Our own origin, such as `ninetray://app`. */
  origin: string;
  /** Called for what should not happen: a stranger's call, a bad input, a handler that threw. Gets no input and no error's text. */
  onViolation: (what: 'stranger' | 'unknown-call' | 'bad-input' | 'threw', call: string, threw?: ErrorFacts) => void;
}

/** Answers one call. `name` and `input` are whatever came over the wire. */
export async function dispatchCall(
  sender: Sender,
  name: unknown,
  input: unknown,
  options: DispatchOptions,
): Promise<Result<unknown>> {
  const { handlers, origin, onViolation: odd } = options;
  if (!isCallName(name)) {
    odd('unknown-call', 'unknown');
    return failed({ kind: 'not-allowed' });
  }
  if (!mayCall(sender, name, origin)) {
    odd('stranger', name);
    return failed({ kind: 'not-allowed' });
  }
  const parsed = contract.calls[name].input.safeParse(input);
  if (!parsed.success) {
    odd('bad-input', name);
    return failed({ kind: 'bad-input', field: String(parsed.error.issues[0]?.path[0] ?? '').slice(0, 60) });
  }
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a handler's input is tied to its name, known only here
    const handler = handlers[name] as (input: unknown) => Result<unknown> | Promise<Result<unknown>>;
    return await handler(parsed.data);
  } catch (error) {
    odd('threw', name, errorFacts(error));
    return failed({ kind: 'internal' });
  }
}

/** Whether the sender is at our own origin, in a window that the contract lists for this call. */
function mayCall({ window, frameUrl }: Sender, name: CallName, origin: string): boolean {
  if (window === null || frameUrl === null) return false;
  const allowed: readonly WindowName[] = contract.calls[name].windows;
  return allowed.includes(window) && hasOrigin(frameUrl, origin);
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(contract.calls, name);
}

/** URL's own `origin` is "null" for a scheme of our own, so scheme and host are compared. */
function hasOrigin(url: string, origin: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}` === origin;
}
