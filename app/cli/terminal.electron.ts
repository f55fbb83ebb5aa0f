// A terminal command in a process without a window: asks the NineTray that runs, or does it itself when none does.
// Prints to the terminal and ends.
import { app } from 'electron';
import { freeRequests } from '../nineproxy/free-requests.electron';
import { cliTexts } from '../texts/cli';
import type { Command, DemoSize } from './arguments';
import { ask, type ControlReply, type ControlRequest, newControl } from './control';

/** How long the running application may take to answer (ms): a read of all figures has its own time limits. */
const PATIENCE = 20_000;
/** A key is never longer than this (characters). */
const LONGEST_INPUT = 4096;

/** Runs the command and ends the process with its exit code. */
export async function runTerminal(command: Exclude<Command, { kind: 'desktop' }>): Promise<void> {
  const code = await run(command);
  freeRequests();
  app.exit(code);
}

async function run(command: Exclude<Command, { kind: 'desktop' }>): Promise<number> {
  switch (command.kind) {
    case 'help':
      await print(process.stdout, cliTexts.help);
      return 0;
    case 'version':
      await print(process.stdout, `NineTray ${app.getVersion()} (Electron ${process.versions.electron})\n`);
      return 0;
    case 'wrong':
      await print(process.stderr, `${cliTexts.wrongArgument(command.argument)}\n`);
      return 1;
    case 'status':
      return show(await request({ command: 'status', below: command.below }, command.demo), command.json);
    case 'set-key': {
      const text = await readInput();
      if (text.trim() === '') {
        await print(process.stderr, `${cliTexts.noInput}\n`);
        return 1;
      }
      const { originMeantHere } = await import('../session/address.electron');
      const asked = { command: 'set-key', origin: originMeantHere(), text, storage: command.storage } as const;
      return show(await request(asked, null), false);
    }
    default:
      return command satisfies never;
  }
}

async function show(reply: ControlReply | null, json: boolean): Promise<number> {
  if (reply === null) {
    await print(process.stderr, `${cliTexts.noAnswer}\n`);
    return 1;
  }
  await print(process.stdout, json ? reply.json : reply.out);
  if (reply.problem !== '') await print(process.stderr, `${reply.problem}\n`);
  return reply.exitCode;
}

/** Asks the running instance; runs the command here when there is none. */
async function request(asked: ControlRequest, demo: DemoSize | null): Promise<ControlReply | null> {
  const control = newControl(process.platform);
  try {
    let alone = false;
    const reply = await ask(control, asked, PATIENCE, (giveUp) => {
      alone = app.requestSingleInstanceLock({ control: control.address, word: control.word });
      if (alone) giveUp();
    });
    return alone ? await runAlone(asked, demo) : reply;
  } finally {
    control.remove();
  }
}

async function runAlone(asked: ControlRequest, demo: DemoSize | null): Promise<ControlReply> {
  await app.whenReady();
  const [{ openSession }, { runCommand }] = await Promise.all([
    import('../session/session.electron'),
    import('./commands'),
  ]);
  const session = openSession({ demoSize: demo ?? 250 });
  if (demo !== null) await session.startDemo();
  else if (asked.command === 'status') await session.open(true);
  const reply = await runCommand(asked, { session, stays: false, now: Date.now, locale: app.getLocale() });
  session.stop();
  await session.saved();
  return reply;
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

/** Resolves when the text has left: the process ends right after. */
function print(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.write(text, () => resolve());
  });
}
