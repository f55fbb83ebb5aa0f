// The first step: what will happen, whether everything is ready, which places use the key. Nothing is revoked here.
import type { ReactNode } from 'react';
import type { Rotation } from '../../app/model/rotation/rotation';
import type { AppState } from '../../app/model/state/app-state';
import { formatMoment } from '../../app/texts/format';
import { keyringName } from '../../app/texts/key-storage';
import { placesTexts } from '../../app/texts/wizard/places';
import { leakSteps, prepareTexts as texts } from '../../app/texts/wizard/wizard';
import { sentences } from '../../app/texts/sentence';
import { OptionCard, OptionCards } from '../onboarding/OptionCards';
import { Refusal } from '../onboarding/Refusal';
import { PlacesCard } from '../places/PlacesCard';
import { ask } from '../ui/bridge';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/fields/Checkbox';
import { Banner } from '../ui/Banner';
import { Icon, type IconName } from '../ui/Icon';
import { locale } from '../ui/locale';
import { Abandon } from './Abandon';
import { Board } from './places/Board';
import { Note, Notes } from './step/Note';
import styles from './Prepare.module.css';
import { Group, Step } from './step/Step';
import { KnownToYou } from './KnownToYou';
import { type PreparationState, usePreparation } from './use-preparation';
import { useCall } from './step/use-call';

interface PrepareProps {
  state: AppState;
  rotation: Rotation;
  onHasKey: () => void;
}

type Warning = keyof typeof texts.warnings;

const warningIcons: Record<Warning, IconName> = {
  stops: 'bad',
  everywhere: 'flow',
  once: 'eye',
  twoFactor: 'lock',
  spends: 'shield',
};

/** What the vendor does, as far as it applies. */
const warningsFor: Record<Rotation['entry'], readonly Warning[]> = {
  'on-purpose': ['stops', 'everywhere', 'once', 'twoFactor'],
  leak: [],
  refused: ['once', 'twoFactor'],
  lost: ['stops', 'everywhere', 'once', 'twoFactor'],
  first: ['once', 'twoFactor', 'spends'],
};

/** The words and checks that fit the reason to be here, and the button to continue. */
export function Prepare({ state, rotation, onHasKey }: PrepareProps) {
  const { entry } = rotation;
  const calls = useCall();
  const preparation = usePreparation(state.rotation.places, entry);
  const next = () => {
    if (preparation.isReady()) void calls.run('rotation.next', undefined);
  };
  const refused = entry === 'refused';
  const warnings = warningsFor[entry];

  return (
    <Step
      title={texts.title[entry]}
      lead={texts.lead[entry]}
      aside={<Abandon rotation={rotation} />}
      actions={
        refused ? undefined : (
          <Button
            kind="primary"
            busy={calls.busy === 'rotation.next'}
            {...(entry === 'leak' ? { icon: 'refresh' as const } : {})}
            onPress={next}
          >
            {texts.next}
          </Button>
        )
      }
    >
      {refused ? (
        <OptionCards label={texts.refusedWays}>
          <OptionCard icon="paste" title={texts.haveNew} line={texts.haveNewLine} isFirst onPress={onHasKey} />
          <OptionCard
            icon="refresh"
            title={texts.makeNew}
            line={texts.makeNewLine}
            busy={calls.busy === 'rotation.next'}
            onPress={next}
          />
        </OptionCards>
      ) : null}
      {entry === 'leak' ? <LeakFirst /> : null}
      {warnings.length === 0 ? null : (
        <Group title={texts.warningsTitle}>
          <ul className={styles.warnings} data-count={warnings.length}>
            {warnings.map((each) => (
              <li key={each}>
                <Icon name={warningIcons[each]} className={styles.warningIcon} />
                <p className={styles.title}>{texts.warnings[each].title}</p>
                <p className={styles.line}>{texts.warnings[each].line}</p>
              </li>
            ))}
          </ul>
        </Group>
      )}
      <Group title={texts.checksTitle}>
        <Notes>
          <TwoFactor account={state.account.value} />
          <Email account={state.account.value} />
          <Keyring keyState={state.key} />
          {entry === 'on-purpose' || entry === 'lost' ? <LastChanged savedAt={state.key.savedAt} /> : null}
        </Notes>
      </Group>
      {preparation.isAsked ? <KnownToYou ticked={preparation.ticked} onTick={preparation.tick} /> : null}
      {entry === 'first' || entry === 'leak' ? null : <Places state={state} preparation={preparation} />}
      {preparation.missing.length === 0 ? null : (
        <Banner
          tone="warning"
          role="alert"
          detail={sentences(...preparation.missing.map((each) => texts.missing[each]))}
        >
          {texts.missingTitle}
        </Banner>
      )}
      {calls.problem === null ? null : <Refusal problem={calls.problem} />}
    </Step>
  );
}

/** Where NineTray updates some of them, whether that will work; otherwise the list of what the user will do. */
function Places({ state, preparation }: { state: AppState; preparation: PreparationState }) {
  const isBoard = state.places.rows.some(({ readiness }) => readiness !== 'hand');
  if (isBoard) return <Board view={state.places} />;
  return (
    <PlacesCard places={state.rotation.places} editor={preparation.editor}>
      {preparation.isAsked ? (
        <Checkbox
          isChecked={preparation.isNowhereElse}
          onChange={preparation.setNowhereElse}
          hint={placesTexts.nowhereElseLine}
        >
          {placesTexts.nowhereElse}
        </Checkbox>
      ) : null}
    </PlacesCard>
  );
}

function LeakFirst() {
  return (
    <Group title={texts.leakTitle}>
      <ol className={styles.order}>
        {leakSteps().map(({ title, line }) => (
          <li key={title}>
            <p className={styles.title}>{title}</p>
            <p className={styles.line}>{line}</p>
          </li>
        ))}
      </ol>
    </Group>
  );
}

/** Nothing for an account that is not known: the dashboard will say. */
function TwoFactor({ account }: { account: AppState['account']['value'] }) {
  const on = account?.twoFactor ?? null;
  const open: ReactNode = (
    <Button kind="quiet" icon="external" onPress={() => ask('external.open', { page: 'apiKey' })}>
      {texts.twoFactorOpen}
    </Button>
  );
  if (on === null) {
    return <Note tone="info" title={texts.twoFactorUnknown} line={texts.twoFactorUnknownLine} action={open} />;
  }
  return on ? (
    <Note tone="good" title={texts.twoFactorOn} />
  ) : (
    <Note tone="bad" title={texts.twoFactorOff} line={texts.twoFactorOffLine} action={open} />
  );
}

function Email({ account }: { account: AppState['account']['value'] }) {
  return account?.emailVerified === false ? <Note tone="bad" title={texts.emailOff} line={texts.emailOffLine} /> : null;
}

function Keyring({ keyState }: { keyState: AppState['key'] }) {
  const { canProtect, keyring, status, storage } = keyState;
  if (status === 'locked' || status === 'changed' || status === 'asking') {
    return (
      <Note
        tone="warning"
        title={texts.keyringTrouble}
        line={texts.keyringTroubleLine}
        action={<Button onPress={() => ask('key.retry', undefined)}>{texts.keyringRetry}</Button>}
      />
    );
  }
  if (storage === 'unprotected') {
    return <Note tone="warning" title={texts.keyringUnprotected} line={texts.keyringUnprotectedLine} />;
  }
  return canProtect === false || storage === 'session' ? (
    <Note tone="warning" title={texts.keyringNone} line={texts.keyringNoneLine} />
  ) : (
    <Note tone="good" title={texts.keyringGood({ keyring: keyringName(keyring) })} line={texts.keyringGoodLine} />
  );
}

function LastChanged({ savedAt }: { savedAt: number | null }) {
  if (savedAt === null) return <Note tone="info" title={texts.changedUnknown} line={texts.changedLine} />;
  const moment = formatMoment(savedAt, locale());
  return <Note tone="info" icon="clock" title={texts.changed({ moment })} line={texts.changedLine} />;
}
