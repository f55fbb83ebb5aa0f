// What became of switches that were made here: an offer to undo what was done, and why one did not happen.
import type { Problem } from '../../../app/model/problem';
import type { SubAccountSwitch } from '../../../app/model/state/app-state';
import { popoverTexts, rolledBackText } from '../../../app/texts/status/popover';
import { ask } from '../../ui/bridge';
import { Button, IconButton } from '../../ui/Button';
import { locale } from '../../ui/locale';
import { useMasked } from '../../ui/privacy';
import { useNow } from '../../ui/hooks/use-now';
import { offersUndo } from '../../popover/sub-accounts/switch-shown';
import { Toast } from '../actions/Toast';

/** A switch that did not even begin: main refused the call itself. */
export interface RefusedSwitch {
  username: string;
  wanted: boolean;
  problem: Problem;
}

interface SwitchToastsProps {
  switches: readonly SubAccountSwitch[];
  refused: RefusedSwitch | null;
  onDismissRefused: () => void;
}

/** A toast for each switch, newest first; one that did not happen stays until it is dismissed. */
export function SwitchToasts({ switches, refused, onDismissRefused }: SwitchToastsProps) {
  const now = useNow();
  const newest = switches.toSorted((a, b) => b.at - a.at);
  const back = newest.filter(({ phase }) => phase === 'rolled-back');
  const done = newest.filter((each) => offersUndo(each, now));
  return (
    <>
      {refused === null ? null : <Failed {...refused} now={now} onDismiss={onDismissRefused} />}
      {back.map(({ id, username, wanted, problem }) => (
        <Failed
          key={id}
          username={username}
          wanted={wanted}
          problem={problem}
          now={now}
          onDismiss={() => ask('subAccounts.dismiss', { id })}
        />
      ))}
      {/* Always there, so that what comes into it is heard. */}
      <div role="status" aria-label={popoverTexts.outcomes}>
        {done.map(({ id, username, wanted }) => (
          <Toast
            key={id}
            actions={
              <>
                <Button
                  kind="quiet"
                  icon="undo"
                  aria-label={popoverTexts.undoOf({ username })}
                  onPress={() => ask('subAccounts.undo', { id })}
                >
                  {popoverTexts.undo}
                </Button>
                <IconButton
                  icon="close"
                  label={popoverTexts.dismissOf({ username })}
                  onPress={() => ask('subAccounts.dismiss', { id })}
                />
              </>
            }
          >
            {popoverTexts.switched({ wanted, username })}
          </Toast>
        ))}
      </div>
    </>
  );
}

interface FailedProps {
  username: string;
  wanted: boolean;
  problem: Problem | undefined;
  now: number;
  onDismiss: () => void;
}

function Failed({ username, wanted, problem, now, onDismiss }: FailedProps) {
  const { text, cause } = rolledBackText(username, wanted, problem, now, locale(), useMasked());
  return (
    <div role="alert">
      <Toast
        tone="bad"
        detail={cause}
        actions={<IconButton icon="close" label={popoverTexts.dismissOf({ username })} onPress={onDismiss} />}
      >
        {text}
      </Toast>
    </div>
  );
}
