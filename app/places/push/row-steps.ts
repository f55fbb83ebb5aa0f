// What is done for one row or one group of a run: each step is journalled before its act, so that after a kill the state alone tells how far
// it got. A dead key is never written back.
import type { FilePlan } from '../../model/places/file-plan';
import type { Problem } from '../../model/problem';
import type { CommandEnd, FileWay, Keys, PlacesPorts } from '../ports';
import type { RowChange } from './run-journal';
import type { StoredRow } from '../documents/run-document';

/** Records a change of the rows that a step is about; false: no act may follow. */
export type RecordChange = (change: RowChange) => Promise<boolean>;

export interface StepPorts extends Pick<PlacesPorts, 'files' | 'commands' | 'clock' | 'tick'> {
  /** Of the hashes in the run's plans. */
  salt(): Buffer;
}

export interface RunKeys {
  /** Null: it is no longer stored. */
  old: string | null;
  next: string;
}

/** Brings the new key to the row's place, and proves it. */
export async function update(ports: StepPorts, row: StoredRow, keys: RunKeys, record: RecordChange): Promise<void> {
  const { place } = row;
  if (place.update?.by === 'command') await updateByCommand(ports, row, keys, record);
  else if (place.update?.by !== 'file') await record({ state: 'manual' });
  else if (keys.old === null) await record({ state: 'manual', problem: { kind: 'key-missing' } });
  else await updateFile(ports, row, place.update, { old: keys.old, next: keys.next }, record);
}

async function updateFile(
  ports: StepPorts,
  row: StoredRow,
  way: FileWay,
  keys: Keys,
  record: RecordChange,
): Promise<void> {
  let plan = row.plan;
  if (row.state === 'begun' && plan !== undefined) {
    const mended = await ports.files.mend(way, plan, keys, ports.salt());
    if (!mended.ok) return void (await record({ state: 'unsure', problem: mended.problem }));
    if (mended.value === 'old') plan = undefined;
    else if (!(await record({ state: 'written' }))) return;
  }
  if (row.state !== 'written' && (plan === undefined || row.state === 'waiting')) {
    const written = await write(ports, way, keys, record);
    if (written === null) return;
    plan = written;
  }
  if (plan === undefined) return void (await record({ state: 'unsure' }));
  const proved = await ports.files.prove(way, plan, keys, ports.salt());
  if (proved.ok) await haveKey(ports, row, plan.proof, record);
  else await record(endOf(proved.problem));
}

/** Plans the update, and writes it; again where the file was edited in between. Null: it ended, and that was recorded. */
async function write(ports: StepPorts, way: FileWay, keys: Keys, record: RecordChange): Promise<FilePlan | null> {
  const { files } = ports;
  for (let tries = 1; ; tries += 1) {
    const planned = await files.plan(way, keys, ports.salt());
    if (!planned.ok) {
      await record(endOf(planned.problem));
      return null;
    }
    const plan = planned.value;
    if (!(await record({ state: 'begun', plan }))) return null;
    const written = await files.write(way, plan, keys, ports.salt());
    if (written.ok) return (await record({ state: 'written' })) ? plan : null;
    const change = endOf(written.problem);
    if (change.state !== 'changed' || tries === 2) {
      await record(change);
      return null;
    }
  }
}

async function updateByCommand(ports: StepPorts, row: StoredRow, keys: RunKeys, record: RecordChange): Promise<void> {
  const way = row.place.update;
  if (way?.by !== 'command') return;
  const problem = ports.commands.unconfirmed(row.place);
  if (problem !== null) return void (await record({ state: 'blocked', problem }));
  if (row.state === 'begun' && !way.repeatable) {
    return void (await record({ state: 'unsure' }));
  }
  if (!(await record({ state: 'begun' }))) return;
  const ended = await ports.commands.bring(way, keys.next, secretsOf(keys));
  if (ended.ok) await haveKey(ports, row, 'command', record, ended.printedSecret === true ? { printsKey: true } : {});
  else await record(failure(ended));
}

/** Restarts what uses these places: one hook for all of them. */
export async function restart(
  ports: StepPorts,
  rows: readonly StoredRow[],
  keys: RunKeys,
  record: RecordChange,
): Promise<void> {
  const hook = rows[0]?.place.hook;
  if (hook === undefined) return;
  const problem = rows.map(({ place }) => ports.commands.unconfirmed(place)).find((one) => one !== null);
  if (problem) return void (await record({ state: 'blocked', problem }));
  const wasInterrupted = rows.some(({ state }) => state === 'restarting');
  if (wasInterrupted && !rows.every(({ place }) => place.isHookRepeatable === true)) {
    return void (await record({ state: 'unsure' }));
  }
  if (!(await record({ state: 'restarting' }))) return;
  const ended = await ports.commands.run(hook, secretsOf(keys));
  await record(ended.ok ? { state: 'restarted' } : failure(ended));
}

/** Checks that what uses the place works, where the user gave a check; then the row is done. */
export async function check(ports: StepPorts, row: StoredRow, keys: RunKeys, record: RecordChange): Promise<void> {
  const { check: command } = row.place;
  if (command !== undefined && row.state !== 'checked') {
    const problem = ports.commands.unconfirmed(row.place);
    if (problem !== null) return void (await record({ state: 'blocked', problem }));
    const ended = await ports.commands.run(command, secretsOf(keys));
    if (!ended.ok) return void (await record(failure(ended)));
    if (!(await record({ state: 'checked' }))) return;
  }
  await record({ state: 'done', doneAt: ports.clock.now() });
}

async function haveKey(
  ports: StepPorts,
  row: StoredRow,
  how: 'parsed' | 'plain' | 'command',
  record: RecordChange,
  more: Partial<StoredRow> = {},
): Promise<void> {
  if (await record({ ...more, state: 'proved', provedAt: ports.clock.now(), how })) ports.tick([row.place.id]);
}

function secretsOf({ old, next }: RunKeys): string[] {
  return old === null ? [next] : [old, next];
}

function failure({ problem, output }: Extract<CommandEnd, { ok: false }>): RowChange {
  return { state: 'blocked', problem, ...(output === '' ? {} : { output: output.slice(0, 4000) }) };
}

/** How a row ends for this problem of its file. */
function endOf(problem: Problem): RowChange {
  const why = problem.kind === 'file-blocked' ? problem.why : null;
  if (why === 'unsure') return { state: 'unsure', problem };
  return { state: why === 'changed' || why === 'gone' ? why : 'blocked', problem };
}
