import { expect, test } from 'vitest';
import { restartedProgram } from './restarted-program';

const restarted = (program: string, ...args: string[]) =>
  restartedProgram({ program, arguments: args, folder: null, timeLimit: 30 });

test.each([
  [['systemctl', '--user', 'restart', 'scraper.service'], 'scraper.service'],
  [['docker', 'compose', 'up', '--detach', '--force-recreate', 'web'], 'web'],
  [['pm2', 'restart', 'shop'], 'shop'],
  [['kubectl', '--namespace', 'shop', 'rollout', 'restart', 'deployment/web'], 'deployment/web'],
])('%j names what it restarts', ([program = '', ...args], name) => {
  expect(restarted(program, ...args)).toBe(name);
});

test.each([
  [['systemctl', 'daemon-reload']],
  [['systemctl', 'restart']],
  [['docker', 'compose', 'up', '--detach', '--force-recreate']],
  [['docker', 'compose', 'restart', '--no-deps']],
  [['touch', '/srv/shop/restart']],
])('%j does not, and nothing is guessed', ([program = '', ...args]) => {
  expect(restarted(program, ...args)).toBeNull();
});
