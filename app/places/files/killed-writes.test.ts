// A process that writes a file is killed before each step and in the middle of each write: what it leaves is old, new, or mended.
/** @module-tag sweep */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FilePlan } from '../../model/places/file-plan';
import type { KnownChange } from './content/file-change';
import { type FileTestbed, fileTestbed, longerKey, newKey, oldKey, updatedText } from './file-update.fixture';
import { inspectFileUpdate, mendFileUpdate } from './mend-file-update';
import { planFileUpdate } from './plan-file-update';
import { proveFileUpdate } from './prove-file-update';
import { writeFileUpdate } from './write-file-update';

/** More than one range, and more than a page of the disk between them. */
const text = (key: string) => `export A=${key}\r\n${'# rest\n'.repeat(2000)}B="${key}"\n`;
let program: FileTestbed;
let bed: FileTestbed;

beforeAll(async () => {
  program = fileTestbed();
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      outDir: program.folder,
      ssr: true,
      rolldownOptions: {
        input: join(import.meta.dirname, 'killed-writer.fixture.ts'),
        output: { entryFileNames: 'writer.mjs' },
      },
    },
    ssr: { noExternal: true },
  });
}, 60_000);
afterAll(() => fs.rmSync(program.folder, { recursive: true, force: true }));
beforeEach(() => {
  bed = fileTestbed();
});
afterEach(() => fs.rmSync(bed.folder, { recursive: true, force: true }));

/** Whether the process came to its end. */
function writeInProcess(path: string, plan: FilePlan, change: KnownChange, step: number, isHalf: boolean): boolean {
  const input = JSON.stringify({ path, plan, change, copies: bed.at('copies'), step, isHalf });
  const { signal, stdout, stderr } = spawnSync(process.execPath, [program.at('writer.mjs'), input], {
    encoding: 'utf8',
  });
  if (signal !== 'SIGKILL' && stdout !== 'done') throw new Error(`The writer failed: ${stderr}`);
  return stdout === 'done';
}

async function planOf(path: string, change: KnownChange, strategy: FilePlan['strategy']): Promise<FilePlan> {
  const plan = await planFileUpdate(path, change, bed.options);
  if (!plan.ok) throw new Error(plan.problem.kind);
  return { ...plan.value, strategy };
}

/** What is beside the file and among the encrypted copies. */
function leftovers(): string[] {
  const copies = fs.existsSync(bed.at('copies')) ? fs.readdirSync(bed.at('copies')) : [];
  return [...fs.readdirSync(bed.folder).filter((name) => name !== '.env' && name !== 'copies'), ...copies];
}

describe.skipIf(process.platform === 'win32')('a write that is killed', () => {
  it.each([
    ['patch', newKey, ['mended', 'new', 'old']],
    ['replace', longerKey, ['new', 'old']],
    ['rewrite', longerKey, ['mended', 'old']],
    ['rewrite', 'short', ['mended', 'new', 'old']],
  ] as const)(
    'at any step of a %s leaves a file that is old, new or mended',
    async (strategy, next, expected) => {
      const change = { old: oldKey, next };
      const ends = new Set<string>();
      for (const isHalf of [false, true]) {
        for (let step = 1, isDone = false; !isDone; step += 1) {
          const path = bed.write('.env', text(oldKey));
          const plan = await planOf(path, change, strategy);
          isDone = writeInProcess(path, plan, change, step, isHalf);
          const proof = isDone ? await proveFileUpdate(path, plan, change, bed.options) : null;
          expect(proof?.ok ?? true).toBe(true);
          const found = await inspectFileUpdate(path, plan, change, bed.options);
          const mended = await mendFileUpdate(path, plan, change, bed.options);
          const end = mended.ok ? mended.value : mended.problem.kind;
          expect([found, end, step]).toEqual([end === 'mended' ? 'torn' : end, end, step]);
          expect(fs.readFileSync(path, 'utf8')).toBe(text(end === 'old' ? oldKey : next));
          expect(leftovers()).toEqual([]);
          if (!isDone) ends.add(end);
        }
      }
      expect([...ends].sort()).toEqual(expect.arrayContaining([...expected]));
      expect(ends).not.toContain('file-blocked');
    },
    120_000,
  );
});

describe('a file that was cut off', () => {
  const change = { old: oldKey, next: newKey };
  const torn = (strategy: FilePlan['strategy']) => {
    const path = bed.write('.env', text(oldKey));
    return planOf(path, change, strategy).then((plan) => ({ path, plan }));
  };
  const half = newKey.slice(0, 12) + oldKey.slice(12);

  it('is mended where the range is partly each key and the rest is equal', async () => {
    const { path, plan } = await torn('patch');
    fs.writeFileSync(path, text(oldKey).replace(oldKey, half));
    expect(await mendFileUpdate(path, plan, change, bed.options)).toEqual({ ok: true, value: 'mended' });
    expect(fs.readFileSync(path, 'utf8')).toBe(text(newKey));
  });

  it.each([
    ['the rest was edited', (all: string) => all.replace(oldKey, half).replace('# rest', '# edit')],
    ['another key is in its place', (all: string) => all.replace(oldKey, oldKey.replaceAll(/[a-z]/g, 'q'))],
    ['something was added', (all: string) => `${all.replace(oldKey, half)}\n`],
  ])('is left as it is where %s', async (_what, edit) => {
    const { path, plan } = await torn('patch');
    fs.writeFileSync(path, edit(text(oldKey)));
    expect(await inspectFileUpdate(path, plan, change, bed.options)).toBe('unsure');
    expect(await mendFileUpdate(path, plan, change, bed.options)).toMatchObject({ problem: { why: 'unsure' } });
    expect(fs.readFileSync(path, 'utf8')).toBe(edit(text(oldKey)));
  });

  it('is left as it is where it was rewritten and its copy is gone', async () => {
    const { path, plan } = await torn('rewrite');
    fs.writeFileSync(path, text(oldKey).replace(oldKey, half));
    expect(await mendFileUpdate(path, plan, change, bed.options)).toMatchObject({ problem: { why: 'unsure' } });
  });

  it('is not mended in another file that took its name', async () => {
    const { path, plan } = await torn('patch');
    bed.write('other', text(oldKey).replace(oldKey, half));
    fs.renameSync(bed.at('other'), path);
    expect(await inspectFileUpdate(path, plan, change, bed.options)).toBe('unsure');
  });

  it('is not proved', async () => {
    const { path, plan } = await torn('patch');
    fs.writeFileSync(path, text(oldKey).replace(oldKey, half));
    expect(await proveFileUpdate(path, plan, change, bed.options)).toMatchObject({ problem: { why: 'changed' } });
  });

  it('keeps what has another name than the plan has for its new file', async () => {
    const { path, plan } = await torn('replace');
    bed.write('.ninetray-0000000000000000.tmp', 'not of this plan');
    bed.write(plan.temporary, 'of this plan');
    expect(await mendFileUpdate(path, plan, change, bed.options)).toEqual({ ok: true, value: 'old' });
    expect(leftovers()).toEqual(['.ninetray-0000000000000000.tmp']);
  });

  it('can be planned and updated again once it is as before', async () => {
    const { path, plan } = await torn('rewrite');
    expect(await mendFileUpdate(path, plan, change, bed.options)).toEqual({ ok: true, value: 'old' });
    expect((await writeFileUpdate(path, plan, change, bed.options)).ok).toBe(true);
    expect(fs.readdirSync(bed.at('copies'))).toHaveLength(1);
    expect(fs.readFileSync(join(bed.at('copies'), `${plan.temporary}.sealed`), 'utf8')).not.toContain(oldKey);
    expect((await proveFileUpdate(path, plan, change, bed.options)).ok).toBe(true);
    expect(leftovers()).toEqual([]);
    expect(await updatedText(path, { old: newKey, next: oldKey }, bed.options)).toBe(text(oldKey));
  });
});
