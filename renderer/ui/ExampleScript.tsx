// In the demo: how many calls of its example script were answered, so that the user sees what a regeneration does to a script.
import type { ExampleScript as Calls } from '../../app/model/demo';
import { demoTexts as texts } from '../../app/texts/demo';
import { formatCount, formatDuration } from '../../app/texts/format';
import { sentences } from '../../app/texts/sentence';
import { Icon } from './Icon';
import { locale } from './locale';
import styles from './ExampleScript.module.css';

/** Shorter waits are those of any answer. */
const LONG = 2000;

/** The line; nothing where no script runs. It changes once a second, so it is not announced. */
export function ExampleScript({ script }: { script: Calls | undefined }) {
  if (script === undefined) return null;
  const { calls, answered, longestMilliseconds } = script;
  const duration = formatDuration(longestMilliseconds, locale());
  return (
    <p className={styles.script} data-missed={answered < calls}>
      <Icon name={answered < calls ? 'warning' : 'good'} />
      <span>
        {sentences(
          texts.script({ answered: formatCount(answered, locale()), count: calls }),
          longestMilliseconds < LONG ? null : texts['script-wait']({ duration }),
        )}
      </span>
    </p>
  );
}
