// Runs one pass over a job: reads what is due, sends one write at a time, and writes down what may have been sent before it is sent.
// It must not: repeat a write that may have happened, or decide what an answer means (plan.ts).
import { ok, type Problem, type Result } from '../../model/problem';
import { type Value, type Wanted, wantedOf } from './change';
import { collectRows } from './collect-rows';
import type { Job } from './job';
import { failureOf, isDue, type Step, stepBack, stepThere } from './plan';
import { type OnRows, readAllRows, readTheseRows } from './read-rows';
import { isPartlyTaken, readBack } from './read-back';
import type { Pass, Run, RunPorts } from './run-ports';
import { recheck } from './recheck';
import { createAsyncEvent, pause } from './async-event';

interface Item {
  index: number;
  send: Wanted;
  /** When its present value was asked for (ms). */
  readAt: number;
}

/** Rows that are written down as about to be sent at a time. After a crash, at most so many are not known. */
const ANNOUNCED = 50;
/** Rows that are read ahead of the one that is put back: what somebody changes meanwhile is to be seen. */
const AHEAD = 300;
/** So many in a row that the vendor did not answer, or for no reason of their own, and the job stops. */
const TROUBLES = 3;
/** Starts a pass. The job's phase says how it ended. */
export function runJob(job: Job, pass: Pass, ports: RunPorts): Run {
  const { clock } = ports;
  const wanted = wantedOf(job.change);
  const reads = new AbortController();
  const queue: Item[] = [];
  const looked = new Set<number>();
  let at = 0;
  let announced = new Set<number>();
  let sending: number | null = null;
  let troubles = 0;
  let trouble: Problem | null = null;
  let ending: 'cancelled' | 'stopped' | 'killed' | null = null;
  /** Rings when there are rows, or room for more. */
  const bell = createAsyncEvent();

  const isOver = () => ending !== null;
  const end = (how: 'cancelled' | 'stopped' | 'killed', problem: Problem | null = null) => {
    if (ending === 'killed') return;
    ending = how;
    if (problem !== null) trouble = problem;
    reads.abort();
    bell.fire();
  };

  const wait = (ms: number) => pause(clock, ms, reads.signal);
  const waiting = (problem: Problem | null) => {
    job.problem = problem;
    ports.changed();
  };
  const reading = {
    readPage: ports.readPage,
    now: clock.now,
    wait,
    waiting,
    nameOf: (id: number) => {
      const index = job.indexOf(id);
      return (index === undefined ? undefined : job.rows[index]?.username) ?? ports.nameOf(id);
    },
    changed: ports.changed,
  };

  const stepOf = (index: number, present: Value | undefined): Step =>
    job.way === 'there'
      ? stepThere(job.code(index), present, wanted)
      : stepBack(job.rows[index]?.before ?? null, present, wanted, isPartlyTaken(job.problemOf(index)));

  /** What was read of a row leads to a write, or to an outcome. */
  function take(index: number, present: Value | undefined, readAt: number): void {
    looked.add(index);
    const step = stepOf(index, present);
    if ('code' in step) {
      job.set(index, step.code, step.problem);
      return;
    }
    if (job.way === 'there') {
      if (job.code(index) !== 'w') job.set(index, 'w');
      // A status that is no longer told does not take away what is known from before.
      job.setBefore(index, present ?? job.rows[index]?.before ?? null);
    }
    queue.push({ index, send: step.send, readAt });
  }

  const onRows: OnRows = async (rows, askedAt) => {
    for (const { id, username, value } of rows) {
      const known = job.indexOf(id);
      if (known !== undefined) {
        if (!looked.has(known) && (pass.does === 'panic' || isDue(job.code(known), job.way)))
          take(known, value, askedAt);
      } else if (pass.does === 'panic' && 'send' in stepThere('w', value, wanted)) {
        take(job.add({ id, username, before: value }, 'w'), value, askedAt);
      }
    }
    bell.fire();
    ports.changed();
    while (job.way === 'back' && queue.length - at > AHEAD && !isOver()) await bell.next();
  };

  async function readDue(): Promise<Result<unknown>> {
    if (pass.does === 'panic') return readAllRows(reading, { search: '', status: null }, reads.signal, onRows);
    const due = job.rows.flatMap(({ id }, index) => (isDue(job.code(index), job.way) ? [id] : []));
    return readTheseRows(reading, new Set(due), reading.nameOf, reads.signal, onRows);
  }

  /** Before a row is sent, the file says that it may have been. */
  function announce(): Result<void> {
    const item = queue[at];
    if (item === undefined || announced.has(item.index)) return ok(undefined);
    const rows = job.rowsChanged() ? ports.keep(job) : ok(undefined);
    announced = new Set(queue.slice(at, at + ANNOUNCED).map(({ index }) => index));
    const progress = ports.keepProgress(job, announced);
    // In a panic, switching comes first: what the disk does not take stays in memory, and is written as soon as it does.
    if (job.slot === 'panic') return ok(undefined);
    return rows.ok ? progress : rows;
  }

  /** Sends one; answers until when (ms) to wait and send it then, or null. */
  async function send({ index, send: first, readAt }: Item): Promise<number | null> {
    const id = job.rows[index]?.id ?? 0;
    return ports.inTurn(id, async () => {
      if (ending !== null) return null;
      // Somebody switched this one since it was read: that is how it is now.
      const newer = typeof first === 'boolean' ? ports.confirmedSince(id, readAt) : undefined;
      const step: Step = newer === undefined ? { send: first } : stepOf(index, newer);
      if ('code' in step) {
        job.set(index, step.code, step.problem);
        return null;
      }
      sending = index;
      const answer = await ports.write(id, step.send);
      if (ending === 'killed') return null;
      sending = null;
      return answered(index, step.send, answer);
    });
  }

  function answered(index: number, sent: Wanted, answer: Result<void>): number | null {
    const id = job.rows[index]?.id ?? 0;
    if (answer.ok) {
      troubles = 0;
      job.set(index, job.way === 'there' ? 'c' : 'd');
      if (typeof sent === 'boolean') ports.confirmed(id, sent);
      return null;
    }
    const { problem } = answer;
    const failure = failureOf(problem, job.way, clock.now());
    switch (failure.does) {
      case 'wait':
        waiting({ kind: 'rate-limited', until: failure.until });
        return failure.until;
      case 'row':
        job.set(index, failure.code, problem);
        if ((failure.code === 'u' || failure.code === 'y') && typeof sent === 'boolean') ports.confirmed(id, null);
        count(failure.counts, problem);
        return null;
      case 'not-sent':
        trouble = problem;
        count(true, problem);
        return null;
      case 'stop':
        if (problem.kind === 'key-refused') ports.keyRefused();
        end('stopped', problem);
        return null;
    }
  }

  function count(counts: boolean, problem: Problem): void {
    troubles = counts ? troubles + 1 : 0;
    if (troubles >= TROUBLES) end('stopped', problem);
  }

  /** Sends what is in the queue, until `read` is over and nothing is left. */
  async function work(read: Promise<Result<unknown>>): Promise<void> {
    let isRead = false;
    void read.then(() => {
      isRead = true;
      bell.fire();
    });
    while (!isOver()) {
      const item = queue[at];
      if (item === undefined) {
        if (isRead) return;
        await bell.next();
        continue;
      }
      const announcement = announce();
      if (!announcement.ok) {
        end('stopped', announcement.problem);
        return;
      }
      const until = await send(item);
      if (until !== null) {
        await wait(Math.max(0, until - clock.now()));
        job.problem = null;
        continue;
      }
      // oxlint-disable-next-line typescript/no-unnecessary-condition -- it may have been ended while the answer was waited for
      if (ending === 'killed') return;
      announced.delete(item.index);
      at += 1;
      bell.fire();
      ports.changed();
    }
  }

  async function go(): Promise<void> {
    const ready = await ports.ready();
    if (!ready.ok && job.slot === 'bulk') end('stopped', ready.problem);
    let outcome: Result<unknown> = ok(undefined);
    if (pass.does === 'gather' || pass.does === 'gathered') {
      if (pass.does === 'gather' && ending === null)
        outcome = await collectRows(job, pass.which, reading, reads.signal);
      if (outcome.ok && ending === null) {
        const readAt = pass.does === 'gathered' ? pass.at : job.startedAt;
        job.phase = 'running';
        job.rows.forEach((_, index) => {
          if (job.code(index) === 'w') queue.push({ index, send: wanted, readAt });
        });
        ports.changed();
        await work(Promise.resolve(outcome));
      }
    } else if (ending === null) {
      const isRead = readDue();
      await work(isRead);
      outcome = await isRead;
      if (outcome.ok && ending === null) {
        leaveTheGone();
        if (pass.does === 'panic')
          outcome = await recheck(job, { reading, signal: reads.signal, take, work, wait, isOver, ports });
        job.whole = true;
      }
    }
    if (job.way === 'there' && job.change.does === 'topUp' && outcome.ok && ending === null) await checkTopUps();
    finish(outcome);
  }

  async function checkTopUps(): Promise<void> {
    if (job.count('c') === 0) return;
    const read = await readBack(job, reading, reads.signal);
    if (!read.ok) job.problem = read.problem;
  }

  function leaveTheGone(): void {
    job.rows.forEach((_, index) => {
      if (!looked.has(index) && isDue(job.code(index), job.way)) take(index, undefined, clock.now());
    });
  }

  function finish(read: Result<unknown>): void {
    if (ending === 'killed') return;
    const left = job.way === 'there' ? job.count('w') : job.count('c', 'u', 'y');
    if (ending === 'cancelled') {
      job.phase = 'cancelled';
      job.problem = null;
    } else if (ending === 'stopped' || !read.ok || left > 0) {
      job.phase = 'interrupted';
      job.problem = trouble ?? (read.ok ? { kind: 'outcome-unknown' } : read.problem);
      if (!read.ok && read.problem.kind === 'key-refused') ports.keyRefused();
    } else {
      job.phase = job.way === 'there' ? 'done' : 'undone';
    }
    save(new Set());
  }

  /** A job whose rows were not all found, and of which nothing was sent, is not kept. */
  function save(about: ReadonlySet<number>): void {
    if (job.slot === 'bulk' && !job.whole) return;
    if (job.rowsChanged()) ports.keep(job);
    ports.keepProgress(job, about);
  }

  const over = go();
  return {
    over,
    cancel: () => end('cancelled'),
    kill() {
      if (ending === 'killed') return;
      end('killed');
      if (sending !== null) job.set(sending, job.way === 'there' ? 'u' : 'y', { kind: 'outcome-unknown' });
      job.phase = 'interrupted';
      job.problem = null;
      save(new Set());
    },
  };
}
