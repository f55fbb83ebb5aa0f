// One masked secret that was just made: shown for a while, copied. Its text is in its element alone, never in the React
// state.
import { actionTexts as texts } from '../../../app/texts/account/actions';
import { IconButton } from '../../ui/Button';
import { classes } from '../../ui/classes';
import { Refused } from '../form/Refused';
import { useReveal } from '../secrets/reveal';
import styles from './MadeCodes.module.css';

interface SecretLineProps {
  /** Its reference. */
  secret: string;
  name: string;
  isCopied: boolean;
  onCopy: () => void;
}

/** An item of a list. */
export function SecretLine({ secret, name, isCopied, onCopy }: SecretLineProps) {
  const { place, shown, problem, show, hide } = useReveal(secret);
  return (
    <li className={styles.code}>
      <span className={styles.name}>{name}</span>
      <code ref={place} className={classes(styles.text)} hidden={!shown} />
      {shown ? null : (
        <span className={styles.dots}>
          <span aria-hidden="true">{'•'.repeat(12)}</span>
          <span className="only-spoken">{texts.hidden}</span>
        </span>
      )}
      <IconButton
        icon={shown ? 'eyeOff' : 'eye'}
        label={shown ? texts.hide({ name }) : texts.show({ name })}
        onPress={() => (shown ? hide() : void show())}
      />
      <IconButton icon={isCopied ? 'check' : 'copy'} label={texts.copy({ name })} onPress={onCopy} />
      {problem === null ? null : <Refused problem={problem} />}
    </li>
  );
}
