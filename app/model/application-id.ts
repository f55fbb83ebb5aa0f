// The name by which installers, desktops and systems know NineTray. It is final: what is installed goes by it, and
// another one would be another application to them. It is also in electron-builder.yml (appId) and in package.json
// (desktopName).

/** The AppUserModelID on Windows, the bundle on macOS; with `.desktop` the menu entry and the autostart entry on Linux. */
export const applicationId = 'io.github.ninetray.NineTray';

/** The one before 0.1.0, which only builds for trying out had. */
export const formerApplicationId = 'io.github.ninetray';
