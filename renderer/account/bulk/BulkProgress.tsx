// A job on many sub-accounts: how far it is, what came of it, and what can be done about it.
import { type ReactNode, useEffect, useState } from 'react';
import type { BulkJob } from '../../../app/model/bulk/bulk';
import { bulkTexts as texts, jobCounts, jobTitle } from '../../../app/texts/account/bulk';
import { Button, IconButton } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Icon } from '../../ui/Icon';
import { Refused } from '../form/Refused';
import styles from './BulkProgress.module.css';
import { isUnderWay, progressOf } from './job-progress';
import { JobRows } from './JobRows';
import { ProgressLine } from './ProgressLine';
import { useAsk } from './use-ask';

/** `state.bulk.bulk`, while there is one: a toast with its undo. */
export function BulkProgress({ job }: { job: BulkJob }) {
  const [showsDetails, setShowsDetails] = useState(false);
  const { ask, busy, problem } = useAsk();
  const { phase, counts } = job;
  const isRunning = isUnderWay(job);
  const isStopped = phase === 'cancelled' || phase === 'interrupted';
  const hasFailed = job.problem !== undefined || isStopped || counts.refused + counts.unknown > 0;
  const undoable = undoableIn(job);
  const isSettled = !isRunning && !hasFailed;
  const isHidden = useHiddenAfter(`${job.id} ${phase}`, isSettled);
  const title = jobTitle(job);
  if (isHidden && !showsDetails) return null;
  return (
    <section className={styles.toast} data-slot="bulk" data-tone={hasFailed ? 'warning' : undefined} aria-label={title}>
      <div className={styles.says}>
        <Icon name={isRunning ? 'clock' : hasFailed ? 'warning' : 'good'} className={styles.icon} />
        <div className={styles.words}>
          <p className={styles.title} role="status">
            {title}
          </p>
          <p className={styles.counts}>{jobCounts(job)}</p>
        </div>
        <div className={styles.buttons}>
          {job.total === 0 ? null : (
            <Button kind="quiet" aria-haspopup="dialog" onPress={() => setShowsDetails(true)}>
              {texts.showRows}
            </Button>
          )}
          {isRunning || undoable === 0 ? null : (
            <Button icon="undo" busy={busy === 'bulk.undo'} onPress={() => void ask('bulk.undo', undefined)}>
              {texts.undo({ count: undoable })}
            </Button>
          )}
          {isStopped || (!isRunning && counts.unknown > 0) ? (
            <Button kind="primary" busy={busy === 'bulk.resume'} onPress={() => void ask('bulk.resume', undefined)}>
              {isStopped ? texts.resume : texts.lookAgain}
            </Button>
          ) : null}
          {isRunning ? (
            <Button busy={busy === 'bulk.cancel'} onPress={() => void ask('bulk.cancel', undefined)}>
              {texts.stop}
            </Button>
          ) : (
            <IconButton
              icon="close"
              label={texts.dismiss}
              busy={busy === 'bulk.dismiss'}
              onPress={() => void ask('bulk.dismiss', { job: 'bulk' })}
            />
          )}
        </div>
      </div>
      <JobProgress job={job} />
      {job.problem === undefined ? null : <Refused problem={job.problem} />}
      {problem === null ? null : <Refused problem={problem} />}
      <Dialog
        title={title}
        isOpen={showsDetails}
        isWide
        onClose={() => setShowsDetails(false)}
        actions={<Button onPress={() => setShowsDetails(false)}>{texts.close}</Button>}
      >
        <p className={styles.counts}>{jobCounts(job)}</p>
        <Rows job={job} slot="bulk" />
      </Dialog>
    </section>
  );
}

/** How long the result of a job that left nothing open is in view (ms). The area shows it again when it is opened again. */
const resultFor = 60_000;

/** Whether `step` has been in view long enough, where that is all it needs. */
function useHiddenAfter(step: string, isSettled: boolean): boolean {
  const [hidden, setHidden] = useState<string | null>(null);
  useEffect(() => {
    if (!isSettled) return undefined;
    const timer = setTimeout(() => setHidden(step), resultFor);
    return () => clearTimeout(timer);
  }, [step, isSettled]);
  return isSettled && hidden === step;
}

/** How many changes an undo would take back. */
function undoableIn({ counts, back, unknownBefore = 0 }: BulkJob): number {
  return back === true ? 0 : counts.changed - unknownBefore;
}

/** The bar; nothing once the job is over. */
function JobProgress({ job }: { job: BulkJob }) {
  const progress = progressOf(job);
  if (!isUnderWay(job)) return null;
  return (
    <ProgressLine label={texts.progress} progress={progress} says={progress === null ? null : texts.partOf(progress)} />
  );
}

function Rows({ job, slot }: { job: BulkJob; slot: 'bulk' | 'panic' }) {
  return <JobRows slot={slot} total={job.total} revision={`${job.id} ${job.phase} ${jobCounts(job)}`} />;
}

interface JobFrameProps {
  job: BulkJob;
  slot: 'bulk' | 'panic';
  title: string;
  /** A second sentence. */
  line?: string;
  /** Says so at once, or when there is a pause. */
  role: 'status' | 'alert';
  children: ReactNode;
}

/** A job that stays in view: its title, how far it is, its figures, what stopped it, and each row on demand. */
export function JobFrame({ job, slot, title, line, role, children }: JobFrameProps) {
  const [showsRows, setShowsRows] = useState(false);
  return (
    <section className={styles.job} data-slot={slot} data-over={job.phase === 'undone' || undefined} aria-label={title}>
      <p className={styles.title} role={role}>
        {title}
      </p>
      {line === undefined ? null : <p>{line}</p>}
      <JobProgress job={job} />
      <div className={styles.figures}>
        <p>{jobCounts(job)}</p>
        {job.total === 0 ? null : (
          <Button kind="quiet" aria-expanded={showsRows} onPress={() => setShowsRows(!showsRows)}>
            {showsRows ? texts.hideRows : texts.showRows}
          </Button>
        )}
      </div>
      {job.problem === undefined ? null : <Refused problem={job.problem} />}
      {showsRows ? <Rows job={job} slot={slot} /> : null}
      {children}
    </section>
  );
}
