// Which lines of Electron's stderr are hidden, and which never are.
import { describe, expect, it } from 'vitest';
import { isNoise } from './stderr-filter.mjs';

describe('noise', () => {
  it.each([
    '',
    '[8945:1122/210412.1:ERROR:bus.cc(407)] Failed to connect to the bus: Could not parse server address',
    '[8945:1122/210412.1:ERROR:object_proxy.cc(576)] Failed to call method: org.freedesktop.DBus.NameHasOwner',
    '[8990:1122/210412.1:ERROR:viz_main_impl.cc(181)] Exiting GPU process due to errors during initialization',
    '[8945:1122/210412.1:ERROR:gl_surface_presentation_helper.cc(260)] GetVSyncParametersIfAvailable() failed',
    'libva error: vaGetDriverNameByIndex() failed',
    '(electron:8945): Gtk-WARNING **: 21:04:12: Theme parsing error',
  ])('hides %j', (line) => {
    expect(isNoise(line)).toBe(true);
  });

  it.each([
    'App threw an error during load',
    'TypeError: Cannot read properties of undefined (reading "show")',
    '    at Object.<anonymous> (/app/out/main/main.electron.js:1:1)',
    '[8945:1122/210412.1:FATAL:electron_main_delegate.cc(290)] Running as root without --no-sandbox is not supported',
    'Error: EACCES: permission denied, open /home/person/.config/NineTray/config.json',
  ])('shows %j', (line) => {
    expect(isNoise(line)).toBe(false);
  });
});
