// Says beforehand whether asking a Linux keyring would open a password prompt, by two short questions on the session bus.
// Must not unlock, create or change anything, and no secret goes through here.

/**
 * `open`: answers without a prompt. `would-prompt`: locked, or not set up yet, or not running.
 * `absent`: there is no keyring service. `unknown`: could not be found out.
 */
export type Readiness = 'open' | 'would-prompt' | 'absent' | 'unknown';

/** Runs a program with fixed arguments, for a short time. `missing`: there is no such program. */
export type Run = (
  program: string,
  args: readonly string[],
) => Promise<{ status: 'ended'; code: number | null; output: string } | { status: 'missing' }>;

interface Call {
  destination: string;
  path: string;
  interface: string;
  method: string;
  args: readonly string[];
}

type Reply = { ok: true; output: string } | { ok: false; output: string };

const BUS = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const;

/** How `backend` (Electron's name for the keyring) stands now. Takes some tens of milliseconds; never prompts. */
export async function keyringReadiness(backend: string, run: Run): Promise<Readiness> {
  const ask = createAsk(run);
  if (backend === 'gnome_libsecret') return secretServiceReadiness(ask);
  const wallet = { kwallet: 'kwalletd', kwallet5: 'kwalletd5', kwallet6: 'kwalletd6' }[backend];
  if (wallet !== undefined) return walletReadiness(ask, wallet);
  return 'absent';
}

type Ask = (call: Call) => Promise<Reply | null>;

async function secretServiceReadiness(ask: Ask): Promise<Readiness> {
  const destination = 'org.freedesktop.secrets';
  const notRunning = await whenNotRunning(ask, destination);
  if (notRunning !== null) return notRunning;
  const reply = await ask({
    destination,
    path: '/org/freedesktop/secrets/aliases/default',
    interface: 'org.freedesktop.DBus.Properties',
    method: 'Get',
    args: ['org.freedesktop.Secret.Collection', 'Locked'],
  });
  if (reply === null) return 'unknown';
  // No default collection yet: the service would ask for a password for a new one.
  if (!reply.ok) return /No ?Such|Unknown/i.test(reply.output) ? 'would-prompt' : 'unknown';
  return readinessOf(booleanIn(reply.output), { true: 'would-prompt', false: 'open' });
}

async function walletReadiness(ask: Ask, daemon: string): Promise<Readiness> {
  const destination = `org.kde.${daemon}`;
  const wallet = { destination, path: `/modules/${daemon}`, interface: 'org.kde.KWallet' };
  const notRunning = await whenNotRunning(ask, destination);
  if (notRunning !== null) return notRunning;
  const enabled = await ask({ ...wallet, method: 'isEnabled', args: [] });
  if (enabled?.ok !== true) return 'unknown';
  if (booleanIn(enabled.output) === 'false') return 'absent';
  const name = await ask({ ...wallet, method: 'networkWallet', args: [] });
  const walletName = name?.ok === true ? /[\w.-]+/.exec(name.output.replace(/^\s*s\s+/, ''))?.[0] : undefined;
  if (walletName === undefined) return 'unknown';
  const isOpen = await ask({ ...wallet, method: 'isOpen', args: [walletName] });
  if (isOpen?.ok !== true) return 'unknown';
  return readinessOf(booleanIn(isOpen.output), { true: 'open', false: 'would-prompt' });
}

/** Null when the service runs. Asking a service that does not run would start it, locked, and then it prompts. */
async function whenNotRunning(ask: Ask, service: string): Promise<Readiness | null> {
  const owned = await ask({ ...BUS, method: 'NameHasOwner', args: [service] });
  if (owned?.ok !== true) return 'unknown';
  if (booleanIn(owned.output) === 'true') return null;
  const startable = await ask({ ...BUS, method: 'ListActivatableNames', args: [] });
  if (startable?.ok !== true) return 'unknown';
  const names = startable.output.split(/[^\w.-]+/);
  return names.includes(service) ? 'would-prompt' : 'absent';
}

function booleanIn(output: string): 'true' | 'false' | null {
  return /\btrue\b/.test(output) ? 'true' : /\bfalse\b/.test(output) ? 'false' : null;
}

function readinessOf(answer: 'true' | 'false' | null, meaning: Record<'true' | 'false', Readiness>): Readiness {
  return answer === null ? 'unknown' : meaning[answer];
}

/** Asks with the first of the usual tools that is installed; null when there is none. */
function createAsk(run: Run): Ask {
  let tools = [dbusSend, gdbus, busctl];
  return async (call) => {
    for (const tool of tools) {
      const [program, ...args] = tool(call);
      const ended = await run(program, args);
      if (ended.status === 'missing') continue;
      tools = [tool];
      return { ok: ended.code === 0, output: ended.output };
    }
    return null;
  };
}

type CommandLine = [program: string, ...args: string[]];

function dbusSend(call: Call): CommandLine {
  const args = call.args.map((arg) => `string:${arg}`);
  const method = `${call.interface}.${call.method}`;
  const options = ['--session', '--print-reply=literal', '--reply-timeout=2000', `--dest=${call.destination}`];
  return ['dbus-send', ...options, call.path, method, ...args];
}

function gdbus(call: Call): CommandLine {
  const where = ['--session', '--timeout', '2', '--dest', call.destination, '--object-path', call.path];
  return ['gdbus', 'call', ...where, '--method', `${call.interface}.${call.method}`, ...call.args];
}

function busctl(call: Call): CommandLine {
  const signature = call.args.length === 0 ? [] : ['s'.repeat(call.args.length), ...call.args];
  const where = [call.destination, call.path, call.interface, call.method];
  return ['busctl', '--user', '--timeout=2', '--auto-start=no', 'call', ...where, ...signature];
}
