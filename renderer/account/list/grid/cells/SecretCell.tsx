// A masked secret, with buttons to show it for a moment and to copy it. Its text is in its element alone, never in the
// React state.
import { useLayoutEffect } from 'react';
import { listTexts } from '../../../../../app/texts/account/list-frame';
import { problemText } from '../../../../../app/texts/problems/problems';
import { classes } from '../../../../ui/classes';
import { Icon } from '../../../../ui/Icon';
import { locale } from '../../../../ui/locale';
import { useMasked } from '../../../../ui/privacy';
import styles from './CellView.module.css';
import { offerToggle, useReveal } from '../../../secrets/reveal';

/** `secret`: its reference. The buttons are for the pointer; from the keyboard the row's menu does the same. */
export function SecretCell({ secret, label }: { secret: string; label: string }) {
  const masked = useMasked();
  const { place, shown, problem, show, hide } = useReveal(secret);
  useLayoutEffect(
    () => offerToggle(secret, { shown, toggle: () => (shown ? hide() : void show()) }),
    [secret, shown, show, hide],
  );
  const name = shown ? listTexts.hideSecret({ column: label }) : listTexts.showSecret({ column: label });
  return (
    <span className={styles.secret}>
      <code ref={place} className={classes(styles.text, styles.mono)} hidden={!shown} />
      {shown ? null : (
        <>
          <span className={styles.dots} aria-hidden="true">
            {'•'.repeat(8)}
          </span>
          <span className="only-spoken">{listTexts.hidden}</span>
        </>
      )}
      {problem === null ? null : (
        <span className={styles.problem} role="alert" title={problemText(problem, locale(), 0, masked).cause}>
          {problemText(problem, locale(), 0).title}
        </span>
      )}
      <span className={styles.tools}>
        <button type="button" tabIndex={-1} className={styles.tool} aria-label={name} title={name} data-does="reveal">
          <Icon name={shown ? 'eyeOff' : 'eye'} />
        </button>
        <button
          type="button"
          tabIndex={-1}
          className={styles.tool}
          aria-label={listTexts.copyCell({ column: label })}
          title={listTexts.copyCell({ column: label })}
          data-does="copy"
        >
          <Icon name="copy" />
        </button>
      </span>
    </span>
  );
}
