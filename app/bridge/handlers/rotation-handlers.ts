// Calls about regenerating the key, and receipts.
import { failed } from '../../model/problem';
import type { SessionHost } from '../../session/host/session-host';
import { fileDate } from '../../texts/file-date';
import { receiptText } from '../../texts/wizard/receipt';
import { type CallHandlers, succeeded } from '../calls/call-handlers';
import type { rotationCalls } from '../calls/rotation-calls';
import type { DesktopPorts } from './desktop-ports';

/** The handlers over the session that is shown, and the wizard's window. */
export function rotationHandlers(host: SessionHost, desktop: DesktopPorts): CallHandlers<typeof rotationCalls> {
  const rotation = () => host.shown().rotation;
  return {
    'rotation.begin': async ({ entry }) => {
      const begun = await rotation().begin(entry);
      desktop.showWizard();
      return begun;
    },
    'rotation.next': () => rotation().next(),
    'rotation.back': () => rotation().back(),
    'rotation.openDashboard': ({ why }) => rotation().openDashboard(why, desktop.openDashboard),
    'rotation.receive': ({ text }) => rotation().receive(text),
    'rotation.receiveClipboard': async () => rotation().receive(await desktop.readClipboard()),
    'rotation.discardReceived': () => rotation().discardReceived(),
    'rotation.acceptAccount': () => rotation().acceptAccount(),
    'rotation.proveNow': () => rotation().proveNow(),
    'rotation.reveal': () => rotation().reveal(),
    'rotation.copy': () => rotation().copy(),
    'rotation.saveToFile': () => rotation().saveToFile(desktop.saveKey),
    'rotation.noCopyNeeded': () => rotation().noCopyNeeded(),
    'rotation.tick': ({ placeId, ticked }) => rotation().tick([placeId], ticked),
    'rotation.finish': async () => {
      const finished = await rotation().finish();
      if (finished.ok) desktop.closeWizard();
      return finished;
    },
    'rotation.abandon': async () => {
      const abandoned = await rotation().abandon();
      // A rotation of another address may have left a receipt, which the user is to read.
      if (abandoned.ok && rotation().view().current === null) desktop.closeWizard();
      return abandoned;
    },
    'receipt.export': async ({ id }) => {
      const { current, receipts } = rotation().view();
      const receipt = [current, ...receipts].find((one) => one?.id === id && one.finishedAt !== null);
      if (receipt === undefined || receipt === null || receipt.finishedAt === null)
        return failed({ kind: 'bad-input', field: 'id' });
      const { run: lastRun, runs } = host.shown().places.view();
      const run = [lastRun, ...runs].find((one) => one?.rotationId === id) ?? null;
      return desktop.saveReceipt(fileDate(receipt.finishedAt), receiptText(receipt, run, desktop.locale()));
    },
    'wizard.close': () => {
      desktop.closeWizard();
      return succeeded;
    },
  };
}
