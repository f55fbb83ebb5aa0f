// Where a key is pasted or typed, checked, and refused with a reason. Its text is not kept.
import { type ReactNode, useId } from 'react';
import type { AppState } from '../../app/model/state/app-state';
import { onboardingTexts as texts, situationTexts } from '../../app/texts/onboarding';
import { isAboutConnection } from '../../app/texts/problems/refusals';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { SecretField } from '../ui/fields/SecretField';
import { NoSandboxBanner } from '../ui/NoSandboxBanner';
import { View } from '../ui/View';
import { OrLine } from './OrLine';
import styles from './Enter.module.css';
import type { KeyEntry } from './key-entry';
import { Refusal } from './Refusal';
import { isAtKeyring, type EntryReason, entryReasonOf, unusualAddress } from './entry-reason';

interface EnterProps {
  state: AppState;
  entry: KeyEntry;
  back: { label: string; onPress: () => void } | undefined;
  onGuide: () => void;
  onSettings: (() => void) | undefined;
}

/** Title and lead: the situation's own where there is more to say than "enter it". */
function wordsFor(situation: EntryReason): { title: string; lead: string } {
  return situation === 'first-run' || isAtKeyring(situation)
    ? { title: texts.enterTitle, lead: texts.enterLead }
    : situationTexts[situation];
}

/**
 * Typing goes there. The reading order still begins with the title, which names the window's content; so does the view: with large text
 * the field lies further down, and scrolling to it would cut the paste button in half. Typing scrolls to the field.
 */
function focusOn(field: HTMLInputElement | null): void {
  field?.focus({ preventScroll: true });
}

/** Paste, or type, or drop; then wait for the answer. */
export function Enter({ state, entry, back, onGuide, onSettings }: EnterProps) {
  const refusalId = useId();
  const situation = entryReasonOf(state);
  const words = wordsFor(situation);
  const checking = entry.busy === 'checking';
  const address = unusualAddress(state);

  const settings: ReactNode =
    onSettings === undefined ? null : (
      <Button kind="quiet" icon="plug" onPress={onSettings}>
        {texts.addressAndProxy}
      </Button>
    );
  const connection = entry.problem !== null && isAboutConnection(entry.problem);

  return (
    <View title={words.title} back={back}>
      {situation === 'refused' ? <Banner tone="bad">{words.lead}</Banner> : <p className={styles.lead}>{words.lead}</p>}
      <div className={styles.card}>
        <Button kind="primary" icon="paste" wide busy={checking} onPress={() => void entry.checkClipboard()}>
          {checking ? texts.checking : texts.pasteFromClipboard}
        </Button>
        <OrLine>{texts.orByHand}</OrLine>
        <SecretField
          label={texts.fieldLabel}
          hint={texts.fieldHint}
          errorId={entry.problem === null ? null : refusalId}
          submitLabel={texts.check}
          busy={checking}
          inputRef={focusOn}
          onText={(text) => void entry.check(text)}
        />
        {entry.problem === null ? null : (
          <Refusal problem={entry.problem} id={refusalId} action={connection ? settings : null} />
        )}
      </div>
      <output className="only-spoken">{checking ? texts.checking : ''}</output>
      {address === null ? null : (
        <Banner tone="info">
          {address.kind === 'custom' ? texts.goesTo({ address: address.url }) : texts.goesToSandbox}
        </Banner>
      )}
      <NoSandboxBanner sandboxed={state.platform.sandboxed} />
      <div className={styles.links}>
        <Button kind="quiet" icon="info" onPress={onGuide}>
          {texts.howToGetOne}
        </Button>
        {connection ? null : settings}
      </div>
    </View>
  );
}
