// Asks the NineTray that runs on this profile, and distinguishes "none runs" from "one runs and cannot be reached".
import { ask, type ControlReply, type ControlRequest } from './control';
import { isStillRunning, type Presence, readPresence } from './presence';

/** How often one that runs and cannot be reached is tried again, and after how long (ms): it may be making a new socket. */
const TRIES = 6;
const BETWEEN = 250;

export type AskedRunning =
  | { kind: 'none' }
  | { kind: 'reply'; reply: ControlReply }
  /** It runs, as process `pid`, and gave no answer within the limit. */
  | { kind: 'silent'; pid: number };

/** Never rejects; takes `patience` ms at most (after the last progress), and a little for one that cannot be reached. */
export async function askRunning(
  profile: string,
  request: ControlRequest,
  patience: number,
  {
    isRunning = isStillRunning,
    onProgress,
  }: { isRunning?: (presence: Presence) => boolean; onProgress?: (line: string) => void } = {},
): Promise<AskedRunning> {
  let pid: number | null = null;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const presence = readPresence(profile);
    if (presence === null) break;
    const asked = await ask(presence.address, presence.words, request, patience, onProgress);
    if (asked.kind === 'reply') return asked;
    if (asked.kind === 'silent') return { kind: 'silent', pid: presence.pid };
    if (!isRunning(presence)) return { kind: 'none' };
    pid = presence.pid;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN));
  }
  return pid === null ? { kind: 'none' } : { kind: 'silent', pid };
}
