/** @module-tag sweep */
import { homedir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeUpdateSchema } from '../../../model/places/place';
import { recipeListSchema } from '../../../model/places/recipe';
import { type FieldValues, hookCommand, recipeList, recipeUpdate } from '../recipe-update';
import { openPrograms, type Programs } from '../stand-in.fixture';
import { proveByCommand, updateByCommand } from '../update-by-command';
import { hookTemplates, manualRecipes, recipes } from './recipes';

const key = 'Zq81x.Kd_0-vTe93LmUw';
const oldKey = 'Hh72y.Pa_4-rNc58SbXe';
const inBase64 = Buffer.from(key).toString('base64');

interface Expected {
  /** Other than the command's own. */
  program?: string;
  argv: string[];
  stdin?: string;
  /** What the program prints for a place that has the new key. */
  prints?: string;
}

const manifest = `apiVersion: v1
kind: Secret
metadata:
  name: "nineproxy"
data:
  "NINEPROXY_API_KEY": "${inBase64}"
`;

/** What each recipe runs with the examples of all its fields. */
const expected: Record<string, Expected> = {
  github: { argv: ['secret', 'set', 'NINEPROXY_API_KEY', '--repo', 'owner/name', '--env', 'production'] },
  gitlab: {
    argv: [
      'api',
      '--method',
      'PUT',
      '--silent',
      '--field',
      'value=@-',
      'projects/owner%2Fname/variables/NINEPROXY_API_KEY',
    ],
  },
  vercel: { argv: ['env', 'add', 'NINEPROXY_API_KEY', 'production', '--force'] },
  cloudflare: { argv: ['secret', 'put', 'NINEPROXY_API_KEY', '--name', 'price-watch', '--env', 'production'] },
  fly: { argv: ['secrets', 'import', '--app', 'price-watch'], stdin: `NINEPROXY_API_KEY=${key}\n` },
  kubernetes: {
    argv: [
      '--context',
      'production',
      '--namespace',
      'default',
      'apply',
      '--server-side',
      '--field-manager=ninetray',
      '--force-conflicts',
      '--filename=-',
    ],
    stdin: manifest,
    prints: inBase64,
  },
  vault: { argv: ['kv', 'patch', '-mount=secret', 'shop/nineproxy', 'api_key=-'], prints: key },
  aws: {
    program: 'aws',
    argv: [
      'secretsmanager',
      'put-secret-value',
      '--secret-id',
      'shop/nineproxy',
      '--secret-string',
      'file:///dev/stdin',
      '--region',
      'eu-central-1',
    ],
    prints: `${key}\n`,
  },
  'google-cloud': {
    argv: ['secrets', 'versions', 'add', 'nineproxy', '--data-file=-', '--quiet', '--project', 'shop-123456'],
    prints: key,
  },
  doppler: {
    argv: [
      'secrets',
      'set',
      'NINEPROXY_API_KEY',
      '--silent',
      '--no-interactive',
      '--project',
      'shop',
      '--config',
      'prd',
    ],
    prints: `${key}\n`,
  },
  sops: {
    argv: ['set', '--value-stdin', '/home/me/shop/secrets.yaml', '["nineproxy"]["key"]'],
    stdin: `"${key}"`,
    prints: key,
  },
  'systemd-creds': {
    argv: ['encrypt', '--name=nineproxy', '-', '/etc/credstore.encrypted/nineproxy'],
    prints: key,
  },
  pass: { argv: ['insert', '--multiline', '--force', 'work/nineproxy'], prints: `${key}\n` },
  ssh: {
    argv: [
      '-T',
      '-o',
      'BatchMode=yes',
      '-o',
      'ConnectTimeout=10',
      '--',
      'me@server',
      "umask 077; cat > '/etc/nineproxy/key'",
    ],
    prints: key,
  },
  crontab: {
    argv: ['-'],
    stdin: `0 * * * * K=${key} run\n`,
    prints: `0 * * * * K=${key} run\n`,
  },
};

const examples = (recipe: { fields: (typeof recipes)[number]['fields'] }, more: FieldValues = {}): FieldValues => ({
  ...Object.fromEntries(recipe.fields.map(({ id, example }) => [id, example])),
  ...more,
});

describe.skipIf(process.platform === 'win32')('recipes', () => {
  let programs: Programs;
  beforeEach(() => {
    programs = openPrograms();
  });
  afterEach(() => programs.remove());

  const update = (id: string, values: FieldValues) => {
    const made = recipeUpdate(id, values, 'linux');
    if (!made.ok) throw new Error(`${id}: ${JSON.stringify(made.problem)}`);
    return made.value;
  };
  const options = () => ({ secrets: [key, oldKey], env: { ...programs.env, NINEPROXY_API_KEY: oldKey } });

  it('has what is expected of every recipe', () => {
    expect(Object.keys(expected).sort()).toEqual(recipes.map(({ id }) => id).sort());
  });

  it.each(recipes)('$id gives the key to its program on standard input only, and proves it', async (recipe) => {
    const { program, argv, stdin = key, prints } = expected[recipe.id] ?? { argv: [] };
    const made = update(recipe.id, examples(recipe, { folder: programs.files }));
    expect(placeUpdateSchema.parse(made.update)).toEqual(made.update);
    const name = program ?? recipe.command.program;
    programs.add(name, recipe.id === 'crontab' ? { stdout: `0 * * * * K=${oldKey} run\n` } : {});
    const done = await updateByCommand(made.update, { old: oldKey, next: key }, options());
    expect(done).toMatchObject({ ok: true, value: { exit: 0, printedSecret: recipe.id === 'crontab' } });
    const call = programs.calls(name).at(-1);
    expect(call?.argv).toEqual(argv);
    expect(call?.stdin).toBe(stdin);
    for (const each of programs.calls(name)) {
      expect(JSON.stringify([each.argv, each.env])).not.toMatch(/Zq81x|Hh72y/);
      expect(JSON.stringify([each.argv, each.env])).not.toContain(inBase64);
    }
    expect(call?.cwd).toBe(recipe.command.folder === undefined ? homedir() : programs.files);

    expect(made.proof).toBe(prints === undefined ? 'exit' : 'read-back');
    programs.add(name, { stdout: prints ?? '' });
    expect(await proveByCommand(made.update, { old: oldKey, next: key }, options())).toEqual({
      ok: true,
      value: made.proof,
    });
  });

  it.each(recipes.filter(({ readBack }) => readBack !== undefined))(
    '$id is not proved where its place has another key, or cannot be read',
    async (recipe) => {
      const made = update(recipe.id, examples(recipe, { folder: programs.files }));
      const name = made.update.readBack?.program ?? '';
      const prove = () => proveByCommand(made.update, { old: oldKey, next: key }, options());
      programs.add(name, { stdout: `${oldKey}\n` });
      expect(await prove()).toMatchObject({ problem: { kind: 'command-failed', why: 'not-proved' } });
      programs.add(name, { stdout: `${key}x` });
      expect(await prove()).toMatchObject({ problem: { kind: 'command-failed', why: 'not-proved' } });
      programs.add(name, { stdout: key, exit: 5 });
      expect(await prove()).toMatchObject({ problem: { kind: 'command-failed', why: 'exit', exit: 5 } });
    },
  );

  it.each(recipes)('$id leaves out what is optional, and refuses what a program would take as an option', (recipe) => {
    const optionals = recipe.fields.filter(({ required }) => !required).map(({ id }) => [id, '']);
    const bare = update(recipe.id, { ...examples(recipe), ...Object.fromEntries(optionals) });
    expect(JSON.stringify(bare.update)).not.toMatch(/<[a-z]+(:[a-z]+)?>/);
    for (const { id, required } of recipe.fields) {
      for (const bad of ['--help', '-x', 'a\nb', ...(required ? ['', ' '] : [])]) {
        expect(recipeUpdate(recipe.id, examples(recipe, { [id]: bad }), 'linux')).toEqual({
          ok: false,
          problem: { kind: 'bad-input', field: id },
        });
      }
    }
  });

  it('quotes a path for the shell of another computer', () => {
    const { command } = update('ssh', { host: 'me@server', file: "it's $(id) here" }).update;
    expect(command.arguments.at(-1)).toBe(`umask 077; cat > 'it'\\''s $(id) here'`);
  });

  it('does not offer a recipe where its program does not work, or one that does not exist', () => {
    for (const id of ['aws', 'pass', 'crontab', 'nothing']) {
      expect(recipeUpdate(id, {}, 'win32')).toEqual({ ok: false, problem: { kind: 'not-offered' } });
    }
  });

  it('writes no key into a format that would need other characters escaped', async () => {
    const made = update('sops', examples({ fields: recipes.find(({ id }) => id === 'sops')?.fields ?? [] }));
    programs.add('sops');
    const done = await updateByCommand(made.update, { old: null, next: 'a"b:c' }, options());
    expect(done).toMatchObject({ problem: { kind: 'key-shape' } });
    expect(programs.calls('sops')).toEqual([]);
  });

  it('gives the AWS program a pipe that can be opened by its name', async () => {
    const recipe = recipes.find(({ id }) => id === 'aws');
    const made = update('aws', examples(recipe ?? { fields: [] }));
    programs.add('aws', {
      isDeaf: true,
      script: "process.stdout.write(String(fs.readFileSync('/dev/stdin').length));",
    });
    const done = await updateByCommand(made.update, { old: oldKey, next: key }, options());
    expect(done).toMatchObject({ value: { exit: 0, output: String(key.length) } });
    programs.add('aws', { exit: 7 });
    expect(await updateByCommand(made.update, { old: oldKey, next: key }, options())).toMatchObject({
      value: { exit: 7 },
    });
  });

  it('has hooks that restart, and the user’s own command line without a shell', () => {
    const commands = hookTemplates.map((template) => hookCommand(template.id, examples(template)));
    expect(commands.map((each) => each.ok && [each.value.program, ...each.value.arguments].join(' '))).toEqual([
      'docker compose up --detach --force-recreate web',
      'systemctl --user restart scraper.service',
      'pm2 restart scraper',
      'kubectl --context production --namespace default rollout restart deployment/web',
      'systemctl restart scraper',
    ]);
    expect(hookCommand('own', { line: `tool "a b" 'c d' $HOME ; | > x` })).toMatchObject({
      value: { program: 'tool', arguments: ['a b', 'c d', '$HOME', ';', '|', '>', 'x'] },
    });
    expect(hookCommand('own', { line: ' ' })).toMatchObject({ problem: { kind: 'bad-input', field: 'line' } });
  });

  it('is listed with its fields for this system, without its commands', () => {
    expect(recipeList('linux').recipes).toHaveLength(recipes.length);
    const ids = recipeList('win32').recipes.map(({ id }) => id);
    expect(ids).toContain('github');
    expect(ids).not.toContain('crontab');
    expect(recipeListSchema.parse(recipeList('darwin'))).toEqual(recipeList('darwin'));
  });

  it('names the services whose programs would show the key to others', () => {
    expect(manualRecipes.map(({ id }) => id)).toEqual(['heroku', 'netlify', 'docker-secret']);
  });
});
