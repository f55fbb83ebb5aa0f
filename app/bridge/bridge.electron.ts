// Puts the contract on Electron's wires: calls in, pushes out. Decides nothing; app/bridge/handle.ts does.
import { type BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import { type AnswerOptions, answerCall } from './handle';
import type { Push, PushName } from './contract';

/** Answers calls from now on. `isOurs` says whether a window was made by us. */
export function listenToCalls(options: AnswerOptions & { isOurs(webContentsId: number): boolean }): void {
  ipcMain.handle('ninetray:call', (event: IpcMainInvokeEvent, name: unknown, input: unknown) => {
    const frame = event.senderFrame;
    const sender = {
      frameUrl: frame?.url ?? null,
      isMainFrameOfOurs: frame !== null && frame === event.sender.mainFrame && options.isOurs(event.sender.id),
    };
    return answerCall(sender, name, input, options);
  });
}

/** Sends a push to a window, if it is still there. */
export function push<N extends PushName>(window: BrowserWindow | null, name: N, message: Push<N>): void {
  if (window === null || window.isDestroyed() || window.webContents.isDestroyed()) return;
  window.webContents.send(`ninetray:${name}`, message);
}
