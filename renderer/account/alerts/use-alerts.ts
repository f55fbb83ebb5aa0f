// Changes one part of the alerts' settings, and remembers why it was refused. The settings themselves are in main's
// state.
import type { Settings } from '../../../app/model/settings';
import type { Problem } from '../../../app/model/problem';
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
