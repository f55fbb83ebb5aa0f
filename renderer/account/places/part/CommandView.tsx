// A command exactly as NineTray runs it: each argument apart from the others, so that blanks inside one are seen.
import type { Command } from '../../../../app/model/places/command';
import { keyPlacesTexts as texts } from '../../../../app/texts/account/places';
import { formatDuration } from '../../../../app/texts/format';
import { labelled } from '../../../../app/texts/sentence';
import { locale } from '../../../ui/locale';
import styles from './CommandView.module.css';

/** Program, arguments, folder and time limit. */
export function CommandView({ command }: { command: Command }) {
  const parts = [command.program, ...command.arguments];
  return (
    <div className={styles.command}>
      <code className={styles.line}>
        {parts.map((part, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- an argument is its position
          <span key={at}>
            <span className={styles.part} data-program={at === 0}>
              {part}
            </span>{' '}
          </span>
        ))}
      </code>
      <p className={styles.small}>
        {labelled(texts.folder, command.folder ?? texts.homeFolder)}
        {' · '}
        {labelled(texts.timeLimit, formatDuration(command.timeLimit * 1000, locale()))}
      </p>
    </div>
  );
}
