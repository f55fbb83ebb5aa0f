// What one test file runs in: a desktop of its own, a home and a profile, the demo server, and the applications started
// there. It leaves nothing behind: every process and folder goes when the file ends.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type Desktop, openDesktop } from '../../build/desktop/desktop.mjs';
import type { Notifications } from '../../build/desktop/notifications.mjs';
import { picture } from '../../build/desktop/screen.mjs';
import { type DemoServer, startDemoServer } from './demo-server';
import { evidenceFolder, launchApp, type LaunchOptions, type RunningApp } from './running-app';

export interface TestEnvironmentOptions {
  /** Linux: who shows tray items; a `watcher` of ours when left out. */
  tray?: 'watcher' | 'panel' | 'none';
  /** Linux: whether a service shows notifications; none when left out. */
  notifications?: boolean;
  /** Linux: the keyring at the start; none when left out. */
  keyring?: 'unlocked' | 'locked' | 'absent';
  /** Linux: the size of the display, such as 800x480. */
  screen?: string;
}

export interface TestEnvironment {
  /** The environment variables of every program here. */
  readonly env: NodeJS.ProcessEnv;
  /** Linux only: display, tray, keyring. Throws elsewhere. */
  readonly desktop: Desktop;
  /** The notifications that are shown. Throws unless they were requested on Linux. */
  readonly notifications: Notifications;
  /** The profile folder that `launch` uses when it is given no other. */
  readonly profile: string;
  /** A new empty folder that is removed at the end. */
  folder(name: string): string;
  /** Starts the application here. `env` is added to this one's. */
  launch(options?: Partial<LaunchOptions>): Promise<RunningApp>;
  /** A 9Proxy of its own, with the arguments of the demo's process. */
  demoServer(args?: readonly string[]): Promise<DemoServer>;
  /** Saves a picture of the whole display for inspection, and returns its path. */
  picture(name: string): Promise<string>;
}

/** What the test runner put into the environment for itself, and no application should see. */
const runnersOwn = /^(NODE_|VITEST|npm_|TEST$|PROD$|DEV$|MODE$|ELECTRON_|NINETRAY_(?!DESKTOP))/;

/** Makes an environment for the test file that calls it. */
export function openTestEnvironment({
  tray = 'watcher',
  notifications = false,
  keyring = 'absent',
  screen = '1280x800',
}: TestEnvironmentOptions = {}): TestEnvironment {
  let folder = '';
  let desktop: Desktop | null = null;
  let env: NodeJS.ProcessEnv = {};
  const apps: RunningApp[] = [];
  const servers: DemoServer[] = [];

  const stage: TestEnvironment = {
    get env() {
      return env;
    },
    get desktop() {
      if (desktop === null) throw new Error('This stage has no desktop of its own.');
      return desktop;
    },
    get notifications() {
      if (!desktop?.notifications) throw new Error('Nobody shows notifications on this stage.');
      return desktop.notifications;
    },
    get profile() {
      return join(folder, 'profile');
    },
    folder: (name) => mkdtempSync(join(folder, `${name}-`)),
    async launch(options = {}) {
      const app = await launchApp({ profile: stage.profile, ...options, env: { ...env, ...options.env } });
      apps.push(app);
      return app;
    },
    async demoServer(args) {
      const server = await startDemoServer(env, args);
      servers.push(server);
      return server;
    },
    async picture(name) {
      mkdirSync(evidenceFolder, { recursive: true });
      const file = join(evidenceFolder, `${name}.png`);
      await picture(stage.desktop.env, file);
      return file;
    },
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ninetray-stage-'));
    if (process.platform === 'linux') {
      desktop = await openDesktop({ tray, notifications, screen });
      // Which keyring Chromium asks depends on the desktop's name.
      desktop.env.XDG_CURRENT_DESKTOP = tray === 'panel' ? 'XFCE' : 'GNOME';
      await desktop.setKeyring(keyring);
    }
    const given = Object.entries(desktop?.env ?? process.env);
    const kept = given.filter(([name]) => !runnersOwn.test(name) && !/^(LC_|LANG)/.test(name));
    // The least that a system reports about its language: what works with it works with any.
    env = { ...Object.fromEntries(kept), LANG: 'C.UTF-8' };
  });

  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    const name = `failed-${task.name.replaceAll(/\W+/g, '-')}`;
    mkdirSync(evidenceFolder, { recursive: true });
    writeFileSync(join(evidenceFolder, `${name}.log`), apps.map((app) => app.output()).join('\n--------\n'));
    if (desktop) await stage.picture(name);
  });

  afterAll(async () => {
    for (const app of apps) await app.kill();
    for (const server of servers) await server.stop();
    await desktop?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  return stage;
}
