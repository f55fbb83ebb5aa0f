// The codes that were just made: behind dots, shown one at a time, copied one by one or all at once. Must not hold their texts: one
// that is shown stands in its element alone, for a while.
import { useState } from 'react';
import type { Problem } from '../../../app/bridge/contract';
import { actionTexts as texts } from '../../../app/texts/actions';
import { call } from '../../ui/bridge';
import { Button, IconButton } from '../../ui/Button';
import { locale } from '../../ui/locale';
import { Refused } from '../form/Refused';
import styles from './MadeCodes.module.css';
import { useRevealOne } from './use-reveal-one';

/** Stands for all of them, where a reference stands for one. */
const all = '';

/** The list and its buttons. */
export function MadeCodes({ refs, onClose }: { refs: readonly string[]; onClose: () => void }) {
  const reveal = useRevealOne();
  const [copied, setCopied] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const copy = async (which: string) => {
    setCopied(null);
    const answer = await call('secret.copy', { refs: which === all ? [...refs] : [which] });
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) setCopied(which);
  };
  const trouble = problem ?? reveal.problem;
  return (
    <>
      <p className={styles.line}>{refs.length === 0 ? texts.madeNone : texts.madeLine}</p>
      {refs.length === 0 ? null : (
        <ul className={styles.codes}>
          {refs.map((ref, index) => {
            const name = texts.code(index + 1, locale());
            const isShown = reveal.shown === ref;
            return (
              <li key={ref} className={styles.code}>
                <span className={styles.name}>{name}</span>
                {isShown ? (
                  <code ref={reveal.place} className={styles.text} />
                ) : (
                  <span className={styles.text}>
                    <span aria-hidden="true">{'•'.repeat(12)}</span>
                    <span className="only-spoken">{texts.hidden}</span>
                  </span>
                )}
                <IconButton
                  icon={isShown ? 'eyeOff' : 'eye'}
                  label={isShown ? texts.hide(name) : texts.show(name)}
                  onPress={() => (isShown ? reveal.hide() : void reveal.show(ref))}
                />
                <IconButton
                  icon={copied === ref ? 'check' : 'copy'}
                  label={texts.copy(name)}
                  onPress={() => void copy(ref)}
                />
              </li>
            );
          })}
        </ul>
      )}
      <p className={styles.line} role="status">
        {copied === null ? '' : texts.copied}
      </p>
      {trouble === null ? null : <Refused problem={trouble} />}
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
