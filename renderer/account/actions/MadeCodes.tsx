// The codes that were just made: masked, shown one at a time, copied one by one or all at once. Their texts stay in
// main.
import { useState } from 'react';
import type { Problem } from '../../../app/model/problem';
import { actionTexts as texts } from '../../../app/texts/account/actions';
import { call } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { Refused } from '../form/Refused';
import styles from './MadeCodes.module.css';
import { SecretLine } from './SecretLine';

/** Means all of them, where a reference means one. */
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
            const name = texts.code({ index: index + 1 });
            return (
              <SecretLine key={ref} secret={ref} name={name} isCopied={copied === ref} onCopy={() => void copy(ref)} />
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
            {texts.copyAll({ count: refs.length })}
          </Button>
        )}
      </div>
    </>
  );
}
