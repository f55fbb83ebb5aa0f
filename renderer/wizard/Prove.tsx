// The fourth step: three proofs, which main finds in its own time. Being offline is not a failure here, it waits;
// another account is a question that only the user can answer.
import { useState } from 'react';
import type { Rotation } from '../../app/model/rotation/rotation';
import type { AppState } from '../../app/model/state/app-state';
import { formatClock } from '../../app/texts/format';
import { proveTexts as texts } from '../../app/texts/wizard/wizard';
import { problemText } from '../../app/texts/problems/problems';
import { aside, sentences } from '../../app/texts/sentence';
import { Refusal } from '../onboarding/Refusal';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Dialog';
import { locale } from '../ui/locale';
import { useNow } from '../ui/hooks/use-now';
import { Note, Notes, type NoteTone } from './step/Note';
import styles from './Prove.module.css';
import { Step } from './step/Step';
import { StillAccepted } from './receipt/StillAccepted';
import { useCall } from './step/use-call';

interface ProveProps {
  state: AppState;
  rotation: Rotation;
}

type ProofState = Rotation['proof']['answers'];

const tones: Record<ProofState, NoteTone> = { open: 'waiting', proved: 'good', failed: 'bad', waived: 'plain' };

/** What is proved, what is not, what is waited for. */
export function Prove({ state, rotation }: ProveProps) {
  const calls = useCall();
  const { proof, clipboardCleared } = rotation;
  const isOther = proof.otherAccount !== null && proof.sameAccount === 'failed';
  const refused = proof.answers === 'failed';
  return (
    <Step
      title={texts.title}
      lead={texts.lead}
      aside={
        isOther || refused || proof.waitingFor !== undefined ? (
          <Discard label={isOther ? texts.otherDiscard : texts.wrongKey} />
        ) : null
      }
      actions={
        isOther ? (
          <Button
            kind="primary"
            busy={calls.busy === 'rotation.acceptAccount'}
            onPress={() => void calls.run('rotation.acceptAccount', undefined)}
          >
            {texts.otherAccept}
          </Button>
        ) : (
          <Button
            icon="refresh"
            busy={calls.busy === 'rotation.proveNow'}
            onPress={() => void calls.run('rotation.proveNow', undefined)}
          >
            {texts.tryNow}
          </Button>
        )
      }
    >
      <Proofs rotation={rotation} />
      {proof.waitingFor === undefined ? null : <Waiting problem={proof.waitingFor} />}
      {isOther ? <OtherAccount rotation={rotation} /> : null}
      <StillAccepted rotation={rotation} nextCheckAt={state.rotation.nextCheckAt} />
      {clipboardCleared === null ? null : (
        <Banner
          tone={clipboardCleared ? 'good' : 'warning'}
          detail={clipboardCleared ? texts.histories[state.platform.os] : null}
        >
          {clipboardCleared ? texts.clipboardCleared : texts.clipboardNotCleared}
        </Banner>
      )}
      {calls.problem === null ? null : <Refusal problem={calls.problem} />}
    </Step>
  );
}

function Proofs({ rotation }: { rotation: Rotation }) {
  const { sameAccount, oldDead, waitingFor } = rotation.proof;
  const time = (moment: number) => formatClock(moment, locale());
  const waits = waitingFor !== undefined;
  // There was one, and its copy cannot be read, which proves nothing.
  const isUntried = oldDead === 'waived' && rotation.oldFingerprint !== null;
  const refusedAt = rotation.oldKey.checks.findLast(({ outcome }) => outcome === 'refused')?.at;
  return (
    <Notes label={texts.title}>
      <Answers proof={rotation.proof} />
      <Proof
        state={sameAccount}
        // A key that is refused says nothing of its account.
        waits={waits || rotation.proof.answers === 'failed'}
        title={isFirstKnown(rotation) ? texts.anyAccount : texts.sameAccount[sameAccount]}
        line={accountLine(rotation)}
      />
      <Proof
        state={oldDead}
        waits={waits}
        title={isUntried ? texts.oldUntried : texts.oldDead[oldDead]}
        {...(isUntried ? { word: texts.notProved } : {})}
        line={
          oldDead === 'waived'
            ? isUntried
              ? texts.oldUntriedLine
              : texts.oldNone
            : oldDead === 'proved' && refusedAt !== undefined
              ? texts.oldRefusedAt({ at: time(refusedAt) })
              : rotation.oldKey.refusedOnceAt === undefined
                ? texts.oldOpen
                : texts.oldRefusedOnce({ at: time(rotation.oldKey.refusedOnceAt) })
        }
      />
    </Notes>
  );
}

/** Whether 9Proxy accepts the new key. A first refusal is shown as such until a second one confirms it. */
function Answers({ proof: { answers, at, waitingFor, refusedOnceAt } }: { proof: Rotation['proof'] }) {
  const time = (moment: number) => formatClock(moment, locale());
  const waits = waitingFor !== undefined;
  if (answers === 'open' && refusedOnceAt !== undefined) {
    const line = texts.refusedOnceLine({ at: time(refusedOnceAt) });
    return <Proof state="open" waits={waits} title={texts.refusedOnce} line={line} />;
  }
  const lines: Record<ProofState, string | null> = {
    open: waits ? null : texts.answersOpen,
    proved: at === null ? null : texts.answersAt({ at: time(at) }),
    failed: texts.answersFailed,
    waived: null,
  };
  return <Proof state={answers} waits={waits} title={texts.answers[answers]} line={lines[answers]} />;
}

/** There was no account to compare with. */
function isFirstKnown({ account, proof }: Rotation): boolean {
  return account === null || (proof.sameAccount === 'waived' && proof.otherAccount === null);
}

function accountLine({ account, proof }: Rotation): string {
  if (account === null) return texts.accountFirst;
  if (proof.sameAccount === 'open') return texts.accountOpen({ name: account.name });
  return texts.accountOf({ name: proof.otherAccount?.name ?? account.name });
}

interface ProofProps {
  state: ProofState;
  /** No request could be made so far. */
  waits: boolean;
  title: string;
  line: string | null;
  /** Its status, where the state's own word does not fit. */
  word?: string;
}

/** A proof, and its status. */
function Proof({ state, waits, title, line, word = texts.state[state] }: ProofProps) {
  const isWaiting = state === 'open';
  return (
    <Note
      tone={isWaiting && waits ? 'plain' : tones[state]}
      {...(isWaiting && waits ? { icon: 'clock' as const } : {})}
      title={
        <>
          {title}
          <span className={isWaiting ? styles.open : 'only-spoken'}>{aside(word)}</span>
        </>
      }
      line={line}
    />
  );
}

/** The check got no answer: why, and that NineTray retries automatically. */
function Waiting({ problem }: { problem: NonNullable<Rotation['proof']['waitingFor']> }) {
  const now = useNow();
  const text = problemText(problem, locale(), now);
  return (
    <Banner tone="info" detail={sentences(text.cause, texts.waiting)}>
      {text.title}
    </Banner>
  );
}

function OtherAccount({ rotation: { account, proof } }: { rotation: Rotation }) {
  return (
    <section className={styles.other} aria-label={texts.otherTitle}>
      <h2 className={styles.otherTitle}>{texts.otherTitle}</h2>
      <dl className={styles.names}>
        <div>
          <dt>{texts.otherExpected}</dt>
          <dd>{account?.name}</dd>
        </div>
        <div>
          <dt>{texts.otherIs}</dt>
          <dd>{proof.otherAccount?.name}</dd>
        </div>
      </dl>
      <p className={styles.meaning}>{texts.otherMeaning}</p>
    </section>
  );
}

/** Destroying the received key: it may be the only copy, so the user is asked first. */
function Discard({ label }: { label: string }) {
  const [asking, setAsking] = useState(false);
  const calls = useCall();
  const discard = async () => {
    const answer = await calls.run('rotation.discardReceived', undefined);
    if (answer?.ok) setAsking(false);
  };
  return (
    <>
      <Button kind="danger" onPress={() => setAsking(true)}>
        {label}
      </Button>
      <Confirm
        title={texts.discardTitle}
        isOpen={asking}
        confirmLabel={texts.discardConfirm}
        cancelLabel={texts.discardCancel}
        isDangerous
        busy={calls.busy !== null}
        onConfirm={() => void discard()}
        onCancel={() => setAsking(false)}
      >
        <div className={styles.question}>
          <p>{texts.discardMeaning}</p>
          {calls.problem === null ? null : <Refusal problem={calls.problem} />}
        </div>
      </Confirm>
    </>
  );
}
