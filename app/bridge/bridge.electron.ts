// Puts the contract's calls on Electron's wire. Decides nothing; app/bridge/handle.ts does.
import { ipcMain, type WebContents } from 'electron';
import { type AnswerOptions, answerCall } from './handle';

/** Answers calls from now on. `isOurs` says whether a window was made by us. */
export function listenToCalls(options: AnswerOptions & { isOurs(contents: WebContents): boolean }): void {
  ipcMain.handle('ninetray:call', (event, name: unknown, input: unknown) => {
    const frame = event.senderFrame;
    const sender = {
      frameUrl: frame?.url ?? null,
      isMainFrameOfOurs: frame !== null && frame === event.sender.mainFrame && options.isOurs(event.sender),
    };
    return answerCall(sender, name, input, options);
  });
}
