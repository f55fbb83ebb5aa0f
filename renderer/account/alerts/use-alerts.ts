// Changes one part of the alerts' settings, and remembers why it was refused. Must not hold the settings: main's state does.
import type { Problem, Settings } from '../../../app/bridge/contract';
import { useChange } from '../../settings/use-change';

type AlertSettings = Settings['alerts'];

/** For one control. */
export function useAlerts(settings: Settings): {
  set: (part: Partial<AlertSettings>) => Promise<Problem | null>;
  problem: Problem | null;
} {
  const { change, problem } = useChange();
  return { set: (part) => change({ alerts: { ...settings.alerts, ...part } }), problem };
}
