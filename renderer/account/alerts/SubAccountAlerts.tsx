// Alerts of sub-accounts: the common limits for the pinned ones, and those with their own limits.
import type { AppState } from '../../../app/model/state/app-state';
import { formatList } from '../../../app/texts/format';
import { alertTexts as texts } from '../../../app/texts/account/alerts';
import { settingsTexts } from '../../../app/texts/settings';
import { gigabytesText, parseGigabytes, parseIps } from '../../settings/amounts';
import { CommitField } from '../../settings/CommitField';
import { FieldError } from '../../settings/FieldError';
import { IconButton } from '../../ui/Button';
import { locale } from '../../ui/locale';
import { Row, Section } from '../../ui/Section';
import { AddSubAccount } from './AddSubAccount';
import styles from './Alerts.module.css';
import { SwitchRow } from '../../settings/SwitchRow';
import { useAlerts } from './use-alerts';

/** The section of the sub-accounts. */
export function SubAccountAlerts({ state }: { state: AppState }) {
  const { settings } = state;
  const { subAccounts, bySubAccount } = settings.alerts;
  const account = String(state.account.value?.id ?? '');
  const own = bySubAccount[account] ?? {};
  const flip = useAlerts(settings);
  const field = useAlerts(settings);
  const rows = useAlerts(settings);
  const { unwatched, pinned } = state.subAccounts;
  const whyNot = (id: string) => unwatched.find((one) => String(one.id) === id)?.why ?? null;
  const pinnedUnwatched = pinned.flatMap(({ id, username }) =>
    whyNot(String(id)) === null || own[String(id)] !== undefined ? [] : [username],
  );
  const setOwn = (next: typeof own) => rows.set({ bySubAccount: { ...bySubAccount, [account]: next } });

  return (
    <Section title={texts.subAccounts}>
      <SwitchRow
        label={texts.subAccountsOn}
        hint={texts.subAccountsLine}
        isOn={subAccounts.on}
        onChange={(on) => void flip.set({ subAccounts: { ...subAccounts, on } })}
        problem={flip.problem}
      >
        <Amounts
          ipsLabel={texts.subIps}
          trafficLabel={texts.subTraffic}
          value={subAccounts}
          set={(part) => field.set({ subAccounts: { ...subAccounts, ...part } })}
        />
      </SwitchRow>
      {pinnedUnwatched.length === 0 || !subAccounts.on ? null : (
        <p className={styles.unwatched}>{texts.pinnedUnwatched({ names: formatList(pinnedUnwatched, locale()) })}</p>
      )}
      {state.account.value === null || !subAccounts.on ? null : (
        <Row stacked label={texts.ownTitle}>
          <ul aria-label={texts.ownTitle} className={styles.own}>
            {Object.entries(own).map(([id, { username, ...marks }]) => (
              <li key={id}>
                <div role="group" aria-label={username} className={styles.ownRow}>
                  <span className={styles.ownName} title={username}>
                    {username}
                  </span>
                  <Amounts
                    ipsLabel={texts.ownIps}
                    trafficLabel={texts.ownTraffic}
                    value={marks}
                    set={(part) => setOwn({ ...own, [id]: { username, ...marks, ...part } })}
                  />
                  <IconButton
                    icon="close"
                    label={texts.remove({ name: username })}
                    onPress={() => {
                      const { [id]: _, ...others } = own;
                      void setOwn(others);
                    }}
                  />
                </div>
                <Unwatched why={whyNot(id)} />
              </li>
            ))}
          </ul>
          {Object.keys(own).length === 0 ? <p className={styles.none}>{texts.ownNone}</p> : null}
          <AddSubAccount
            taken={new Set(Object.keys(own))}
            rev={state.subAccounts.index.rev}
            onAdd={(id, username) =>
              void setOwn({ ...own, [id]: { username, ips: subAccounts.ips, traffic: subAccounts.traffic } })
            }
          />
          <FieldError problem={rows.problem} />
        </Row>
      )}
    </Section>
  );
}

function Unwatched({ why }: { why: AppState['subAccounts']['unwatched'][number]['why'] | null }) {
  return why === null ? null : <p className={styles.unwatched}>{texts.unwatched[why]}</p>;
}

interface AmountsProps {
  ipsLabel: string;
  trafficLabel: string;
  value: { ips: number; traffic: number };
  set: (part: { ips: number } | { traffic: number }) => ReturnType<ReturnType<typeof useAlerts>['set']>;
}

function Amounts({ ipsLabel, trafficLabel, value, set }: AmountsProps) {
  return (
    <>
      <CommitField
        label={ipsLabel}
        inputMode="numeric"
        className={styles.field}
        value={String(value.ips)}
        commit={async (text) => {
          const ips = parseIps(text);
          return ips === null ? settingsTexts.thresholds.wholeNumber : set({ ips });
        }}
      />
      <CommitField
        label={trafficLabel}
        inputMode="decimal"
        className={styles.field}
        value={gigabytesText(value.traffic, locale())}
        commit={async (text) => {
          const traffic = parseGigabytes(text);
          return traffic === null ? settingsTexts.thresholds.amount : set({ traffic });
        }}
      />
    </>
  );
}
