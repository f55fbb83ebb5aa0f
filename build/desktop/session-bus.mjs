// The session bus of a desktop.
import fs from 'node:fs';
import path from 'node:path';

const services = '/usr/share/dbus-1/services';
/** What the bus may start automatically: the keyring's prompt and the panel's settings. Never a keyring: a test decides whether there is one. */
const activatable = [
  'org.gnome.keyring.SystemPrompter.service',
  'org.gnome.keyring.PrivatePrompter.service',
  'org.xfce.Xfconf.service',
];

function busConfig(folder) {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${folder}/bus</listen>
  <auth>EXTERNAL</auth>
  <servicedir>${folder}/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;
}

/**
 * Starts the bus and sets DBUS_SESSION_BUS_ADDRESS.
 * @param {import('./context.mjs').DesktopContext} context
 */
export async function openSessionBus({ folder, env, log, start, firstLine }) {
  fs.mkdirSync(path.join(folder, 'services'));
  for (const name of activatable) {
    const file = path.join(services, name);
    if (fs.existsSync(file)) fs.copyFileSync(file, path.join(folder, 'services', name));
  }
  const config = path.join(folder, 'bus.conf');
  fs.writeFileSync(config, busConfig(folder));
  const args = [`--config-file=${config}`, '--nofork', '--nopidfile', '--nosyslog', '--print-address=1'];
  const bus = start('dbus-daemon', args, ['ignore', 'pipe', log]);
  env.DBUS_SESSION_BUS_ADDRESS = await firstLine(bus, bus.stdout, 'the session bus');
}
