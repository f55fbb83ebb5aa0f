// The log file. Takes names of events and plain figures, never an error's message, an address or a text from outside: any of those may
// carry the key.
import { join } from 'node:path';
import { app } from 'electron';
// Not its `main`: that one opens channels for windows that log. Ours do not, and the contract is the only way in.
import log from 'electron-log/node';
import { errorFacts } from './error-facts';
import { hasRoomForLog } from './log-file';

export type Facts = Record<string, string | number | boolean | null>;

export interface Log {
  event(name: string, facts?: Facts): void;
  /** An unexpected error: its kind and where it came from, not its message. */
  unexpected(where: string, error: unknown): void;
}

/** The log of this profile: `logs/main.log`, at most 1 MB and one older file. */
export function openLog(): Log {
  log.transports.console.level = false;
  log.transports.file.level = 'info';
  log.transports.file.maxSize = 1_000_000;
  log.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  log.transports.file.resolvePathFn = logPath;
  return {
    event(name, facts = {}) {
      if (hasRoomForLog(logPath())) log.info(name, facts);
    },
    unexpected(where, error) {
      if (hasRoomForLog(logPath())) log.error('unexpected', { where, ...errorFacts(error) });
    },
  };
}

function logPath(): string {
  return join(app.getPath('userData'), 'logs', 'main.log');
}
