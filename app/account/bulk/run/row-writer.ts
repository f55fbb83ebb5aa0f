// Sends the planned writes of a run, one at a time, and records each outcome. A write that may have been carried out is never repeated.
import type { Problem, Result } from '../../../model/problem';
import { pause } from '../../../async/pause';
import type { Wanted } from '../rows/change';
import { failureOf } from '../rows/failure';
import type { Job } from '../jobs/job';
import type { JobRecorder } from '../jobs/job-recorder';
import type { PlannedWrite, RowPlanner } from './row-planner';
import { isUnknown } from '../rows/row-state';
import type { RunControl } from './run-control';
import type { RunPorts } from './run-ports';

/** What a run works with: each of these belongs to this one run. */
export interface RunParts {
  job: Job;
  ports: RunPorts;
  control: RunControl;
  planner: RowPlanner;
  recorder: JobRecorder;
}

export interface RowWriter {
  /** Sends what is planned, until `read` is over and nothing is left, or the run ends. */
  sendAll(read: Promise<unknown>): Promise<void>;
  /** The run was killed: it is not known whether the write on its way will be carried out. */
  abandon(): void;
}

/** Rows that are announced on the disk at a time. After a crash, at most this many are unknown. */
const ANNOUNCED = 50;

/** The writer of one run. */
export function createRowWriter({ job, ports, control, planner, recorder }: RunParts): RowWriter {
  const { clock } = ports;
  const { rows } = job;
  /** The row whose answer is awaited. */
  let sending: number | null = null;

  /** Sends one. Returns until when (ms) to wait before it is sent again, or null. */
  function send({ index, value, readAt }: PlannedWrite): Promise<number | null> {
    const id = rows.all()[index]?.id ?? 0;
    return ports.inTurn(id, async () => {
      if (control.isOver()) return null;
      // It was switched since it was read: that is its present value.
      const newer = typeof value === 'boolean' ? ports.confirmedSince(id, readAt) : undefined;
      const step = newer === undefined ? { send: value } : planner.stepOf(index, newer);
      if ('state' in step) {
        rows.setState(index, step.state, step.problem);
        return null;
      }
      sending = index;
      const answer = await ports.write(id, step.send);
      if (control.ending() === 'killed') return null;
      sending = null;
      return answer.ok ? succeeded(index, id, step.send) : refused(index, id, step.send, answer.problem);
    });
  }

  function succeeded(index: number, id: number, sent: Wanted): null {
    control.count('success');
    rows.setState(index, job.direction === 'apply' ? 'changed' : 'undone');
    if (typeof sent === 'boolean') ports.confirmed(id, sent);
    return null;
  }

  function refused(index: number, id: number, sent: Wanted, problem: Problem): number | null {
    const failure = failureOf(problem, job.direction, clock.now());
    switch (failure.does) {
      case 'wait':
        job.problem = { kind: 'rate-limited', until: failure.until };
        ports.changed();
        return failure.until;
      case 'row':
        rows.setState(index, failure.state, problem);
        if (isUnknown(failure.state) && typeof sent === 'boolean') ports.confirmed(id, null);
        control.count(failure.counts ? 'general-problem' : 'row-problem', problem);
        return null;
      case 'not-sent':
        control.setProblem(problem);
        control.count('general-problem', problem);
        return null;
      case 'stop':
        if (problem.kind === 'key-refused') ports.keyRefused();
        control.end('stopped', problem);
        return null;
    }
  }

  function announce(index: number): Result<void> | null {
    if (recorder.isAnnounced(index)) return null;
    return recorder.announce(planner.upcoming(ANNOUNCED).map((write) => write.index));
  }

  return {
    async sendAll(read) {
      const reading = { isOver: false };
      void read.then(() => {
        reading.isOver = true;
        control.activity.fire();
      });
      while (!control.isOver()) {
        const [write] = planner.upcoming(1);
        if (write === undefined) {
          if (reading.isOver) return;
          await control.activity.next();
          continue;
        }
        const announced = announce(write.index);
        if (announced?.ok === false) {
          control.end('stopped', announced.problem);
          return;
        }
        const until = await send(write);
        if (until !== null) {
          await pause(clock, Math.max(0, until - clock.now()), control.signal);
          job.problem = null;
          continue;
        }
        if (control.ending() === 'killed') return;
        recorder.settled(write.index);
        planner.removeFirst();
        control.activity.fire();
        ports.changed();
      }
    },
    abandon() {
      if (sending === null) return;
      const state = job.direction === 'apply' ? 'unknown' : 'undo-unknown';
      rows.setState(sending, state, { kind: 'outcome-unknown' });
    },
  };
}
