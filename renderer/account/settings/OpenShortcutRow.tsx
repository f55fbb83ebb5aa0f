// The global shortcut that opens the popover: recorded as it is pressed, removed, and why it does nothing where it does not.
import { useEffect, useRef, useState } from 'react';
import type { AppState } from '../../../app/model/state/app-state';
import { shortcutTexts } from '../../../app/texts/account/shortcuts';
import { settingsTexts } from '../../../app/texts/settings';
import { FieldError } from '../../settings/FieldError';
import { useChange } from '../../settings/use-change';
import { call } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { Row } from '../../ui/Section';
import styles from './OpenShortcutRow.module.css';
import { type Recorded, recordedShortcut, shownShortcut } from './shortcut-keys';

interface OpenShortcutRowProps {
  settings: AppState['settings'];
  platform: AppState['platform'];
}

/** Its keys, and what changes them. */
export function OpenShortcutRow({ settings, platform }: OpenShortcutRowProps) {
  const texts = settingsTexts.shortcut;
  const { change, problem } = useChange();
  const [wrong, setWrong] = useState<'no-modifier' | 'unusable' | null>(null);
  const recorder = useRecorder((recorded) => {
    if (typeof recorded === 'string') {
      setWrong(recorded === 'incomplete' ? null : recorded);
      return false;
    }
    setWrong(null);
    void change({ openShortcut: recorded.accelerator });
    return true;
  });
  const { openShortcut: chosen } = settings;
  const keys = chosen === null ? null : shownShortcut(chosen, { os: platform.os, control: shortcutTexts.control });
  const refused = recorder.isOn || keys === null ? null : (platform.shortcutProblem ?? null);
  return (
    <Row
      className={styles.row}
      label={texts.label}
      hint={recorder.isOn ? texts.howTo : texts.line}
      below={
        <>
          {/* Announced when it changes, so that it is there before. */}
          <p role="status" className={styles.status}>
            {recorder.isOn && wrong === 'no-modifier' ? texts.noModifier : null}
            {recorder.isOn && wrong === 'unusable' ? texts.unusable : null}
            {refused === 'taken' ? texts.taken({ keys: keys ?? '' }) : null}
            {refused === 'not-allowed' ? texts.notAllowed : null}
          </p>
          <FieldError problem={problem} />
        </>
      }
    >
      <div className={styles.controls}>
        {keys === null ? null : <kbd className={styles.keys}>{keys}</kbd>}
        <Button
          aria-label={recorder.isOn ? texts.recording : texts.recordName}
          onPress={() => {
            setWrong(null);
            recorder.toggle();
          }}
          onBlur={recorder.stop}
        >
          {recorder.isOn ? texts.recording : texts.record}
        </Button>
        {keys === null || recorder.isOn ? null : (
          <Button kind="quiet" aria-label={texts.removeName} onPress={() => void change({ openShortcut: null })}>
            {texts.remove}
          </Button>
        )}
      </div>
    </Row>
  );
}

/** Hears every key of the window while it is on; `onPressed` says whether it is done. Escape ends it. */
function useRecorder(onPressed: (recorded: Recorded) => boolean) {
  const [isOn, setOn] = useState(false);
  const newest = useRef(onPressed);
  useEffect(() => {
    newest.current = onPressed;
  });
  useEffect(() => {
    if (!isOn) return undefined;
    // The present shortcut must not open the popover meanwhile.
    void call('shortcut.record', { isRecording: true });
    const hear = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.key === 'Escape' || newest.current(recordedShortcut(event))) setOn(false);
    };
    const stop = () => setOn(false);
    window.addEventListener('keydown', hear, true);
    window.addEventListener('blur', stop);
    return () => {
      window.removeEventListener('keydown', hear, true);
      window.removeEventListener('blur', stop);
      void call('shortcut.record', { isRecording: false });
    };
  }, [isOn]);
  return { isOn, toggle: () => setOn((before) => !before), stop: () => setOn(false) };
}
