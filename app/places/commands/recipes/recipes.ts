// All recipes, hooks and services without a recipe, in the order in which they are offered.
import { field, optional } from './fields';
import type { HookTemplate, ManualRecipe, Recipe } from './recipe';
import { secretStoreRecipes } from './secret-stores';
import { serviceRecipes } from './services';

/** Ways to bring the key to a place by a program. */
export const recipes: readonly Recipe[] = [...serviceRecipes, ...secretStoreRecipes];

/** Ways to restart what uses the key. */
export const hookTemplates: readonly HookTemplate[] = [
  {
    // A restart alone would keep the container's old environment.
    id: 'compose',
    fields: [field('folder', '/home/me/shop'), field('service', 'web')],
    command: {
      program: 'docker',
      arguments: ['compose', 'up', '--detach', '--force-recreate', '<service>'],
      folder: 'folder',
      timeLimit: 120,
    },
  },
  {
    id: 'systemd-user',
    fields: [field('unit', 'scraper.service')],
    command: { program: 'systemctl', arguments: ['--user', 'restart', '<unit>'], timeLimit: 60 },
  },
  {
    id: 'pm2',
    fields: [field('app', 'scraper')],
    command: { program: 'pm2', arguments: ['restart', '<app>'] },
  },
  {
    id: 'rollout',
    fields: [
      field('workload', 'deployment/web', /^[a-z]+\/[a-z0-9][a-z0-9.-]{0,251}$/),
      optional('namespace', 'default'),
      optional('context', 'production'),
    ],
    command: {
      program: 'kubectl',
      arguments: [['--context', '<context>'], ['--namespace', '<namespace>'], 'rollout', 'restart', '<workload>'],
    },
  },
  { id: 'own', fields: [field('line', 'systemctl restart scraper')], command: { program: '', arguments: [] } },
];

/** Heroku's and Netlify's programs take a secret as an argument, which every program of the computer could read. */
export const manualRecipes: readonly ManualRecipe[] = [
  { id: 'heroku', why: 'arguments-only' },
  { id: 'netlify', why: 'arguments-only' },
  { id: 'docker-secret', why: 'immutable' },
];
