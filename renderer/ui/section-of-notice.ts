// Where in the settings a problem can be solved, for the buttons that lead there.
import type { SettingsSection } from '../../app/model/lists/areas';
import type { Notice } from '../../app/model/state/app-state';

/** The section of the settings that can solve what a notice reports. */
export function sectionOfNotice(says: Notice['says']): SettingsSection {
  const problem = says.id === 'problem' || says.id === 'partly' ? says.problem : null;
  const isProxy =
    (problem?.kind === 'setting-unusable' && problem.setting === 'proxy') ||
    (problem?.kind === 'unreachable' && problem.why === 'proxy');
  return isProxy ? 'connection' : 'advanced';
}
