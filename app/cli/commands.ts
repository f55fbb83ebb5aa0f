// What the terminal commands do with a session: read the figures, take a key. Both the running application and a process without
// a window run these.
import type { Session } from '../session/session';
import { cliTexts } from '../texts/cli';
import { problemText } from '../texts/problems';
import type { Problem } from '../problem/problem';
import type { ControlReply, ControlRequest } from './control';
import type { Below } from './arguments';
import { gateCode, statusJson, statusLines } from './status';

export interface CommandContext {
  session: Session;
  /** The session outlives this command (a running tray application). */
  stays: boolean;
  now(): number;
  locale: string;
}

/** Runs one command. Never rejects; `problem` is for standard error. */
export async function runCommand(request: ControlRequest, context: CommandContext): Promise<ControlReply> {
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
async function status({ session, now, locale }: CommandContext, below: Below | null): Promise<ControlReply> {
  await session.refresh();
  const { state } = session.store.read();
  return {
    exitCode: gateCode(state, below),
    out: statusLines(state, now(), locale, below),
    json: `${statusJson(state, now(), below)}\n`,
    problem: '',
  };
}

async function setKey(
  request: Extract<ControlRequest, { command: 'set-key' }>,
  context: CommandContext,
): Promise<ControlReply> {
  const { session } = context;
  const say = (problem: Problem) => {
    const { title, cause, next } = problemText(problem, context.locale, context.now());
    return `${title}. ${cause} ${next}`;
  };
  const refusal = (problem: Problem): ControlReply => ({
    exitCode: exitFor(problem),
    out: '',
    json: '',
    problem: say(problem),
  });
  const no = (problem: string): ControlReply => ({ exitCode: 2, out: '', json: '', problem });
  const origin = session.keyOrigin();
  if (request.origin !== origin) return no(cliTexts.otherAddress(request.origin, origin));
  // A rotation waits for this key: on disk first, and read by the rotation after that.
  if (session.waitsForKey()) {
    if (request.storage === 'session' && !context.stays) return no(cliTexts.sessionNeedsRunning);
    const received = await session.receiveKey(request.text, request.storage ?? undefined);
    if (!received.ok) return refusal(received.problem);
    return { exitCode: 0, out: `${cliTexts.keyReceived}\n`, json: '', problem: '' };
  }
  const checked = await session.checkKey(request.text);
  if (!checked.ok) return refusal(checked.problem);
  const candidate = checked.value;
  const storage = request.storage ?? 'protected';
  const stop = (problem: string): ControlReply => {
    session.discardKey(candidate.ticket);
    return no(problem);
  };
  if (storage === 'session' && !context.stays) return stop(cliTexts.sessionNeedsRunning);
  if (storage === 'protected' && !candidate.storages.includes('protected')) return stop(cliTexts.cannotProtect);
  // On a command line, asking for `unprotected` by name is the consent.
  const kept = await session.keepKey(candidate.ticket, storage, storage === 'unprotected');
  if (!kept.ok) return refusal(kept.problem);
  const whose = candidate.account.username ?? candidate.account.email ?? cliTexts.nobody;
  return { exitCode: 0, out: `${cliTexts.keyKept(candidate.fingerprint, whose)}\n`, json: '', problem: '' };
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
