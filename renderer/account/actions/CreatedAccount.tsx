// What signs in to a sub-account that was just created: its name, and its masked password; copied alone or together.
// The password's text stays in main until it is shown.
import { useState } from 'react';
import type { CallOutput } from '../../../app/bridge/contract';
import type { Problem, Result } from '../../../app/model/problem';
import { actionTexts as texts } from '../../../app/texts/account/actions';
import { call } from '../../ui/bridge';
import { Button, IconButton } from '../../ui/Button';
import { classes } from '../../ui/classes';
import { Refused } from '../form/Refused';
import styles from './MadeCodes.module.css';
import { SecretLine } from './SecretLine';

export type Created = NonNullable<CallOutput<'actions.run'>['created']>;

/** The sheet. It is closed by its button alone: the password is not shown again. */
export function CreatedAccount({ created, onClose }: { created: Created; onClose: () => void }) {
  const { username, usernameRef, passwordRef } = created;
  const [copied, setCopied] = useState<'username' | 'password' | 'both' | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const refs = [...(usernameRef === null ? [] : [usernameRef]), passwordRef];

  async function copy(what: typeof copied, sent: Promise<Result<void>>): Promise<void> {
    setCopied(null);
    const answer = await sent;
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) setCopied(what);
  }

  return (
    <>
      <p className={styles.line}>{username === null ? texts.createdNameless : texts.createdLine}</p>
      <ul className={styles.codes}>
        {username === null ? null : (
          <li className={styles.code}>
            <span className={styles.name}>{texts.createdUsername}</span>
            <span className={classes(styles.text)}>{username}</span>
            <IconButton
              icon={copied === 'username' ? 'check' : 'copy'}
              label={texts.copy({ name: texts.createdUsername })}
              onPress={() => void copy('username', call('text.copy', { text: username }))}
            />
          </li>
        )}
        <SecretLine
          secret={passwordRef}
          name={texts.createdPassword}
          isCopied={copied === 'password'}
          onCopy={() => void copy('password', call('secret.copy', { refs: [passwordRef] }))}
        />
      </ul>
      <p className={styles.line} role="status">
        {copied === null ? '' : copied === 'username' ? texts.copiedPlain : texts.copied}
      </p>
      {problem === null ? null : <Refused problem={problem} />}
      <div className={styles.buttons}>
        <Button onPress={onClose}>{texts.finish}</Button>
        <Button
          kind="primary"
          icon={copied === 'both' ? 'check' : 'copy'}
          onPress={() => void copy('both', call('secret.copy', { refs }))}
        >
          {username === null ? texts.copyPassword : texts.copyBoth}
        </Button>
      </div>
    </>
  );
}
