// Whose account a key belongs to, at a glance: name, address, what is verified, and the key's fingerprint. The key
// itself is not shown.
import type { KeyCandidate } from '../../app/model/state/key-candidate';
import { onboardingTexts as texts } from '../../app/texts/onboarding';
import { Icon } from '../ui/Icon';
import styles from './AccountCard.module.css';

interface AccountCardProps {
  account: KeyCandidate['account'];
  fingerprint: string;
}

/** A fact the vendor states, denies, or says nothing about. */
function Fact({ is, yes, no, unknown }: { is: boolean | null; yes: string; no: string; unknown: string }) {
  const state = is === null ? 'unknown' : is ? 'yes' : 'no';
  return (
    <li className={styles[state]}>
      <Icon name={is === null ? 'info' : is ? 'good' : 'warning'} />
      {is === null ? unknown : is ? yes : no}
    </li>
  );
}

/** The card that answers "is this me?". */
export function AccountCard({ account, fingerprint }: AccountCardProps) {
  const name = account.username ?? account.email ?? texts.nameUnknown;
  return (
    <section className={styles.card} aria-label={texts.account}>
      <div className={styles.who}>
        <span className={styles.initial} aria-hidden="true">
          {Array.from(name)[0]?.toUpperCase()}
        </span>
        <div className={styles.names}>
          <p className={styles.name}>{account.username ?? texts.nameUnknown}</p>
          <p className={styles.email}>{account.email ?? texts.emailUnknown}</p>
        </div>
      </div>
      <ul className={styles.facts}>
        <Fact
          is={account.emailVerified}
          yes={texts.emailVerified}
          no={texts.emailNotVerified}
          unknown={texts.emailVerifiedUnknown}
        />
        <Fact is={account.twoFactor} yes={texts.twoFactorOn} no={texts.twoFactorOff} unknown={texts.twoFactorUnknown} />
      </ul>
      <dl className={styles.mark} title={texts.fingerprintLine}>
        <dt>{texts.fingerprint}</dt>
        <dd>{fingerprint}</dd>
      </dl>
    </section>
  );
}
