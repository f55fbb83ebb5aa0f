// A new token, shown once, with examples of how a program uses it. Its text is in its element alone.
import { useCallback, useState } from 'react';
import type { Problem } from '../../../app/model/problem';
import { accessTexts as texts } from '../../../app/texts/account/access';
import { call } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Segmented } from '../../ui/fields/RadioGroup';
import form from '../form/Form.module.css';
import { Refused } from '../form/Refused';
import { CopyButton } from './CopyButton';
import { ProxyWarning } from './ProxyWarning';
import { type SnippetId, snippetIds, snippetNames, snippetOf } from './snippets';
import styles from './Access.module.css';

interface MadeTokenProps {
  name: string;
  /** Returns it; null where none was made. */
  token: (() => string) | null;
  /** Why none was made. */
  problem: Problem | null;
  /** Where the gateway is; the usual one where it is not known. */
  url?: string;
  /** The variable by which programs here would ask a proxy for it; null: none. */
  proxyVariable: string | null;
  onClose: () => void;
}

/** A dialog that only its button closes: what it shows cannot be shown again. */
export function MadeToken({
  name,
  token,
  problem,
  url = 'http://127.0.0.1:19090',
  proxyVariable,
  onClose,
}: MadeTokenProps) {
  const [snippet, setSnippet] = useState<SnippetId>('curl');
  const write = useCallback(
    (place: HTMLElement | null) => {
      if (place !== null) place.textContent = token?.() ?? '';
    },
    [token],
  );
  return (
    <Dialog title={texts.madeTitle({ name })} isOpen isWide closes="by-buttons" onClose={onClose}>
      <div className={form.form}>
        {token === null ? null : (
          <>
            <p>{texts.madeLine}</p>
            <div className={styles.made}>
              <code ref={write} aria-label={texts.token} className={styles.token} />
              <CopyButton onCopy={() => call('access.copyToken', { token: token() })}>{texts.copyToken}</CopyButton>
            </div>
            <Segmented
              label={texts.snippets}
              value={snippet}
              onChange={setSnippet}
              choices={snippetIds.map((value) => ({ value, label: snippetNames[value]() }))}
            />
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard scrolls it */}
            <pre className={styles.snippet} tabIndex={0} role="region" aria-label={snippetNames[snippet]()}>
              {snippetOf(snippet, url)}
            </pre>
            <p className={form.hint}>{texts.snippetLine}</p>
            <ProxyWarning variable={proxyVariable} />
          </>
        )}
        {problem === null ? null : <Refused problem={problem} />}
        <div className={form.buttons}>
          <Button kind="primary" onPress={onClose}>
            {texts.done}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
