import { type Bus, type BusOptions, busPath, connectBus } from '../session-bus/session-bus';

/** Connects to the session bus of the user; null where there is none. */
export async function connectSessionBus(hear: Pick<BusOptions, 'onSignal' | 'onClosed'>): Promise<Bus | null> {
  const path = busPath(process.env);
  return path === null ? null : connectBus({ path, uid: process.getuid?.() ?? 0, ...hear });
}
