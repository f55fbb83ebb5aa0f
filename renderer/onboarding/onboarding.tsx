// First run, and every later time that a key has to be entered: which step is shown, and how to move between them. It
// holds no key; main decides about it (app/key).
import { useEffect, useState } from 'react';
import type { AppState } from '../../app/model/state/app-state';
import { onboardingTexts as texts } from '../../app/texts/onboarding';
import { ConfirmKey } from './ConfirmKey';
import { Enter } from './Enter';
import { Guide } from './Guide';
import { useKeyEntry } from './key-entry';
import { Keyring } from './Keyring';
import { isAtKeyring, entryReasonOf } from './entry-reason';
import { Welcome } from './Welcome';

interface OnboardingProps {
  state: AppState;
  /** Leads back to the figures, where there are any. Also called when there is nothing left to do here. */
  onClose?: () => void;
  /** A key was saved, where there is nothing to go back to: on first run. */
  onKept?: () => void;
  /** Opens the settings: a proxy may be needed before the first check. */
  onSettings?: () => void;
}

type Step = 'enter' | 'guide';

/** The screens that lead to a key, or to the demo. */
export function Onboarding({ state, onClose, onKept = onClose, onSettings }: OnboardingProps) {
  const entry = useKeyEntry();
  const situation = entryReasonOf(state);
  const [began] = useState(situation);
  // The steps taken from the first screen; the last one is shown.
  const [trail, setTrail] = useState<readonly Step[]>([]);
  const step = trail.at(-1);

  const { sandboxed } = state.platform;

  const done = () => onClose?.();
  const go = (to: Step) => setTrail([...trail, to]);
  const back = {
    label: texts.back,
    onPress: () => {
      entry.abandon();
      setTrail(trail.slice(0, -1));
    },
  };

  // The keyring was unlocked after all: there is nothing to enter.
  const unlocked = isAtKeyring(began) && situation === 'replace' && trail.length === 0;
  useEffect(() => {
    if (unlocked) onClose?.();
  }, [unlocked, onClose]);

  if (entry.candidate !== null) {
    return <ConfirmKey state={state} candidate={entry.candidate} entry={entry} onKept={() => onKept?.()} />;
  }
  if (step === 'guide') {
    return <Guide sandboxed={sandboxed} back={back} onKey={() => go('enter')} />;
  }
  if (step === undefined && situation === 'first-run') {
    return (
      <Welcome
        sandboxed={sandboxed}
        onKey={() => go('enter')}
        onGuide={() => go('guide')}
        onDemo={done}
        onClose={onClose}
        onSettings={onSettings}
      />
    );
  }
  if (step === undefined && isAtKeyring(situation)) {
    return (
      <Keyring
        sandboxed={sandboxed}
        situation={situation}
        reason={state.key.problem}
        onKey={() => go('enter')}
        onClose={onClose}
        onSettings={onSettings}
      />
    );
  }
  const toFigures = onClose === undefined ? undefined : { label: texts.back, onPress: onClose };
  return (
    <Enter
      state={state}
      entry={entry}
      back={step === undefined ? toFigures : back}
      onGuide={() => go('guide')}
      onSettings={onSettings}
    />
  );
}
