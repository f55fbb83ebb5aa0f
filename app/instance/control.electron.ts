// Makes this NineTray reachable for later starts, until it ends.
import { tmpdir } from 'node:os';
import { app } from 'electron';
import type { Caller, ControlReply, ControlRequest } from './control';
import { openControlServer } from './control-server';

/** Where the socket's private folder may be: first where nothing is cleaned away while the user is logged in. */
function folders(): string[] {
  return [process.env['XDG_RUNTIME_DIR'], tmpdir(), app.getPath('userData')].filter((place) => place !== undefined);
}

/** Resolves once later starts find this one; false where they cannot. */
export async function openControl(
  run: (request: ControlRequest, caller: Caller) => Promise<ControlReply>,
): Promise<boolean> {
  const { platform } = process;
  const server = await openControlServer({ platform, profile: app.getPath('userData'), folders: folders(), run });
  if (server === null) return false;
  process.once('exit', server.close);
  return true;
}
