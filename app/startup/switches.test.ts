import { describe, expect, it } from 'vitest';
import { helpText } from '../texts/status/help';
import { refusedSwitches } from './switches';

describe('the switches of a release', () => {
  it.each([
    '--host-resolver-rules=MAP api.9proxy.com 127.0.0.1:8443',
    '--host-rules=MAP * 127.0.0.1',
    '--ignore-certificate-errors',
    '--ignore-certificate-errors-spki-list=AAAA',
    '--proxy-server=http://127.0.0.1:8080',
    '--proxy-pac-url=http://127.0.0.1/p',
    '--remote-debugging-port=0',
    '--remote-debugging-pipe',
    '--remote-allow-origins=*',
    '--trace-startup=netlog',
    '--trace-startup-file=/tmp/f',
    '--log-net-log=/tmp/f',
    '--net-log-capture-mode=Everything',
    '--enable-logging=file',
    '--log-file=/tmp/f',
    '--v=2',
    '--vmodule=*=9',
    '--ssl-key-log-file=/tmp/f',
    '--utility-cmd-prefix=strace',
    '--renderer-cmd-prefix=gdb',
    '--gpu-launcher=gdb',
    '--disable-seccomp-filter-sandbox',
    '--disable-setuid-sandbox',
    '--single-process',
    '--disable-web-security',
    '--load-extension=/tmp/e',
    '--js-flags=--expose-gc',
    '--inspect',
    '--inspect-brk=0',
    '--allow-running-insecure-content',
    '--disable-site-isolation-trials',
    '--enable-features=NetworkErrorLogging',
    '--enable-features=UseOzonePlatform,NetworkErrorLogging',
    '--enable-blink-features=X',
    '--disable-features=NetworkServiceSandbox',
    '--no-such-switch',
    '--constructor',
    '--toString=1',
    '--no-sandbox=1',
    '--ozone-platform=/tmp/lib.so',
    '--user-data-dir',
    '--',
    '-',
    '-psn_0_1',
  ])('do not include %s', (argument) => {
    expect(refusedSwitches(['--status', argument], 'linux')).toEqual([argument.split('=')[0]]);
  });

  it.each(['-log-net-log=/tmp/f', ' --log-net-log=/tmp/f', '\t--log-net-log=/tmp/f ', '--Log-Net-Log=/tmp/f'])(
    'do not include a switch in another way of writing it: %j',
    (argument) => {
      for (const platform of ['linux', 'win32', 'darwin'] as const)
        expect(refusedSwitches([argument], platform)).toHaveLength(1);
    },
  );

  it('are named without their values, which may be an address or a path', () => {
    expect(refusedSwitches(['--proxy-server=http://user:secret@host', '--v=2'], 'linux')).toEqual([
      '--proxy-server',
      '--v',
    ]);
  });

  it('include all that the help describes', () => {
    const described = helpText().match(/(?<![\w-])--?[a-z][a-z-]*(=\w+)?/g) ?? [];
    expect(described.length).toBeGreaterThan(8);
    expect(refusedSwitches(described, 'linux')).toEqual([]);
  });

  it.each([
    ['--user-data-dir=/home/anna/my profile'],
    [
      '--ozone-platform=wayland',
      '--enable-features=UseOzonePlatform,WaylandWindowDecorations',
      '--enable-wayland-ime=true',
    ],
    ['--ozone-platform-hint=auto', '--gtk-version=4'],
    ['--force-device-scale-factor=1.5', '--lang=pt-BR'],
    ['--password-store=gnome-libsecret', '--disable-gpu', '--force-renderer-accessibility'],
    ['--no-sandbox', '--hidden'],
  ])('include what users of Linux need: %s %s', (...argv) => {
    expect(
      refusedSwitches(
        argv.filter((one) => one !== undefined),
        'linux',
      ),
    ).toEqual([]);
  });

  it('include what macOS and Windows add, there alone', () => {
    expect(refusedSwitches(['-psn_0_123'], 'darwin')).toEqual([]);
    expect(refusedSwitches(['-ToastActivated', '-Embedding'], 'win32')).toEqual([]);
    expect(refusedSwitches(['-psn_0_123', '-ToastActivated'], 'linux')).toHaveLength(2);
  });
});
