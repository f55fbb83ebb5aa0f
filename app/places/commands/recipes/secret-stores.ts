// Recipes for stores of secrets and for files on this or another computer.
import { field, objectField, optional, variable } from './fields';
import type { CommandTemplate, Recipe } from './recipe';

const inKubernetes = [
  ['--context', '<context>'],
  ['--namespace', '<namespace>'],
] as const;

/** Never asks: there is nobody to answer. */
const ssh = (...remote: string[]): CommandTemplate => ({
  program: 'ssh',
  arguments: ['-T', '-o', 'BatchMode=yes', '-o', 'ConnectTimeout=10', '--', '<host>', ...remote],
});

const decrypted: CommandTemplate = {
  program: 'systemd-creds',
  arguments: ['decrypt', '--name=<secret>', '<file>', '-'],
};

export const secretStoreRecipes: readonly Recipe[] = [
  {
    // Server-side: `kubectl apply` alone would copy the secret into an annotation. `data`, since `stringData` has no owner there.
    id: 'kubernetes',
    kind: 'container',
    fields: [
      objectField('secret', 'nineproxy'),
      objectField('field', 'NINEPROXY_API_KEY'),
      optional('namespace', 'default'),
      optional('context', 'production'),
    ],
    command: {
      program: 'kubectl',
      arguments: [
        ...inKubernetes,
        'apply',
        '--server-side',
        '--field-manager=ninetray',
        '--force-conflicts',
        '--filename=-',
      ],
    },
    around: {
      before: 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: "<secret>"\ndata:\n  "<field>": "',
      after: '"\n',
      base64: true,
    },
    newline: false,
    repeatable: true,
    probe: { program: 'kubectl', arguments: [...inKubernetes, 'get', 'secret', '<secret>', '--output=name'] },
    readBack: {
      program: 'kubectl',
      arguments: [...inKubernetes, 'get', 'secret', '<secret>', '--output=go-template={{index .data "<field>"}}'],
    },
    effect: 'nothing',
  },
  {
    id: 'vault',
    kind: 'other',
    fields: [field('mount', 'secret'), field('path', 'shop/nineproxy'), objectField('field', 'api_key')],
    command: { program: 'vault', arguments: ['kv', 'patch', '-mount=<mount>', '<path>', '<field>=-'] },
    newline: false,
    repeatable: true,
    probe: { program: 'vault', arguments: ['kv', 'metadata', 'get', '-mount=<mount>', '<path>'] },
    readBack: { program: 'vault', arguments: ['kv', 'get', '-mount=<mount>', '-field=<field>', '<path>'] },
    effect: 'new-version',
  },
  {
    // Node gives programs a socket, which cannot be opened by its name (/dev/stdin: "No such device or address"): cat makes a pipe of it.
    id: 'aws',
    kind: 'other',
    fields: [field('secret', 'shop/nineproxy'), optional('region', 'eu-central-1')],
    command: {
      program: 'sh',
      arguments: [
        '-c',
        'cat | "$@"',
        'sh',
        'aws',
        'secretsmanager',
        'put-secret-value',
        '--secret-id',
        '<secret>',
        '--secret-string',
        'file:///dev/stdin',
        ['--region', '<region>'],
      ],
    },
    newline: false,
    repeatable: true,
    probe: {
      program: 'aws',
      arguments: ['secretsmanager', 'describe-secret', '--secret-id', '<secret>', ['--region', '<region>']],
    },
    readBack: {
      program: 'aws',
      arguments: [
        'secretsmanager',
        'get-secret-value',
        '--secret-id',
        '<secret>',
        '--query',
        'SecretString',
        '--output',
        'text',
        ['--region', '<region>'],
      ],
    },
    effect: 'new-version',
    notOn: ['win32'],
  },
  {
    id: 'google-cloud',
    kind: 'other',
    fields: [field('secret', 'nineproxy'), optional('project', 'shop-123456')],
    command: {
      program: 'gcloud',
      arguments: ['secrets', 'versions', 'add', '<secret>', '--data-file=-', '--quiet', ['--project', '<project>']],
      timeLimit: 60,
    },
    newline: false,
    repeatable: true,
    probe: {
      program: 'gcloud',
      arguments: ['secrets', 'describe', '<secret>', '--quiet', ['--project', '<project>']],
      timeLimit: 60,
    },
    readBack: {
      program: 'gcloud',
      arguments: [
        'secrets',
        'versions',
        'access',
        'latest',
        '--secret=<secret>',
        '--quiet',
        ['--project', '<project>'],
      ],
      timeLimit: 60,
    },
    effect: 'new-version',
  },
  {
    id: 'doppler',
    kind: 'other',
    fields: [field('project', 'shop'), field('config', 'prd'), variable],
    command: {
      program: 'doppler',
      // Without --silent it prints the secret.
      arguments: [
        'secrets',
        'set',
        '<variable>',
        '--silent',
        '--no-interactive',
        '--project',
        '<project>',
        '--config',
        '<config>',
      ],
    },
    newline: false,
    repeatable: true,
    probe: {
      program: 'doppler',
      arguments: ['secrets', '--only-names', '--project', '<project>', '--config', '<config>'],
    },
    readBack: {
      program: 'doppler',
      arguments: ['secrets', 'get', '<variable>', '--plain', '--project', '<project>', '--config', '<config>'],
    },
    effect: 'nothing',
  },
  {
    id: 'sops',
    kind: 'env-file',
    fields: [field('file', '/home/me/shop/secrets.yaml'), field('index', '["nineproxy"]["key"]')],
    command: { program: 'sops', arguments: ['set', '--value-stdin', '<file>', '<index>'] },
    // It reads JSON.
    around: { before: '"', after: '"', base64: false },
    newline: false,
    repeatable: true,
    probe: { program: 'sops', arguments: ['filestatus', '<file>'] },
    readBack: { program: 'sops', arguments: ['decrypt', '--extract', '<index>', '<file>'] },
    effect: 'nothing',
  },
  {
    id: 'systemd-creds',
    kind: 'other',
    fields: [field('secret', 'nineproxy'), field('file', '/etc/credstore.encrypted/nineproxy')],
    command: { program: 'systemd-creds', arguments: ['encrypt', '--name=<secret>', '-', '<file>'] },
    newline: false,
    repeatable: true,
    probe: decrypted,
    readBack: decrypted,
    effect: 'nothing',
    notOn: ['win32', 'darwin'],
  },
  {
    id: 'pass',
    kind: 'other',
    fields: [field('entry', 'work/nineproxy')],
    command: { program: 'pass', arguments: ['insert', '--multiline', '--force', '<entry>'] },
    newline: false,
    repeatable: true,
    probe: { program: 'pass', arguments: ['ls', '<entry>'] },
    readBack: { program: 'pass', arguments: ['show', '<entry>'] },
    effect: 'replaces-all',
    notOn: ['win32'],
  },
  {
    id: 'ssh',
    kind: 'other',
    fields: [field('host', 'me@server'), field('file', '/etc/nineproxy/key')],
    command: ssh('umask 077; cat > <file:sh>'),
    newline: false,
    repeatable: true,
    probe: ssh('test -w <file:sh>'),
    readBack: ssh('cat <file:sh>'),
    effect: 'replaces-all',
  },
  {
    // Built in: what crontab -l prints is patched, and crontab reads it (app/places/commands/crontab.ts).
    id: 'crontab',
    kind: 'scheduled-task',
    fields: [],
    command: { program: 'crontab', arguments: ['-'] },
    newline: false,
    repeatable: true,
    probe: { program: 'crontab', arguments: ['-l'] },
    readBack: { program: 'crontab', arguments: ['-l'] },
    effect: 'next-run',
    notOn: ['win32'],
  },
];
