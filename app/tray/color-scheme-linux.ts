// Whether a Linux desktop prefers dark, whatever theme is chosen for NineTray: asked of the settings portal, and again
// when it is changed. https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html
import { type Connect, watchValue } from '../session-bus/watch-value';

const settings = 'org.freedesktop.portal.Settings';
const [namespace, key] = ['org.freedesktop.appearance', 'color-scheme'];

/** Calls `onChange` with it, now and after each change; null where the desktop has no preference, or no portal. */
export function watchColorScheme(connect: Connect, onChange: (isDark: boolean | null) => void): () => void {
  return watchValue(
    connect,
    {
      rule: `type='signal',interface='${settings}',member='SettingChanged',arg0='${namespace}',arg1='${key}'`,
      isChange: ({ member, body }) => member === 'SettingChanged' && body[0] === namespace && body[1] === key,
      call: {
        destination: 'org.freedesktop.portal.Desktop',
        path: '/org/freedesktop/portal/desktop',
        interface: settings,
        // Every version of the portal has it; ReadOne came later.
        member: 'Read',
        args: [namespace, key],
      },
      read: (answer) => isDark(answer?.[0]),
    },
    onChange,
  );
}

/** 1 prefers dark, 2 prefers light, 0 has no preference. */
function isDark(scheme: unknown): boolean | null {
  if (scheme === 1) return true;
  return scheme === 2 ? false : null;
}
