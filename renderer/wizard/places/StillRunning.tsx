// Programs that were started with the old key and still run with it.
import type { RunningProgram } from '../../../app/model/places/places-view';
import { placeStateTexts as texts } from '../../../app/texts/wizard/place-states';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { useCall } from '../step/use-call';
import styles from './places.module.css';

/** The list, and a button to search again; nothing where there are none. */
export function StillRunning({ programs }: { programs: readonly RunningProgram[] | null }) {
  const calls = useCall();
  if (programs === null || programs.length === 0) return null;
  return (
    <Banner
      tone="warning"
      detail={
        <>
          {texts.stillRunningLine}
          <span className={styles.programs}>
            {programs.map(({ pid, name }) => (
              <span key={pid}>
                <strong>{name}</strong> · {texts.process({ pid: String(pid) })}
              </span>
            ))}
          </span>
        </>
      }
      action={
        <Button
          icon="refresh"
          busy={calls.busy === 'places.findRunning'}
          onPress={() => void calls.run('places.findRunning', undefined)}
        >
          {texts.lookAgain}
        </Button>
      }
    >
      {texts.stillRunning({ count: programs.length })}
    </Banner>
  );
}
