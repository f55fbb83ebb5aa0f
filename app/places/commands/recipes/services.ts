// Recipes for services that run or build what uses the key.
import { field, optional, variable } from './fields';
import type { Recipe } from './recipe';

const repository = field('repository', 'owner/name', /^[A-Za-z0-9][A-Za-z0-9._/-]{1,299}$/);

export const serviceRecipes: readonly Recipe[] = [
  {
    id: 'github',
    kind: 'ci-secret',
    fields: [repository, variable, optional('environment', 'production')],
    command: {
      program: 'gh',
      arguments: ['secret', 'set', '<variable>', '--repo', '<repository>', ['--env', '<environment>']],
    },
    newline: false,
    repeatable: true,
    probe: { program: 'gh', arguments: ['secret', 'list', '--repo', '<repository>', ['--env', '<environment>']] },
    effect: 'next-run',
  },
  {
    // `glab variable update` would set the variable to unmasked and unprotected by default: this changes the value alone.
    id: 'gitlab',
    kind: 'ci-secret',
    fields: [repository, variable],
    command: {
      program: 'glab',
      arguments: [
        'api',
        '--method',
        'PUT',
        '--silent',
        '--field',
        'value=@-',
        'projects/<repository:uri>/variables/<variable>',
      ],
    },
    newline: false,
    repeatable: true,
    probe: { program: 'glab', arguments: ['variable', 'list', '--repo', '<repository>'] },
    effect: 'next-run',
  },
  {
    id: 'vercel',
    kind: 'ci-secret',
    fields: [field('folder', '/home/me/shop'), variable, field('environment', 'production')],
    command: {
      program: 'vercel',
      arguments: ['env', 'add', '<variable>', '<environment>', '--force'],
      folder: 'folder',
      timeLimit: 60,
    },
    newline: false,
    repeatable: true,
    probe: { program: 'vercel', arguments: ['env', 'ls', '<environment>'], folder: 'folder', timeLimit: 60 },
    effect: 'next-deployment',
  },
  {
    id: 'cloudflare',
    kind: 'ci-secret',
    fields: [field('worker', 'price-watch'), variable, optional('environment', 'production')],
    command: {
      program: 'wrangler',
      arguments: ['secret', 'put', '<variable>', '--name', '<worker>', ['--env', '<environment>']],
      timeLimit: 60,
    },
    newline: false,
    repeatable: true,
    probe: {
      program: 'wrangler',
      arguments: ['secret', 'list', '--name', '<worker>', ['--env', '<environment>']],
      timeLimit: 60,
    },
    effect: 'deploys',
  },
  {
    id: 'fly',
    kind: 'container',
    fields: [field('app', 'price-watch'), variable],
    command: { program: 'fly', arguments: ['secrets', 'import', '--app', '<app>'], timeLimit: 300 },
    around: { before: '<variable>=', after: '', base64: false },
    newline: true,
    repeatable: true,
    probe: { program: 'fly', arguments: ['secrets', 'list', '--app', '<app>'] },
    effect: 'deploys',
  },
];
