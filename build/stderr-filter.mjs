// Which lines of Electron's stderr say nothing about the application: GPU, bus and toolkit complaints of a bare
// machine. Everything that is not listed here is shown.
import { createInterface } from 'node:readline';

const harmless = [
  /:ERROR:(dbus\/)?(bus|object_proxy)\.cc/,
  /:ERROR:(components\/)?(viz|gpu|gl|ui)\b.*\.cc/,
  /:(ERROR|WARNING):[\w/]*(viz_main_impl|gpu_|gl_|angle_|egl_|vaapi_|sandbox_linux|command_buffer|x11_|wayland|xdg_|zygote)[\w]*\.cc/,
  /:ERROR:[\w/]*(network_service_instance_impl|gcm|registration_request|mcs_client)\w*\.cc/,
  /:ERROR:[\w/]*(atom_cache|policy_logger|cert_verify_proc)\w*\.cc/,
  /^(libva|MESA|libGL|dri|glx)\b.*: /i,
  /Gtk-(WARNING|Message|CRITICAL)/,
  /(dconf|GLib-GIO|GVFS|libnotify|Gdk)-(WARNING|Message|CRITICAL)/,
  /^Warning: .* is not in the list of known options, but still passed to Electron\/Chromium\.$/,
];

/** Whether a line of Electron's stderr is known noise. */
export function isNoise(line) {
  return line.trim() === '' || harmless.some((pattern) => pattern.test(line));
}

/** Passes on a process's stderr, without the noise. */
export function passOn(stream, to = process.stderr) {
  createInterface(stream).on('line', (line) => {
    if (!isNoise(line)) to.write(`${line}\n`);
  });
}
