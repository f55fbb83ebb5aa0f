// The fifth step: the only screen that shows the new key, and only when the user asks for it. Three ways out: the
// clipboard, a file, or explicitly no copy. Nothing closes it by accident.
import { useState } from 'react';
import type { Rotation } from '../../app/model/rotation/rotation';
import type { AppState } from '../../app/model/state/app-state';
import { formatCount } from '../../app/texts/format';
import { wizardPlacesTexts } from '../../app/texts/wizard/place-states';
import { copyTexts as texts } from '../../app/texts/wizard/wizard-after';
import { Refusal } from '../onboarding/Refusal';
import { kindIcons } from '../places/kind-icons';
import { countOf, type KeyCount, progressOf, runOf } from '../places/run-facts';
import { Banner } from '../ui/Banner';
import { call } from '../ui/bridge';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { locale } from '../ui/locale';
import { useSeconds } from '../ui/hooks/use-seconds';
import { useSecret } from '../ui/hooks/use-secret';
import { ClipboardLine, clipboardOfKey } from './ClipboardLine';
import styles from './CopyOnce.module.css';
import { Step } from './step/Step';
import { StillAccepted } from './receipt/StillAccepted';
import { type Calls, useCall } from './step/use-call';

interface CopyOnceProps {
  state: AppState;
  rotation: Rotation;
}

const readKey = () => call('rotation.reveal', undefined);

/** Show, copy, save, or continue without a copy; there is no way back from the next step. */
export function CopyOnce({ state, rotation }: CopyOnceProps) {
  const calls = useCall();
  const [leaving, setLeaving] = useState(false);
  const clipboard = clipboardOfKey(state);
  const copied = rotation.copied !== null;
  const run = runOf(state.places, rotation.id);
  const count = run === null ? null : countOf(rotation, run);
  const isNeeded = count === null || count.all === 0 || count.has < count.all;

  const { hand, failed } = progressOf(rotation, run);
  const needed = [...failed, ...hand].filter(({ entry }) => entry.tickedAt === null).map(({ entry }) => entry);

  const leave = async () => {
    const answer = await calls.run('rotation.noCopyNeeded', undefined);
    if (answer?.ok) {
      setLeaving(false);
      await calls.run('rotation.next', undefined);
    }
  };

  return (
    <Step
      title={texts.title}
      lead={texts.lead}
      aside={copied || !isNeeded ? undefined : <Button onPress={() => setLeaving(true)}>{texts.none}</Button>}
      actions={
        copied || isNeeded ? (
          <Button
            kind={copied ? 'primary' : 'plain'}
            busy={calls.busy === 'rotation.next'}
            onPress={() => (copied ? void calls.run('rotation.next', undefined) : setLeaving(true))}
          >
            {texts.next}
          </Button>
        ) : (
          <Button kind="primary" busy={calls.busy !== null} onPress={() => void leave()}>
            {wizardPlacesTexts.noCopyNeeded}
          </Button>
        )
      }
    >
      {count === null || count.all === 0 ? null : <HaveIt count={count} />}
      <div className={styles.card}>
        <KeyInHand os={state.platform.os} />
        <div className={styles.ways}>
          <Button
            kind={isNeeded ? 'primary' : 'plain'}
            icon={clipboard.outcome === 'copied' ? 'check' : 'copy'}
            busy={calls.busy === 'rotation.copy'}
            onPress={() => void calls.run('rotation.copy', undefined)}
          >
            {clipboard.outcome === 'none' ? texts.copy : texts.copyAgain}
          </Button>
          <SaveToFile calls={calls} />
        </div>
        <ClipboardLine clipboard={clipboard} />
        {rotation.copied?.how === 'file' ? <Banner tone="good">{texts.saved}</Banner> : null}
        {calls.problem === null || leaving ? null : <Refusal problem={calls.problem} />}
      </div>
      <p className={styles.mark}>
        <span>{texts.fingerprint}</span> <code>{rotation.newFingerprint}</code>
      </p>
      <Needed places={needed} />
      <StillAccepted rotation={rotation} nextCheckAt={state.rotation.nextCheckAt} />
      <Confirm
        title={texts.leaveTitle}
        isOpen={leaving}
        confirmLabel={texts.leaveConfirm}
        cancelLabel={texts.leaveCancel}
        isDangerous
        busy={calls.busy !== null}
        onConfirm={() => void leave()}
        onCancel={() => setLeaving(false)}
      >
        <div className={styles.meaning}>
          <p>{texts.leaveMeaning}</p>
          {needed.length === 0 ? null : <p>{placesLine(needed.length)}</p>}
          {calls.problem === null ? null : <Refusal problem={calls.problem} />}
        </div>
      </Confirm>
    </Step>
  );
}

/** How many places have it already, without the user. */
function HaveIt({ count: { has, all, isRunning } }: { count: KeyCount }) {
  const line = has === all ? 'hasAllLine' : isRunning ? 'hasWaitLine' : 'hasSomeLine';
  return (
    <Banner tone={has === all ? 'good' : 'info'} role="status" detail={wizardPlacesTexts[line]}>
      {wizardPlacesTexts.has({ count: all, has: formatCount(has, locale()), all: formatCount(all, locale()) })}
    </Banner>
  );
}

/** The masked key, shown while a button is held, or for 20 s. */
function KeyInHand({ os }: { os: AppState['platform']['os'] }) {
  const { place, shown, until, problem, show, hide } = useSecret(readKey);
  const now = useSeconds(shown);
  const left = until === null ? 0 : Math.max(1, Math.floor((until - now) / 1000));
  // A hold that is let go hides it; what a toggle showed, a hold neither starts nor ends.
  const [held, setHeld] = useState(false);
  return (
    <div className={styles.key}>
      <div className={styles.frame} data-shown={shown}>
        <code ref={place} className={styles.text} hidden={!shown} />
        {shown ? null : (
          <span className={styles.dots}>
            <span aria-hidden="true">{'•'.repeat(28)}</span>
            <span className="only-spoken">{texts.masked}</span>
          </span>
        )}
      </div>
      <div className={styles.shows}>
        <Button
          kind="quiet"
          icon="eye"
          aria-describedby="hold-hint"
          onPressStart={() => {
            setHeld(true);
            void show();
          }}
          onPressEnd={() => {
            setHeld(false);
            hide();
          }}
        >
          {texts.hold}
        </Button>
        <Button kind="quiet" icon={shown && !held ? 'eyeOff' : 'clock'} onPress={() => (shown ? hide() : void show())}>
          {shown && !held ? texts.toggleOff : texts.toggle}
        </Button>
        <span className={styles.hint} id="hold-hint">
          {shown ? texts.hidesIn({ seconds: formatCount(left, locale()) }) : texts.holdHint}
        </span>
      </div>
      <p className={styles.hint}>{texts.watched[os]}</p>
      {problem === null ? null : <Refusal problem={problem} />}
    </div>
  );
}

function SaveToFile({ calls }: { calls: Calls }) {
  const [declined, setDeclined] = useState(false);
  const save = async () => {
    setDeclined(false);
    const answer = await calls.run('rotation.saveToFile', undefined);
    setDeclined(answer?.ok === true && !answer.value.saved);
  };
  return (
    <>
      <Button icon="file" busy={calls.busy === 'rotation.saveToFile'} onPress={() => void save()}>
        {texts.save}
      </Button>
      <p className={styles.hint}>
        {declined ? null : texts.saveLine}
        <output>{declined ? texts.notSaved : ''}</output>
      </p>
    </>
  );
}

/** Where it will have to go, while it can still be copied. */
function Needed({ places }: { places: Rotation['places'] }) {
  if (places.length === 0) return null;
  return (
    <section className={styles.needed} aria-label={texts.forPlaces}>
      <p className={styles.neededTitle}>{texts.forPlaces}</p>
      <ul className={styles.places}>
        {places.map(({ place }) => (
          <li key={place.id}>
            <Icon name={kindIcons[place.kind]} />
            {place.name}
          </li>
        ))}
      </ul>
      <p className={styles.hint}>{texts.forPlacesLine}</p>
    </section>
  );
}

/** How many places still need the key. */
function placesLine(count: number): string {
  return texts.leavePlaces({ count, shown: formatCount(count, locale()) });
}
