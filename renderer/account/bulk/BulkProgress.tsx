// A job on many sub-accounts: how far it is, what came of it, and what can be done about it. Must not remember anything of it.
import { type ReactNode, useState } from 'react';
import type { BulkJob } from '../../../app/model/bulk';
import { bulkTexts as texts } from '../../../app/texts/account/bulk';
import { Button } from '../../ui/Button';
import { locale } from '../../ui/locale';
import { Refused } from '../form/Refused';
import styles from './BulkProgress.module.css';
import { isUnderWay, progressOf } from './job-progress';
import { JobRows } from './JobRows';
import { ProgressLine } from './ProgressLine';
import { useAsk } from './use-ask';

/** `state.bulk.bulk`, while there is one. */
export function BulkProgress({ job }: { job: BulkJob }) {
  const { ask, busy, problem } = useAsk();
  const { phase, counts, back, unknownBefore = 0 } = job;
  const undoable = counts.changed - unknownBefore;
  const isRunning = isUnderWay(job);
  const isStopped = phase === 'cancelled' || phase === 'interrupted';
  const canLookAgain = !isRunning && !isStopped && counts.unknown > 0;
  return (
    <JobFrame job={job} slot="bulk" title={texts.titles(job, locale())} role="status">
      {problem === null ? null : <Refused problem={problem} />}
      <div className={styles.buttons}>
        {isRunning ? (
          <Button busy={busy === 'bulk.cancel'} onPress={() => void ask('bulk.cancel', undefined)}>
            {texts.stop}
          </Button>
        ) : (
          <Button busy={busy === 'bulk.dismiss'} onPress={() => void ask('bulk.dismiss', { job: 'bulk' })}>
            {texts.dismiss}
          </Button>
        )}
        {isRunning || back === true || undoable === 0 ? null : (
          <Button icon="undo" busy={busy === 'bulk.undo'} onPress={() => void ask('bulk.undo', undefined)}>
            {texts.undo(undoable, locale())}
          </Button>
        )}
        {isStopped || canLookAgain ? (
          <Button kind="primary" busy={busy === 'bulk.resume'} onPress={() => void ask('bulk.resume', undefined)}>
            {isStopped ? texts.resume : texts.lookAgain}
          </Button>
        ) : null}
      </div>
    </JobFrame>
  );
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

/** What every job shows: its title, how far it is, its figures, what stopped it, and each row on demand. */
export function JobFrame({ job, slot, title, line, role, children }: JobFrameProps) {
  const [showsRows, setShowsRows] = useState(false);
  const progress = progressOf(job);
  const figures = texts.counts(job, locale());
  const isRunning = isUnderWay(job);
  return (
    <section className={styles.job} data-slot={slot} data-over={job.phase === 'undone' || undefined} aria-label={title}>
      <p className={styles.title} role={role}>
        {title}
      </p>
      {line === undefined ? null : <p>{line}</p>}
      {isRunning ? (
        <ProgressLine
          label={texts.progress}
          progress={progress}
          says={progress === null ? null : texts.percent(progress.part, progress.whole, locale())}
        />
      ) : null}
      <div className={styles.figures}>
        <p>{figures}</p>
        {job.total === 0 ? null : (
          <Button kind="quiet" aria-expanded={showsRows} onPress={() => setShowsRows(!showsRows)}>
            {showsRows ? texts.hideRows : texts.showRows}
          </Button>
        )}
      </div>
      {job.problem === undefined ? null : <Refused problem={job.problem} />}
      {showsRows ? <JobRows slot={slot} total={job.total} revision={`${job.id} ${job.phase} ${figures}`} /> : null}
      {children}
    </section>
  );
}
