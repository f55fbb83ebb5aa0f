// What is behind a figure: per plan, per package, what 9Proxy reports about auto renew.
import type { FigureId, FigureValue } from '../../../app/model/figures/figures';
import { type ReactNode, useState } from 'react';
import type { Figure } from '../../../app/model/figures/figure';
import type { AppState } from '../../../app/model/state/app-state';
import { figureNames, packageName, planName } from '../../../app/texts/figures';
import { forecastSentence, formatFigure, hasForecast } from '../../../app/texts/account/forecast';
import { asSentence, sentences } from '../../../app/texts/sentence';
import { formatAge, formatBytes, formatCount, formatMoment, formatMoney } from '../../../app/texts/format';
import { expiryText, leftText, popoverTexts } from '../../../app/texts/status/popover';
import { problemText } from '../../../app/texts/problems/problems';
import { isNoneYet, renewalTexts } from '../../../app/texts/renewal';
import { Button } from '../../ui/Button';
import { classes } from '../../ui/classes';
import { locale } from '../../ui/locale';
import styles from './FigureDetails.module.css';
import { Amount, Privacy, useMasked, useReveal } from '../../ui/privacy';

interface FigureDetailsProps {
  id: string;
  figure: FigureId;
  state: AppState;
  now: number;
}

/** The details of one figure, with the reason where it could not be read. */
export function FigureDetails({ id, figure, state, now }: FigureDetailsProps) {
  const { hide, handlers } = useReveal();
  return (
    <section
      {...handlers}
      id={id}
      aria-label={popoverTexts.details({ figure: figureNames[figure] })}
      className={styles.details}
    >
      <Privacy hide={hide}>
        <h2 className={styles.title}>{figureNames[figure]}</h2>
        <Reason figure={state[figure]} now={now} />
        <Outlook figure={figure} state={state} now={now} />
        {contentOf(figure, state[figure].value, now)}
        <ReadAt figure={state[figure]} now={now} />
      </Privacy>
    </section>
  );
}

/** What a figure consists of, where there is more than its value. */
const contents: { [Id in FigureId]?: (value: FigureValue<Id>, now: number) => ReactNode } = {
  ips: ({ plans }) => <Plans plans={plans} />,
  traffic: ({ packages }, now) => <Packages packages={packages} now={now} />,
  wallet: ({ amount }) => <Wallet amount={amount} />,
  autoRenew: (renew) => <Renewal renew={renew} />,
};

function contentOf<Id extends FigureId>(id: Id, value: FigureValue<Id> | null, now: number): ReactNode {
  return value === null ? null : contents[id]?.(value, now);
}

/** How long it lasts, where that is known. */
function Outlook({ figure, state, now }: { figure: FigureId; state: AppState; now: number }) {
  if (!hasForecast(figure) || state[figure].value === null) return null;
  const said = state.forecasts[figure];
  if (said.says === 'not-enough') return null;
  return <p className={styles.outlook}>{asSentence(forecastSentence(figure, said, now, locale()))}</p>;
}

function Reason({ figure, now }: { figure: Figure<unknown>; now: number }) {
  const masked = useMasked();
  if (figure.problem === undefined) {
    return null;
  }
  const { title, cause, next } = problemText(figure.problem, locale(), now, masked);
  return (
    <div className={styles.reason}>
      <p className={styles.reasonTitle}>{title}</p>
      <p>{sentences(cause, next)}</p>
    </div>
  );
}

function ReadAt({ figure: { asOf }, now }: { figure: Figure<unknown>; now: number }) {
  if (asOf === null) return null;
  const age = formatAge(asOf, now, locale());
  return (
    <p className={styles.readAt}>{popoverTexts.detailTerms.readAt({ age, moment: formatMoment(asOf, locale()) })}</p>
  );
}

function Fact({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const fewest = 8;

/** The first few of a list, and a button for the rest. */
function useFew<T>(items: readonly T[]): { shown: readonly T[]; more: ReactNode } {
  const [all, setAll] = useState(false);
  const isCut = !all && items.length > fewest;
  return {
    shown: isCut ? items.slice(0, fewest) : items,
    more: isCut ? (
      <Button kind="quiet" onPress={() => setAll(true)}>
        {popoverTexts.showAll({ count: formatCount(items.length, locale()) })}
      </Button>
    ) : null,
  };
}

function Plans({ plans }: { plans: NonNullable<AppState['ips']['value']>['plans'] }) {
  const { shown, more } = useFew(plans);
  if (plans.length === 0) {
    return <p className={styles.nothing}>{popoverTexts.detailTerms.none}</p>;
  }
  return (
    <>
      <dl className={styles.facts}>
        {shown.map(({ planId, amount }) => (
          <Fact key={planId} term={planName(planId)}>
            <Amount>{formatFigure('ips', amount, locale())}</Amount>
          </Fact>
        ))}
      </dl>
      {more}
    </>
  );
}

type TrafficPackage = NonNullable<AppState['traffic']['value']>['packages'][number];

function Packages({ packages, now }: { packages: readonly TrafficPackage[]; now: number }) {
  const { shown, more } = useFew(packages);
  if (packages.length === 0) {
    return <p className={styles.nothing}>{popoverTexts.detailTerms.none}</p>;
  }
  return (
    <>
      {splitByExpiry(shown).map(({ name, packages: group }) => (
        <section key={name} className={styles.group} aria-label={name}>
          <h3 className={styles.groupName}>{name}</h3>
          <ul className={styles.packages}>
            {group.map((each) => (
              <PackageRow key={each.id} package={each} now={now} />
            ))}
          </ul>
        </section>
      ))}
      {more}
    </>
  );
}

/** Traffic that never expires, as Enterprise accounts have it, is apart from what must be used in time. */
function splitByExpiry(packages: readonly TrafficPackage[]) {
  const groups = [
    { name: popoverTexts.detailTerms.expiring, packages: packages.filter(({ expiresAt }) => expiresAt !== null) },
    { name: popoverTexts.detailTerms.lasting, packages: packages.filter(({ expiresAt }) => expiresAt === null) },
  ];
  return groups.filter((group) => group.packages.length > 0);
}

function PackageRow({ package: { name, left, original, expiresAt }, now }: { package: TrafficPackage; now: number }) {
  const isOver = expiresAt !== null && expiresAt <= now;
  const amount = leftText(formatBytes(left, locale()), original === null ? null : formatBytes(original, locale()));
  return (
    <li className={classes(styles.package, isOver && styles.over)}>
      <span className={styles.packageName}>{packageName(name)}</span>
      <span className={styles.packageLeft}>
        <Amount>{amount}</Amount>
      </span>
      <Amount>{original === null || original === 0 ? null : <Meter share={left / original} />}</Amount>
      <span className={styles.packageEnds}>{expiryText(expiresAt, now, locale())}</span>
    </li>
  );
}

/** A bar beside words that say the same. */
function Meter({ share }: { share: number }) {
  return (
    <span className={styles.meter} aria-hidden="true">
      <span className={styles.meterFill} style={{ inlineSize: `${Math.min(100, Math.max(0, share * 100))}%` }} />
    </span>
  );
}

function Wallet({ amount }: { amount: number }) {
  return (
    <dl className={styles.facts}>
      <Fact term={popoverTexts.detailTerms.balance}>
        <Amount>{formatMoney(amount, locale())}</Amount>
      </Fact>
    </dl>
  );
}

/** When auto renew was last tried, and how it ended, as far as either is known. */
function lastRenewal({ lastOutcome, lastAt }: NonNullable<AppState['autoRenew']['value']>): string | null {
  if (lastAt === null) return lastOutcome === null ? null : renewalTexts.outcomes[lastOutcome];
  const moment = formatMoment(lastAt, locale());
  if (lastOutcome === null) return moment;
  return popoverTexts.detailTerms.lastRenewal({ moment, outcome: popoverTexts.renewOutcomes[lastOutcome] });
}

function Renewal({ renew }: { renew: NonNullable<AppState['autoRenew']['value']> }) {
  const last = lastRenewal(renew);
  const facts: (readonly [string, string | null, boolean])[] = [
    [popoverTexts.detailTerms.package, renew.packageName, false],
    [popoverTexts.detailTerms.price, renew.price === null ? null : formatMoney(renew.price, locale()), true],
    [
      popoverTexts.detailTerms.whenIps,
      renew.whenIps === null ? null : formatFigure('ips', renew.whenIps, locale()),
      true,
    ],
    [
      popoverTexts.detailTerms.whenTraffic,
      renew.whenTraffic === null ? null : formatBytes(renew.whenTraffic, locale()),
      true,
    ],
    [popoverTexts.detailTerms.nextAt, renew.nextAt === null ? null : formatMoment(renew.nextAt, locale()), false],
    [popoverTexts.detailTerms.lastAt, last, false],
    // 9Proxy's own words may name an amount.
    [popoverTexts.detailTerms.lastMessage, renew.lastMessage, true],
  ];
  const known = facts.filter(([, value]) => value !== null);
  if (isNoneYet(renew)) {
    return <p className={styles.nothing}>{popoverTexts.detailTerms.none}</p>;
  }
  return (
    <>
      <p className={styles.outlook}>{renewalTexts.reported}</p>
      {known.length === 0 ? null : (
        <dl className={styles.facts}>
          {known.map(([term, value, isAmount]) => (
            <Fact key={term} term={term}>
              {isAmount ? <Amount>{value}</Amount> : value}
            </Fact>
          ))}
        </dl>
      )}
    </>
  );
}
