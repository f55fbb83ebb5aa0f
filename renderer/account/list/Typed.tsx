// A field whose text is applied a moment after the last key, so that a word makes one request.
import { type InputHTMLAttributes, type Ref, useCallback, useEffect, useRef, useState } from 'react';
import { IconButton } from '../../ui/Button';
import { classes } from '../../ui/classes';
import { Icon } from '../../ui/Icon';
import { listTexts } from '../../../app/texts/account/list-frame';
import styles from './Toolbar.module.css';

/** How long the user must not type before it counts (ms). */
const settleMs = 250;

/** Leads to the list's search: keyboard/window-keys.ts. */
const searchKey = '/';

interface TypedProps {
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
  /** With the magnifying glass: the list's own search. */
  isSearch?: boolean;
  inputRef?: Ref<HTMLInputElement>;
}

/** A small field with its name inside. Enter applies its text at once, Esc empties it. */
export function Typed({ label, placeholder, value, onChange, isSearch = false, inputRef }: TypedProps) {
  const [typed, setTyped] = useState(value);
  // The value was set from elsewhere: it replaces what was typed.
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const stop = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
  }, []);
  useEffect(() => stop, [stop]);

  const settle = (text: string) => {
    stop();
    if (text !== value) onChange(text);
  };
  const type = (text: string) => {
    setTyped(text);
    stop();
    timer.current = setTimeout(() => settle(text), settleMs);
  };
  const clear = () => {
    setTyped('');
    settle('');
  };
  const kind: InputHTMLAttributes<HTMLInputElement>['type'] = isSearch ? 'search' : 'text';
  return (
    <div className={classes(styles.typed, isSearch && styles.searching)}>
      {isSearch ? <Icon name="search" className={styles.glass} /> : null}
      <input
        ref={inputRef}
        type={kind}
        className={styles.input}
        aria-label={label}
        {...(isSearch ? { 'aria-keyshortcuts': searchKey } : {})}
        placeholder={placeholder}
        value={typed}
        maxLength={100}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle(typed);
          if (event.key !== 'Escape' || typed === '') return;
          event.preventDefault();
          event.stopPropagation();
          clear();
        }}
      />
      {typed === '' ? (
        isSearch && (
          <kbd className={styles.key} aria-hidden="true">
            {searchKey}
          </kbd>
        )
      ) : (
        <IconButton icon="close" label={listTexts.clear({ field: label })} className={styles.clear} onPress={clear} />
      )}
    </div>
  );
}
