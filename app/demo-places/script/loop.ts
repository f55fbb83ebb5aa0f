// What the demo's example script does: it asks the gateway for the balance once a second, as a user's program would, and counts the answers.

/** What the script reads from its settings file. */
export interface ScriptSettings {
  /** Of the gateway, such as http://127.0.0.1:20321. */
  address: string;
  token: string;
  /** What it asks for. */
  path: string;
}

/** Its calls so far; one that waits for its answer is not among them. */
export interface ScriptCalls {
  calls: number;
  answered: number;
  longestMilliseconds: number;
}

export interface LoopPorts {
  /** Reads the settings file, which may be changed while the script runs. Throws where it cannot. */
  settings(): ScriptSettings;
  fetch(url: URL, init: RequestInit): Promise<Response>;
  now(): number;
  wait(ms: number): Promise<void>;
  onCall(calls: ScriptCalls): void;
}

const EVERY = 1000;
/** The gateway lets a read wait for two minutes at most. */
const PATIENCE = 150_000;

/** Calls until `signal` is aborted: one after the other, at most one a second. */
export async function runLoop(ports: LoopPorts, signal: AbortSignal): Promise<void> {
  const { now, wait, onCall } = ports;
  let calls: ScriptCalls = { calls: 0, answered: 0, longestMilliseconds: 0 };
  while (!signal.aborted) {
    const began = now();
    const isAnswered = await ask(ports, signal);
    if (signal.aborted) return;
    const milliseconds = now() - began;
    calls = {
      calls: calls.calls + 1,
      answered: calls.answered + (isAnswered ? 1 : 0),
      longestMilliseconds: Math.max(calls.longestMilliseconds, milliseconds),
    };
    onCall(calls);
    await wait(Math.max(0, EVERY - milliseconds));
  }
}

/** Whether 9Proxy answered with a result. */
async function ask({ settings, fetch }: LoopPorts, signal: AbortSignal): Promise<boolean> {
  try {
    const { address, token, path } = settings();
    const url = new URL(path, address);
    // The demo asks nobody outside of this computer, also where the file has 9Proxy's own address by now.
    if (url.hostname !== '127.0.0.1') return false;
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${token}` },
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
    });
    const body: unknown = await response.json();
    return response.ok && typeof body === 'object' && body !== null && 'success' in body && body.success === true;
  } catch {
    return false;
  }
}
