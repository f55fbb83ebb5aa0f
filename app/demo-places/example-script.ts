// The demo's gateway, and a script that asks it once a second: what a user's own script sees of a regeneration.
import fs from 'node:fs';
import { dirname } from 'node:path';
import type { AccessService } from '../gateway/access-service';
import { usualConsumerChoices } from '../model/access/consumer';
import type { ExampleScript } from '../model/demo';
import type { Place } from '../model/places/place';
import { demoTexts } from '../texts/demo';
import type { ScriptSettings } from './script/loop';

export interface ScriptPorts {
  /** From 0 to 1. */
  random(): number;
  /** What the script asks for: the path of a read of figures. */
  path(): string;
  /** Starts the script with its settings file in a process of its own. Returns how it is ended. */
  start(settings: string, onCall: (script: ExampleScript) => void): () => void;
}

/** Ports that no system gives to outgoing connections, apart from the user's own gateway. */
const LOWEST_PORT = 20_000;
const PORTS = 12_000;
const TRIES = 10;
/** The longest that the gateway offers: a new user reads the steps of the regeneration. */
const HOLD_SECONDS = 120;

/**
 * Switches the gateway on, at a port that is free, and starts the script. `settings`: the file that it gets (absolute). Returns the place that
 * it is and how it is ended; null where no port is free, or the file cannot be written.
 */
export async function startExampleScript(
  access: AccessService,
  settings: string,
  { random, path, start }: ScriptPorts,
  onCall: (script: ExampleScript) => void,
): Promise<{ place: Place; end(): void } | null> {
  if (!(await switchOn(access, random))) return null;
  const address = access.url();
  const name = demoTexts.about({ text: demoTexts['place-script'] });
  const added = access.add({ ...usualConsumerChoices, name, role: 'figures', holdSeconds: HOLD_SECONDS });
  if (address === null || !added.ok) return null;
  const { id, token } = added.value;
  const content: ScriptSettings = { address, token, path: path() };
  try {
    fs.mkdirSync(dirname(settings), { mode: 0o700 });
    fs.writeFileSync(settings, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  } catch {
    return null;
  }
  const end = start(settings, onCall);
  const place: Place = {
    id: 'demo-script',
    name,
    kind: 'other',
    where: demoTexts['place-script-where'],
    note: '',
    update: { by: 'gateway', path: settings, consumerId: id, address },
  };
  return { place, end };
}

/** Whether it listens. A port may be taken by another program, or reserved. */
async function switchOn(access: AccessService, random: () => number): Promise<boolean> {
  for (let tries = 1; tries <= TRIES; tries += 1) {
    await access.choosePort(LOWEST_PORT + Math.floor(random() * PORTS));
    const listening = await access.setOn(true);
    if (listening.ok) return access.url() !== null;
  }
  return false;
}
