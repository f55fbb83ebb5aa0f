// What the terminal commands do with the account's session: read the figures, take a key. Both the running application and a process without
// a window run these.
import { endsWithin } from './ends-within';
import type { SessionHost } from '../session/host/session-host';
import { cliTexts, keyKept, otherAddress } from '../texts/status/cli';
import { afterCommandText } from '../texts/problems/after-command';
import { refusalText } from '../texts/problems/refusals';
import { sentences } from '../texts/sentence';
import type { Problem } from '../model/problem';
import type { Clock } from '../model/clock';
import type { ControlReply, ControlRequest } from '../instance/control';
import { statusCode, statusJson, type StatusRequest, statusLines } from './status';

export interface CommandContext {
  host: Pick<SessionHost, 'store' | 'refresh' | 'keyEntry' | 'keyOrigin'>;
  /** The host outlives this command (a running tray application). */
  stays: boolean;
  clock: Clock;
  /** How long a read of the figures may take (ms): then the last known ones are the answer. */
  readLimit: number;
  /** `--demo` was given to this command. */
  isDemoWanted: boolean;
  locale: string;
}

/** The requests of terminal commands that also work while no NineTray runs. */
export type CommandRequest = Extract<ControlRequest, { command: 'status' | 'set-key' }>;

/** Runs one command. Never rejects; `problem` is for standard error. */
export async function runCommand(request: CommandRequest, context: CommandContext): Promise<ControlReply> {
  switch (request.command) {
    case 'status':
      return status(context, request.below ?? null);
    case 'set-key':
      return setKey(request, context);
    default:
      return request satisfies never;
  }
}

/** The figures as they are read now; what could not be read keeps its age and says why. */
async function status(context: CommandContext, below: StatusRequest['below']): Promise<ControlReply> {
  const { host, stays, clock, readLimit, isDemoWanted, locale } = context;
  // Without the demo these would be the account's own figures.
  if (isDemoWanted && host.store.read().state.source.kind !== 'demo')
    return refusal({ kind: 'demo-failed' }, context, afterCommandText);
  const isReadInTime = await endsWithin(readLimit, host.refresh(), clock);
  const { state } = host.store.read();
  const request = { below, isDemoWanted, isReadInTime, stays };
  return {
    exitCode: statusCode(state, request),
    out: statusLines(state, clock.now(), locale, request),
    json: `${statusJson(state, clock.now(), request)}\n`,
    problem: '',
  };
}

async function setKey(
  request: Extract<ControlRequest, { command: 'set-key' }>,
  context: CommandContext,
): Promise<ControlReply> {
  const { host } = context;
  const { keyEntry } = host;
  const no = (problem: string): ControlReply => ({ exitCode: 2, out: '', json: '', problem });
  const cannotProtect = () => cliTexts.cannotProtect({ unprotected: '--storage=unprotected' });
  const notTaken = (problem: Problem): ControlReply =>
    problem.kind === 'keyring-absent' ? no(cannotProtect()) : refusal(problem, context, refusalText);
  const origin = host.keyOrigin();
  if (request.origin !== origin) return no(otherAddress(request.origin, origin));
  // A rotation waits for this key: on disk first, and read by the rotation after that.
  if (keyEntry.isAwaited()) {
    if (request.storage === 'session' && !context.stays) return no(cliTexts.sessionNeedsRunning);
    // Stored as the old key was, which may be in memory: that of a process that ends would lose it.
    const received = await keyEntry.receive(request.text, request.storage ?? (context.stays ? undefined : 'protected'));
    if (!received.ok) return notTaken(received.problem);
    const text = context.stays ? cliTexts.keyReceived : cliTexts.keyReceivedAlone;
    return { exitCode: 0, out: `${text}\n`, json: '', problem: '' };
  }
  const checked = await keyEntry.check(request.text);
  if (!checked.ok) return notTaken(checked.problem);
  const candidate = checked.value;
  const storage = request.storage ?? 'protected';
  const stop = (problem: string): ControlReply => {
    keyEntry.discard(candidate.ticket);
    return no(problem);
  };
  if (storage === 'session' && !context.stays) return stop(cliTexts.sessionNeedsRunning);
  if (storage === 'protected' && !candidate.storages.includes('protected')) return stop(cannotProtect());
  // On a command line, asking for `unprotected` by name is the consent.
  const kept = await keyEntry.keep(candidate.ticket, storage, storage === 'unprotected');
  if (!kept.ok) return notTaken(kept.problem);
  const whose = candidate.account.username ?? candidate.account.email;
  return { exitCode: 0, out: `${keyKept(candidate.fingerprint, whose)}\n`, json: '', problem: '' };
}

function refusal(
  problem: Problem,
  { locale, clock }: CommandContext,
  textOf: typeof refusalText | typeof afterCommandText,
): ControlReply {
  const { title, cause, next } = textOf(problem, locale, clock.now());
  return { exitCode: exitFor(problem), out: '', json: '', problem: sentences(title, cause, next) };
}

function exitFor(problem: Problem): number {
  switch (problem.kind) {
    case 'key-refused':
      return 3;
    case 'unreachable':
    case 'timed-out':
    case 'blocked-on-the-way':
    case 'redirect-loop':
    case 'redirected':
    case 'server-trouble':
    case 'rate-limited':
      return 4;
    default:
      return 2;
  }
}
