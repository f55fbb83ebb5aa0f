// The emergency stop: disables every sub-account in two steps, shows its state while it is on, and enables again
// exactly those that were on. Neither may happen without a second step.
import { useState } from 'react';
import type { AppState } from '../../../app/model/state/app-state';
import type { BulkJob } from '../../../app/model/bulk/bulk';
import { type EmergencyStop, emergencyStopOf } from '../../../app/model/bulk/emergency-stop';
import {
  bulkTexts,
  mayBeOnText,
  panicButton,
  panicConfirm,
  panicQuestion,
  panicTexts as texts,
  panicTitle,
} from '../../../app/texts/account/bulk';
import { sentences } from '../../../app/texts/sentence';
import { Button } from '../../ui/Button';
import { Confirm } from '../../ui/Dialog';
import { locale } from '../../ui/locale';
import { Refused } from '../form/Refused';
import { JobFrame } from './BulkProgress';
import progressStyles from './BulkProgress.module.css';
import { isUnderWay } from './job-progress';
import styles from './PanicCard.module.css';
import { type Ask, useAsk } from './use-ask';

interface PanicCardProps {
  state: AppState;
  /** How many sub-accounts are on; null: not known. */
  on?: number | null;
  /** The question is open from the start: the tray's menu asked. */
  asks?: boolean;
  /** A question was answered, in whatever way. */
  onAnswered?: () => void;
}

/**
 * The question for a user who comes from the tray or the popover: to restore what is stopped, else to stop. `count`: of all
 * sub-accounts.
 */
function questionOf(stop: EmergencyStop | null, count: number | null): 'stop' | 'restore' | null {
  switch (stop?.phase) {
    case 'stopping':
    case 'restoring':
      return null;
    case 'stopped':
      return 'restore';
    case 'incomplete':
    case undefined:
      return count === 0 ? null : 'stop';
  }
}

/** The red button for the toolbar; while the stop is on, its banner. */
export function PanicCard({ state, on = null, asks = false, onAnswered }: PanicCardProps) {
  const job = state.bulk.panic;
  const count = state.subAccounts.count.value;
  const named = on ?? count;
  const toRestore = job?.toRestore ?? 0;
  const stop = emergencyStopOf(job);
  const [asking, setAsking] = useState<'stop' | 'restore' | null>(asks ? questionOf(stop, count) : null);
  const calls = useAsk();
  const close = () => {
    setAsking(null);
    onAnswered?.();
  };
  return (
    <>
      {job === null ? (
        <Button
          kind="destructive"
          icon="shield"
          isDisabled={count === 0}
          onPress={() => setAsking('stop')}
          render={(props) => <button {...props} title={texts.line} />}
        >
          {panicButton(on)}
        </Button>
      ) : (
        <PanicBanner
          job={job}
          calls={calls}
          again={panicButton(on)}
          canAgain={count !== 0}
          onAgain={() => setAsking('stop')}
          onRestore={() => setAsking('restore')}
        />
      )}
      <Confirm
        title={panicQuestion(named)}
        isOpen={asking === 'stop'}
        confirmLabel={panicConfirm(named)}
        cancelLabel={texts.cancel}
        isDangerous
        busy={calls.busy !== null}
        onConfirm={() => void calls.ask('panic.start', undefined).then((began) => began && close())}
        onCancel={close}
      >
        <div className={styles.meaning}>
          <p>{texts.stops}</p>
          <p>{texts.remembers}</p>
          <p>{texts.spares}</p>
          {calls.problem === null ? null : <Refused problem={calls.problem} />}
        </div>
      </Confirm>
      <Confirm
        title={texts.restoreTitle({ count: toRestore })}
        isOpen={asking === 'restore' && job !== null}
        confirmLabel={texts.restoreConfirm({ count: toRestore })}
        cancelLabel={texts.restoreCancel}
        busy={calls.busy !== null}
        onConfirm={() => void calls.ask('panic.restore', undefined).then((began) => began && close())}
        onCancel={close}
      >
        <div className={styles.meaning}>
          <p>{texts.restoreLine}</p>
          {calls.problem === null ? null : <Refused problem={calls.problem} />}
        </div>
      </Confirm>
    </>
  );
}

interface PanicBannerProps {
  job: BulkJob;
  calls: Ask;
  /** What the button is called that disables all again. */
  again: string;
  canAgain: boolean;
  onAgain: () => void;
  onRestore: () => void;
}

/** While it is on: for the top of any area. */
function PanicBanner({ job, calls, again, canAgain, onAgain, onRestore }: PanicBannerProps) {
  const { phase, back, counts, stillOn = 0, mayBeOn = 0, unknownBefore = 0, toRestore } = job;
  const isRunning = isUnderWay(job);
  const isStopped = phase === 'cancelled' || phase === 'interrupted';
  const isOver = phase === 'undone' || (!isRunning && toRestore === 0);
  const isPartly = phase === 'done' && counts.refused + counts.unknown + stillOn + mayBeOn > 0;
  const untold = phase === 'undone' ? texts.untoldRestored : texts.untold;
  const stays = unknownBefore > 0 ? [untold({ count: unknownBefore })] : [];
  const lines = [
    ...(stillOn > 0 ? [texts.stillOn] : []),
    ...(mayBeOn > 0 ? [mayBeOnText(job, locale())] : []),
    ...(stillOn + mayBeOn === 0 && toRestore > 0 ? [texts.on] : []),
    ...stays,
  ];
  const said = phase === 'done' ? lines : phase === 'undone' ? stays : [];
  return (
    <JobFrame
      job={job}
      slot="panic"
      title={panicTitle(job)}
      {...(said.length > 0 ? { line: sentences(...said) } : {})}
      role="status"
    >
      {calls.problem === null ? null : <Refused problem={calls.problem} />}
      <div className={progressStyles.buttons}>
        {isRunning ? (
          <Button busy={calls.busy === 'bulk.cancel'} onPress={() => void calls.ask('bulk.cancel', undefined)}>
            {bulkTexts.stop}
          </Button>
        ) : null}
        {isOver ? (
          <Button busy={calls.busy === 'bulk.dismiss'} onPress={() => void calls.ask('bulk.dismiss', { job: 'panic' })}>
            {bulkTexts.dismiss}
          </Button>
        ) : null}
        {isPartly || (isStopped && back !== true) ? (
          <Button
            kind="danger"
            busy={calls.busy === 'panic.start'}
            onPress={() => void calls.ask('panic.start', undefined)}
          >
            {texts.goOn}
          </Button>
        ) : null}
        {isStopped && back === true ? (
          <Button kind="danger" isDisabled={!canAgain} onPress={onAgain}>
            {again}
          </Button>
        ) : null}
        {isRunning || toRestore === 0 ? null : (
          <Button icon="undo" onPress={onRestore}>
            {back === true ? texts.goOnRestoring : texts.restore({ count: toRestore })}
          </Button>
        )}
      </div>
    </JobFrame>
  );
}
