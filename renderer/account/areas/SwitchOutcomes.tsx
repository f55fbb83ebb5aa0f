// What became of switches that were made here: why one did not happen, and that one did. Must not decide how it went.
import type { Problem } from '../../../app/model/problem';
import type { SubAccountSwitch } from '../../../app/model/state/app-state';
import { popoverTexts, rolledBackText, switchedText } from '../../../app/texts/status/popover';
import { ask } from '../../ui/bridge';
import { Banner } from '../../ui/Banner';
import { IconButton } from '../../ui/Button';
import { locale } from '../../ui/locale';
import { useMasked } from '../../ui/privacy';
import { useNow } from '../../ui/hooks/use-now';

/** A switch that did not even begin: main refused the call itself. */
export interface RefusedSwitch {
  username: string;
  wanted: boolean;
  problem: Problem;
}

interface SwitchOutcomesProps {
  switches: readonly SubAccountSwitch[];
  refused: RefusedSwitch | null;
  onDismissRefused: () => void;
}

/** A banner for each switch that did not happen, until it is dismissed; those that did are spoken. */
export function SwitchOutcomes({ switches, refused, onDismissRefused }: SwitchOutcomesProps) {
  const now = useNow();
  const back = switches.filter(({ phase }) => phase === 'rolled-back').toSorted((a, b) => b.at - a.at);
  const done = switches.filter(({ phase }) => phase === 'done');
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
      <p className="only-spoken" role="status">
        {done.map(({ username, wanted }) => switchedText(username, wanted)).join(', ')}
      </p>
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
    <Banner
      tone="bad"
      role="alert"
      detail={cause}
      action={<IconButton icon="close" label={popoverTexts.dismissOf(username)} onPress={onDismiss} />}
    >
      {text}
    </Banner>
  );
}
