// The steps of an action's dialog that follow its form: the review, the wait, and the outcome.
import { type ActionId, deliberateOf } from '../../../app/model/actions/actions';
import type { AppState } from '../../../app/model/state/app-state';
import { type ActionAbout, actionText, actionTexts as texts } from '../../../app/texts/account/actions';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Spinner } from '../../ui/Spinner';
import { Refused } from '../form/Refused';
import styles from './ActionStep.module.css';
import { Balances } from './Balances';
import { CreatedAccount } from './CreatedAccount';
import { MadeCodes } from './MadeCodes';
import { NotTaken } from './NotTaken';
import { isMaking, type Phase } from './action-phase';

interface ActionStepProps {
  phase: Phase;
  about: ActionAbout;
  action: ActionId;
  state: AppState;
  /** To the form; null: there is none. */
  onBack: (() => void) | null;
  onConfirm: () => void;
  onClose: () => void;
}

/** What follows the form. */
export function ActionStep({ phase, about, action, state, onBack, onConfirm, onClose }: ActionStepProps) {
  const words = actionText(action);
  switch (phase.at) {
    case 'form':
      return null;
    case 'preparing':
    case 'running':
      return (
        <Waiting says={phase.at === 'preparing' ? texts.preparing : words.running} stays={phase.at === 'running'} />
      );
    case 'review':
      return (
        <>
          <div className={styles.means}>
            {words.means(about).map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
          <Balances balances={phase.balances} state={state} />
          <div className={styles.buttons}>
            <Button onPress={onBack ?? onClose}>{onBack === null ? texts.cancel : texts.back}</Button>
            <Button
              kind={deliberateOf(action, phase.input) === 'final' ? 'destructive' : 'primary'}
              onPress={onConfirm}
            >
              {words.button(about)}
            </Button>
          </div>
        </>
      );
    case 'done':
      if (isMaking(action)) return <MadeCodes refs={phase.made} onClose={onClose} />;
      return (
        <>
          {phase.created !== undefined && phase.notTaken.length === 0 ? null : (
            <NotTaken
              action={action}
              fields={phase.notTaken}
              sentAs={phase.sentAs}
              onClose={phase.created === undefined ? onClose : null}
            />
          )}
          {phase.created === undefined ? null : <CreatedAccount created={phase.created} onClose={onClose} />}
        </>
      );
    case 'refused':
      return (
        <>
          <Refused problem={phase.problem} />
          <div className={styles.buttons}>
            <Button onPress={onClose}>{texts.close}</Button>
          </div>
        </>
      );
    case 'unknown':
      return (
        <>
          <Banner tone="warning" role="alert" detail={texts.unknownNext}>
            {texts.unknownLine}
          </Banner>
          <div className={styles.buttons}>
            <Button kind="primary" onPress={onClose}>
              {texts.unknownLook}
            </Button>
          </div>
        </>
      );
    default:
      return phase satisfies never;
  }
}

function Waiting({ says, stays }: { says: string; stays: boolean }) {
  return (
    <div className={styles.waiting} role="status">
      <Spinner />
      <div>
        <p className={styles.says}>{says}</p>
        {stays ? <p>{texts.stays}</p> : null}
      </div>
    </div>
  );
}
