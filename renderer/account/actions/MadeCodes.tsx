// The codes that were just made: behind dots, shown one at a time, copied one by one or all at once. Must not hold their texts: one
// that is shown stands in its element alone, for a while.
import { useState } from 'react';
import type { Problem } from '../../../app/model/problem';
import { actionTexts as texts } from '../../../app/texts/account/actions';
import { call } from '../../ui/bridge';
import { Button, IconButton } from '../../ui/Button';
import { classes } from '../../ui/classes';
import { locale } from '../../ui/locale';
import { Refused } from '../form/Refused';
import { useReveal } from '../secrets/reveal';
import styles from './MadeCodes.module.css';

/** Stands for all of them, where a reference stands for one. */
const all = '';

/** The list and its buttons. */
export function MadeCodes({ refs, onClose }: { refs: readonly string[]; onClose: () => void }) {
  const [copied, setCopied] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const copy = async (which: string) => {
    setCopied(null);
    const answer = await call('secret.copy', { refs: which === all ? [...refs] : [which] });
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) setCopied(which);
  };
  return (
    <>
      <p className={styles.line}>{refs.length === 0 ? texts.madeNone : texts.madeLine}</p>
      {refs.length === 0 ? null : (
        <ul className={styles.codes}>
          {refs.map((ref, index) => {
            const name = texts.code(index + 1, locale());
            return (
              <MadeCode key={ref} code={ref} name={name} isCopied={copied === ref} onCopy={() => void copy(ref)} />
            );
          })}
        </ul>
      )}
      <p className={styles.line} role="status">
        {copied === null ? '' : texts.copied}
      </p>
      {problem === null ? null : <Refused problem={problem} />}
      <div className={styles.buttons}>
        <Button onPress={onClose}>{texts.close}</Button>
        {refs.length === 0 ? null : (
          <Button kind="primary" icon={copied === all ? 'check' : 'copy'} onPress={() => void copy(all)}>
            {texts.copyAll(refs.length, locale())}
          </Button>
        )}
      </div>
    </>
  );
}

interface MadeCodeProps {
  /** Its reference. */
  code: string;
  name: string;
  isCopied: boolean;
  onCopy: () => void;
}

function MadeCode({ code, name, isCopied, onCopy }: MadeCodeProps) {
  const { place, shown, problem, show, hide } = useReveal(code);
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
        label={shown ? texts.hide(name) : texts.show(name)}
        onPress={() => (shown ? hide() : void show())}
      />
      <IconButton icon={isCopied ? 'check' : 'copy'} label={texts.copy(name)} onPress={onCopy} />
      {problem === null ? null : <Refused problem={problem} />}
    </li>
  );
}
