// Keeps Chromium from reporting requests to anyone, in every session of this process.
import { app } from 'electron';
import { withoutReporting, withoutReportingHeaders } from './reporting';

/**
 * Disables reporting. Call it before anything else: Chromium reads its features when the main module has run. Only the features protect:
 * by the time that an answer's headers can be removed, Chromium's network service has acted on them (seen with Electron 33).
 */
export function disableReporting(): void {
  const { commandLine } = app;
  commandLine.appendSwitch('disable-features', withoutReporting(commandLine.getSwitchValue('disable-features')));
  app.on('session-created', ({ webRequest }) => {
    webRequest.onHeadersReceived({ urls: ['http://*/*', 'https://*/*'] }, ({ responseHeaders }, answer) => {
      answer(responseHeaders === undefined ? {} : { responseHeaders: withoutReportingHeaders(responseHeaders) });
    });
  });
}
