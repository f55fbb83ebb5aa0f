// Connects the contract's calls to Electron's IPC; app/bridge/dispatch.ts decides about each.
import { ipcMain, type WebContents } from 'electron';
import type { WindowName } from '../model/window-name';
import { type DispatchOptions, dispatchCall, type Sender } from './dispatch';

/** Answers calls from now on. `windowOf` says which window was made by us with these contents; null: none. */
export function listenToCalls(options: DispatchOptions & { windowOf(contents: WebContents): WindowName | null }): void {
  ipcMain.handle('ninetray:call', (event, name: unknown, input: unknown) => {
    const frame = event.senderFrame;
    const sender: Sender = {
      frameUrl: frame?.url ?? null,
      window: frame !== null && frame === event.sender.mainFrame ? options.windowOf(event.sender) : null,
    };
    return dispatchCall(sender, name, input, options);
  });
}
