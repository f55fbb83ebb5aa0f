// Whether Xfce's panel is dark, which has a theme and colours of its own. Asked over the session bus, and again when it is changed.
// Other desktops' panels go with the system (panel-brightness.ts).
import { type Connect, watchValue } from '../session-bus/watch-value';

/**
 * Calls `onChange` with whether the panel is dark, now and after each change of it; null where it does not say, or there is no Xfce.
 * Returns what stops it.
 */
export function watchXfcePanel(connect: Connect, onChange: (isDark: boolean | null) => void): () => void {
  return watchValue(
    connect,
    {
      rule: "type='signal',interface='org.xfce.Xfconf',member='PropertyChanged',arg0='xfce4-panel'",
      isChange: ({ member, body }) => member === 'PropertyChanged' && body[0] === 'xfce4-panel',
      call: {
        destination: 'org.xfce.Xfconf',
        path: '/org/xfce/Xfconf',
        interface: 'org.xfce.Xfconf',
        member: 'GetAllProperties',
        args: ['xfce4-panel', '/panels'],
      },
      read: (answer) => panelColour(answer?.[0]),
    },
    onChange,
  );
}

/** Of xfce4-panel's properties below /panels: the first panel's own colour, else the dark mode of all. */
export function panelColour(properties: unknown): boolean | null {
  const known = new Map<string, unknown>();
  for (const entry of Array.isArray(properties) ? properties : [])
    if (Array.isArray(entry) && typeof entry[0] === 'string') known.set(entry[0], entry[1]);
  const names = [...known.keys()].map((name) => /^\/panels\/panel-(\d+)\//.exec(name)?.[1]);
  const first = names.filter((name) => name !== undefined).sort((a, b) => Number(a) - Number(b))[0];
  if (first !== undefined && known.get(`/panels/panel-${first}/background-style`) === 1) {
    const colour = known.get(`/panels/panel-${first}/background-rgba`);
    const dark = isDarkColour(colour);
    if (dark !== null) return dark;
  }
  const mode = known.get('/panels/dark-mode');
  return typeof mode === 'boolean' ? mode : null;
}

/** Null for what is not a colour, and for a transparent one. */
function isDarkColour(rgba: unknown): boolean | null {
  if (!Array.isArray(rgba) || rgba.length < 4) return null;
  const [red, green, blue, alpha] = rgba.map(Number);
  const light = 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
  return Number.isFinite(light) && (alpha ?? 0) >= 0.5 ? light < 0.5 : null;
}
