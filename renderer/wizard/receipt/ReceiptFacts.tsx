// A receipt's facts: when, whose account, fingerprints, the outage, what was proved, the places. The wizard's last step and
// the history in settings show the same.
import type { ReactNode } from 'react';
import type { PlacesRun, RunRow } from '../../../app/model/places/places-run';
import type { Rotation } from '../../../app/model/rotation/rotation';
import { formatClock, formatCount, formatDuration, formatMoment } from '../../../app/texts/format';
import { heldText, outageOf, outageSeconds, withoutKey } from '../../../app/texts/wizard/receipt';
import { receiptTexts as texts } from '../../../app/texts/wizard/wizard-after';
import { placeStateTexts as states } from '../../../app/texts/wizard/place-states';
import { labelled, sentences } from '../../../app/texts/sentence';
import { hasFailed } from '../../places/run-facts';
import { Icon, type IconName } from '../../ui/Icon';
import { locale } from '../../ui/locale';
import styles from './ReceiptFacts.module.css';

/** Everything that a receipt says. */
export function ReceiptFacts({ rotation, run }: { rotation: Rotation; run: PlacesRun | null }) {
  return (
    <div className={styles.receipt}>
      <What rotation={rotation} />
      <Proofs rotation={rotation} />
      <Places rotation={rotation} run={run} />
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** How long nothing worked, in words. */
export function outageText(rotation: Rotation): string {
  if (rotation.oldKey.diedAt === null) return texts.outageUnknown;
  const ms = outageOf(rotation);
  if (ms === null) return texts.outageRuns;
  const whole = outageSeconds(ms);
  const seconds = formatCount(whole, locale());
  return whole < 60
    ? texts.outageSeconds({ seconds })
    : texts.outageLong({ seconds, duration: formatDuration(ms, locale()) });
}

function accountOf({ account, proof }: Rotation): string {
  const was = account?.name ?? null;
  const is = proof.otherAccount?.name ?? was;
  if (is === null) return texts.accountUnknown;
  return was === null || was === is ? is : texts.accountChanged({ was, is });
}

function timesText(count: number): string {
  return texts.times({ count, shown: formatCount(count, locale()) });
}

function copyOfOldKey(destroyedAt: number | null): string {
  return destroyedAt === null ? texts.notDestroyed : texts.destroyed({ at: formatClock(destroyedAt, locale()) });
}

function triesText(refused: number, all: number): string {
  return texts.tries({ count: all, refused: formatCount(refused, locale()), all: formatCount(all, locale()) });
}

function What({ rotation }: { rotation: Rotation }) {
  const { startedAt, finishedAt, entry, oldFingerprint, newFingerprint, sentToDashboard, copied, held } = rotation;
  const from = formatMoment(startedAt, locale());
  return (
    <dl className={styles.facts}>
      <Fact name={texts.when}>
        {finishedAt === null ? from : texts.until({ from, to: formatClock(finishedAt, locale()) })}
      </Fact>
      <Fact name={texts.why}>{texts.entry[entry]}</Fact>
      <Fact name={texts.account}>{accountOf(rotation)}</Fact>
      <Fact name={texts.outage}>
        <strong>{outageText(rotation)}</strong>
      </Fact>
      <Fact name={texts.oldKey}>
        <code>{oldFingerprint ?? texts.none}</code>
      </Fact>
      <Fact name={texts.newKey}>
        <code>{newFingerprint ?? texts.none}</code>
      </Fact>
      <Fact name={texts.dashboard}>{timesText(sentToDashboard.length)}</Fact>
      <Fact name={texts.copy}>{copied === null ? texts.notCopied : texts.copied[copied.how]}</Fact>
      {held === undefined ? null : <Fact name={texts.gateway}>{heldText(held, locale())}</Fact>}
    </dl>
  );
}

const icons: Record<Rotation['proof']['answers'], IconName> = {
  open: 'clock',
  proved: 'good',
  failed: 'warning',
  waived: 'info',
};

function Proofs({ rotation: { proof, oldKey, oldFingerprint } }: { rotation: Rotation }) {
  // An old key whose copy could not be read was never tried.
  const isUntried = proof.oldDead === 'waived' && oldFingerprint !== null;
  const at = (moment: number) => formatClock(moment, locale());
  const refused = oldKey.checks.filter(({ outcome }) => outcome === 'refused').length;
  const lastAccepted = oldKey.checks.findLast(({ outcome }) => outcome === 'accepted')?.at;
  return (
    <section aria-label={texts.proofs}>
      <h2 className={styles.title}>{texts.proofs}</h2>
      <ul className={styles.proofs}>
        <Proved state={proof.answers} title={texts.answers[proof.answers]}>
          {proof.at === null ? null : at(proof.at)}
        </Proved>
        <Proved
          state={proof.sameAccount}
          title={
            proof.sameAccount === 'waived' && proof.otherAccount === null
              ? texts.firstAccount
              : texts.sameAccount[proof.sameAccount]
          }
        />
        <Proved state={proof.oldDead} title={texts.oldDead[isUntried ? 'open' : proof.oldDead]}>
          {sentences(
            oldKey.checks.length === 0 ? null : triesText(refused, oldKey.checks.length),
            lastAccepted === undefined ? null : texts.lastAccepted({ at: at(lastAccepted) }),
            proof.oldDead === 'waived' ? null : copyOfOldKey(oldKey.destroyedAt),
          )}
        </Proved>
      </ul>
    </section>
  );
}

interface ProvedProps {
  state: Rotation['proof']['answers'];
  title: string;
  children?: ReactNode;
}

function Proved({ state, title, children }: ProvedProps) {
  return (
    <li className={styles[state]}>
      <Icon name={icons[state]} className={styles.icon} />
      <div>
        <p>{title}</p>
        {children === undefined || children === null ? null : <p className={styles.small}>{children}</p>}
      </div>
    </li>
  );
}

/** How it is known that the place has the new key, and how long it had none; why it was skipped. */
function outcomeOf(row: RunRow | undefined, diedAt: number | null): string | null {
  if (row === undefined || row.state === 'manual') return null;
  if (row.state === 'skipped') {
    return row.reason === undefined ? states.run.skipped : labelled(states.run.skipped, row.reason);
  }
  const ms = withoutKey(row, diedAt);
  return sentences(
    row.how === null ? null : states.proof[row.how],
    ms === null ? null : states.withoutKey({ duration: formatDuration(ms, locale()) }),
  );
}

/** Why a place is still open; empty where it was skipped, which says so itself. */
function openText(row: RunRow | undefined): string {
  if (row?.state === 'skipped') return '';
  return row !== undefined && hasFailed(row) ? states.run[row.state] : texts.open;
}

function Places({ rotation: { places, oldKey }, run }: { rotation: Rotation; run: PlacesRun | null }) {
  const rows = new Map(run?.rows.map((row) => [row.place.id, row]));
  const list = (ticked: boolean) => places.filter(({ tickedAt }) => (tickedAt !== null) === ticked);
  return (
    <section aria-label={texts.places}>
      <h2 className={styles.title}>{texts.places}</h2>
      {places.length === 0 ? <p className={styles.small}>{texts.noPlaces}</p> : null}
      <ul className={styles.proofs}>
        {[...list(false), ...list(true)].map(({ place, tickedAt }) => (
          <li key={place.id} className={tickedAt === null ? styles.failed : styles.proved}>
            <Icon name={tickedAt === null ? 'warning' : 'good'} className={styles.icon} />
            <div>
              <p>{place.name}</p>
              <p className={styles.small}>{outcomeOf(rows.get(place.id), oldKey.diedAt)}</p>
              <p className={styles.small}>
                {[
                  tickedAt === null
                    ? openText(rows.get(place.id))
                    : texts.ticked({ at: formatClock(tickedAt, locale()) }),
                  place.where,
                ]
                  .filter((text) => text !== '')
                  .join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
