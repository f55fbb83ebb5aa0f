// What an action changes: each balance now and afterwards, how old the figures are, and whether it is more than there
// is.
import type { AppState } from '../../../app/model/state/app-state';
import type { BalanceChange } from '../../../app/model/figures/balance-change';
import { actionTexts as texts } from '../../../app/texts/account/actions';
import { formatAge, formatBytes, formatCount, formatMoney } from '../../../app/texts/format';
import { Banner } from '../../ui/Banner';
import { locale } from '../../ui/locale';
import { useNow } from '../../ui/hooks/use-now';
import styles from './Balances.module.css';

const written: Record<BalanceChange['what'], (value: number, locale: string) => string> = {
  ips: formatCount,
  traffic: formatBytes,
  wallet: formatMoney,
};

function amount(what: BalanceChange['what'], value: number | null): string {
  return value === null ? texts.notKnown : written[what](value, locale());
}

/** A small table; nothing where no balance changes. */
export function Balances({ balances, state }: { balances: readonly BalanceChange[]; state: AppState }) {
  const now = useNow();
  if (balances.length === 0) return null;
  const old = balances.find(({ what, before }) => before !== null && state[what].status !== 'fresh');
  const isTooMuch = balances.some(({ after }) => after !== null && after < 0);
  return (
    <>
      <table className={styles.balances}>
        <thead>
          <tr>
            <th scope="col">{texts.balanceAfter}</th>
            <th scope="col">{texts.before}</th>
            <th scope="col">{texts.after}</th>
          </tr>
        </thead>
        <tbody>
          {balances.map(({ what, before, after }) => (
            <tr key={what}>
              <th scope="row">{texts.balances[what]}</th>
              <td>{amount(what, before)}</td>
              <td className={after !== null && after < 0 ? styles.tooMuch : styles.after}>{amount(what, after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {old === undefined ? null : (
        <Banner tone="info">
          {old.asOf === null ? texts.asOfUnknown : texts.asOf({ age: formatAge(old.asOf, now, locale()) })}
        </Banner>
      )}
      {isTooMuch ? <Banner tone="warning">{texts.tooMuch}</Banner> : null}
    </>
  );
}
