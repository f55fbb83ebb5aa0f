// A terminal command in a process without a window: asks the NineTray that runs, or does the work itself. It takes no lock, so neither
// another command nor the application has to wait for it. Prints to the terminal and ends, always within a time limit.
import fs from 'node:fs';
import { app } from 'electron';
import { askRunning } from '../instance/ask-running';
import { readPresence } from '../instance/presence';
import type { ControlReply, ControlRequest } from '../instance/control';
import { chooseLanguage, type SystemLanguages, terminalLanguage } from '../language/language';
import { readSystemLanguages } from '../language/system-languages.electron';
import { languagesIn, readTranslation } from '../language/translations';
import type { LanguageChoice } from '../model/language';
import { builtPath } from '../process/build-paths.electron';
import { freeRequests } from '../electron-33/free-requests.electron';
import { cliTexts, wrongArgument } from '../texts/status/cli';
import { helpText } from '../texts/status/help';
import { setTextLanguage } from '../texts/texts';
import { accessCliTexts } from '../texts/status/access-cli';
import type { SessionHost } from '../session/host/session-host';
import { systemClock } from '../process/system-clock';
import type { Command, DemoSize } from './arguments';
import { placesCliTexts } from '../texts/status/places-cli';
import type { AccessCommand, PlacesCommand } from './subcommands';
import { endsWithin } from './ends-within';
import type { CommandRequest } from './commands';
import { leaseOutput } from './lease-output';
import { print, tolerate } from './print';
import { progressLine } from './progress-line';
import { searchPaths } from './search-paths';

type TerminalCommand = Exclude<Command, { kind: 'desktop' }>;

/** How long a command may take in total (ms). Setting a key may wait for the keyring's password prompt. */
const LIMITS = { status: 22_000, setKey: 90_000, access: 20_000 };
/** How long a search or a rehearsal may be without progress (ms): a command that a rehearsal runs may take half a minute. */
const PROGRESS_LIMIT = 60_000;
/** The exit code of a command that Ctrl-C ended, as in shells. */
const INTERRUPTED = 130;
/** How long `--status` may read the figures (ms), so that it ends within twenty seconds. */
const READ_LIMIT = 15_000;
/** How long the keyring may take to open for `--status` (ms). No password prompt is shown for it. */
const KEYRING_LIMIT = 4000;
/** How long the demo may take to start (ms): longer only on a very busy computer. */
const DEMO_LIMIT = 15_000;
/** How long the key may take to come on standard input (ms): it may come from a program that asks for a password. */
const INPUT_LIMIT = 120_000;
/** A key is never longer than this (characters). */
const LONGEST_INPUT = 4096;

/** Runs the command and ends the process with its exit code. Never rejects, and shows no window. */
export async function runTerminal(command: TerminalCommand): Promise<void> {
  tolerate(process.stdout);
  tolerate(process.stderr);
  const end = (code: number) => {
    freeRequests();
    app.exit(code);
  };
  const fail = async (reason: unknown) => {
    await print(
      process.stderr,
      `${cliTexts.failed({ kind: reason instanceof Error ? reason.name : typeof reason })}\n`,
    );
    end(1);
  };
  // Electron would show each of these in a window, and wait until the user closes it.
  process.on('uncaughtException', (error) => void fail(error));
  process.on('unhandledRejection', (reason) => void fail(reason));
  try {
    // The settings and the system's languages are not read yet. On Windows and macOS this is English.
    speak('system', { preferred: [], locale: terminalLanguage(process.env) ?? 'en-US' });
    end(await run(command));
  } catch (error) {
    await fail(error);
  }
}

/** All texts are in the terminal's language from now on, else in this one. Returns how amounts are written. */
function speak(choice: LanguageChoice, system: SystemLanguages): string {
  const folder = builtPath('texts');
  const { language, locale } = chooseLanguage({
    languages: languagesIn(folder),
    choice,
    system,
    terminal: terminalLanguage(process.env),
  });
  setTextLanguage(locale, readTranslation(folder, language)?.words);
  return locale;
}

async function run(command: TerminalCommand): Promise<number> {
  switch (command.kind) {
    case 'help':
      return printed(helpText());
    case 'version':
      return printed(`NineTray ${app.getVersion()} (Electron ${process.versions.electron})\n`);
    case 'wrong':
      await print(process.stderr, `${wrongArgument(command)}\n`);
      return 1;
    case 'status':
      return within(LIMITS.status, async () =>
        show(await status({ command: 'status', below: command.below }, command.demo), command.json),
      );
    case 'set-key':
      return setKey(command.storage);
    case 'access':
      return within(LIMITS.access, () => access(command));
    case 'places':
      return places(command);
    default:
      return command satisfies never;
  }
}

/** The text on standard output, and the exit code that follows from it. */
async function printed(text: string, code = 0): Promise<number> {
  if (await print(process.stdout, text)) return code;
  await print(process.stderr, `${cliTexts.notPrinted}\n`);
  return 1;
}

async function within(limit: number, work: () => Promise<number>): Promise<number> {
  let code = 1;
  const done = work().then((ended) => (code = ended));
  if (await endsWithin(limit, done, systemClock)) return code;
  await print(process.stderr, `${cliTexts.tooLong({ seconds: limit / 1000 })}\n`);
  return 1;
}

async function show(reply: ControlReply | string, json: boolean): Promise<number> {
  if (typeof reply === 'string') {
    await print(process.stderr, `${reply}\n`);
    return 1;
  }
  if (reply.problem !== '') await print(process.stderr, `${reply.problem}\n`);
  const text = json ? reply.json : reply.out;
  return text === '' ? reply.exitCode : printed(text, reply.exitCode);
}

/** The reply, or what to tell the user where there is none. */
async function status(asked: CommandRequest, demo: DemoSize | null): Promise<ControlReply | string> {
  // A demo that is requested here gets its own process.
  return (demo === null ? await ofRunning(asked, LIMITS.status - 2000) : null) ?? runAlone(asked, demo);
}

async function setKey(storage: Extract<CommandRequest, { command: 'set-key' }>['storage']): Promise<number> {
  let text = '';
  await endsWithin(
    INPUT_LIMIT,
    readInput().then((read) => (text = read)),
    systemClock,
  );
  if (text.trim() === '') {
    await print(
      process.stderr,
      `${cliTexts.noInput({ example: `${app.isPackaged ? 'ninetray' : 'npm start --'} --set-key < FILE` })}\n`,
    );
    return 1;
  }
  const { originMeantHere } = await import('../session/host/address.electron');
  const asked: CommandRequest = { command: 'set-key', origin: originMeantHere(), text, storage };
  return within(LIMITS.setKey, async () => {
    const limit = LIMITS.setKey - 5000;
    const running = await ofRunning(asked, limit);
    if (running !== null) return show(running, false);
    const alone = await runAlone(asked, null);
    // One that was started meanwhile may have read the folder before this key was in it.
    return show((await ofRunning(asked, limit)) ?? alone, false);
  });
}

/** Asks the NineTray that runs: there is no gateway without one. */
async function access(command: AccessCommand): Promise<number> {
  const { request, output } = command;
  const reply = await ofRunning({ command: 'access', request }, LIMITS.access - 2000);
  if (reply === null) return notRunning(request.act === 'lease' ? 125 : 1);
  const hasToken = (request.act === 'lease' || request.act === 'token') && output !== 'json';
  if (!hasToken || typeof reply === 'string' || reply.exitCode !== 0) return show(reply, output === 'json');
  return printed(leaseOutput(reply.out, command, process.platform));
}

async function notRunning(code: number): Promise<number> {
  await print(process.stderr, `${accessCliTexts.notRunning}\n`);
  return code;
}

/** Shows how far it is on standard error. Ctrl-C ends the process, and a search with it: its socket closes. */
async function places({ request, json }: PlacesCommand): Promise<number> {
  const searched = searchPaths(request.act === 'scan' ? request.paths : [], {
    folder: process.cwd(),
    isThere: (path) => fs.statSync(path, { throwIfNoEntry: false }) !== undefined,
  });
  if ('missing' in searched) {
    await print(process.stderr, `${placesCliTexts.missingPath({ number: String(searched.missing) })}\n`);
    return 1;
  }
  const asked = request.act === 'scan' ? { ...request, ...searched } : request;
  const line = progressLine((text) => void print(process.stderr, text), process.stderr.isTTY);
  process.once('SIGINT', () => {
    line.clear();
    app.exit(INTERRUPTED);
  });
  const reply = await ofRunning({ command: 'places', request: asked }, PROGRESS_LIMIT, line.show);
  line.clear();
  return reply === null ? notRunning(1) : show(reply, json);
}

/** The answer of the running NineTray, or a sentence that it did not answer; null: none runs. */
async function ofRunning(
  asked: ControlRequest,
  patience: number,
  onProgress: (line: string) => void = () => undefined,
): Promise<ControlReply | string | null> {
  const answer = await askRunning(app.getPath('userData'), asked, patience, { onProgress });
  if (answer.kind === 'none') return null;
  return answer.kind === 'reply'
    ? answer.reply
    : cliTexts.noAnswer({ pid: String(answer.pid), seconds: Math.round(patience / 1000) });
}

async function runAlone(asked: CommandRequest, demo: DemoSize | null): Promise<ControlReply> {
  await app.whenReady();
  const [{ openSessionHost }, { runCommand }] = await Promise.all([
    import('../session/host/session-host.electron'),
    import('./commands'),
  ]);
  const profile = app.getPath('userData');
  const before = readPresence(profile)?.words.ask;
  const host = openSessionHost({
    demoSize: demo ?? 250,
    isAlone: () => readPresence(profile)?.words.ask === before,
  });
  if (demo !== null) await endsWithin(DEMO_LIMIT, host.startDemo(), systemClock);
  // An unexpected prompt would make a script wait for ever.
  else if (asked.command === 'status') await endsWithin(KEYRING_LIMIT, host.open(false), systemClock);
  if (asked.command === 'status') await showKnownUpdates(host);
  const locale = speak(host.store.read().state.settings.language, readSystemLanguages());
  const context = { host, stays: false, clock: systemClock, isDemoWanted: demo !== null, locale };
  const reply = await runCommand(asked, { ...context, readLimit: READ_LIMIT });
  host.stop();
  return reply;
}

/** Shows which newer version the application was told of; requests nothing. */
async function showKnownUpdates(session: SessionHost): Promise<void> {
  const { openUpdates } = await import('../updates/open-updates.electron');
  openUpdates({ session, clock: systemClock, startedAt: systemClock.now(), canWrite: false });
}

async function readInput(): Promise<string> {
  let text = '';
  process.stdin.setEncoding('utf8');
  for await (const chunk of process.stdin) {
    text += String(chunk);
    if (text.length > LONGEST_INPUT) break;
  }
  return text.slice(0, LONGEST_INPUT);
}
