// A process that writes a planned change and kills itself at the step that its arguments name, before the step or in the middle of a write.
// Arguments, as JSON: { path, plan, change, copies, step, isHalf }. Prints "done" where it came to its end.
import fs from 'node:fs';
import promises from 'node:fs/promises';
import { z } from 'zod';
import { filePlanSchema } from '../../model/places/file-plan';
import { updateOptions } from './file-update.fixture';
import { writeFileUpdate } from './write-file-update';

const input = z
  .object({
    path: z.string(),
    plan: filePlanSchema,
    change: z.object({ old: z.string(), next: z.string() }),
    copies: z.string(),
    step: z.number(),
    isHalf: z.boolean(),
  })
  .parse(JSON.parse(process.argv[2] ?? ''));

type Step = (this: unknown, ...all: unknown[]) => unknown;
let steps = 0;

/** Ends this process before the call that is the step, or once half of it was written. */
function countSteps(owner: object, names: readonly string[]): void {
  const methods = owner as Record<string, Step>;
  for (const name of names) {
    const original = methods[name];
    if (original === undefined) throw new Error(`There is no ${name}.`);
    methods[name] = function step(...all) {
      const isCounted = !input.isHalf || name === 'write';
      if (isCounted) steps += 1;
      if (!isCounted || steps !== input.step) return original.apply(this, all);
      if (!input.isHalf) return process.kill(process.pid, 'SIGKILL');
      const [bytes, from, length, offset] = all;
      const half = original.call(this, bytes, from, Math.ceil(Number(length) / 2), offset);
      return Promise.resolve(half).then(() => process.kill(process.pid, 'SIGKILL'));
    };
  }
}

const handle = await promises.open(input.path, 'r');
countSteps(Object.getPrototypeOf(handle) as object, ['write', 'sync', 'truncate', 'chmod']);
await handle.close();
countSteps(promises, ['open', 'rename', 'mkdir']);
countSteps(fs, ['openSync', 'writeFileSync', 'fsyncSync', 'renameSync']);
const written = await writeFileUpdate(input.path, input.plan, input.change, updateOptions(input.copies));
if (written.ok) process.stdout.write('done');
