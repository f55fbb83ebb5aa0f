// What is known of one sub-account, and what can be done with it besides its switch.
import { type ReactNode, useEffect, useState } from 'react';
import type { CallOutput } from '../../../app/bridge/contract';
import type { TopUpRule } from '../../../app/model/state/app-state';
import type { SubAccountRow } from '../../../app/model/state/sub-account-row';
import { formatFigure } from '../../../app/texts/account/forecast';
import { formatBytes, formatMoment, formatMomentShort } from '../../../app/texts/format';
import { popoverTexts, topUpText } from '../../../app/texts/status/popover';
import { enumerated } from '../../../app/texts/sentence';
import { ask, call } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { setFailedAsk } from '../../ui/failed-ask';
import { useNow } from '../../ui/hooks/use-now';
import { locale } from '../../ui/locale';
import { Amount } from '../../ui/privacy';
import styles from './SubAccountDetails.module.css';

/** How long the button says that the username was copied (ms). */
const copiedFor = 2000;

/** The details below a row. */
export function SubAccountDetails({ id, row }: { id: string; row: SubAccountRow }) {
  const { username, note, ips, traffic, createdAt, topUpIps, topUpTraffic } = row;
  // One without a username is named by its id, which 9Proxy cannot be searched for.
  const hasName = username !== `#${row.id}`;
  return (
    <section id={id} aria-label={popoverTexts.subAccountDetails({ username })} className={styles.details}>
      <dl className={styles.facts}>
        <Fact term={popoverTexts.subAccountTerms.ips}>{ips === null ? null : <Amount>{writeIps(ips)}</Amount>}</Fact>
        <Fact term={popoverTexts.subAccountTerms.traffic}>
          {traffic === null ? null : <Amount>{writeBytes(traffic)}</Amount>}
        </Fact>
        <Use row={row} />
        <TopUp term={popoverTexts.subAccountTerms.topUpIps} rule={topUpIps} write={writeIps} />
        <TopUp term={popoverTexts.subAccountTerms.topUpTraffic} rule={topUpTraffic} write={writeBytes} />
        <Fact term={popoverTexts.subAccountTerms.createdAt}>
          {createdAt === null ? null : formatMoment(createdAt, locale())}
        </Fact>
        <Fact term={popoverTexts.subAccountTerms.note}>{note === '' ? null : note}</Fact>
      </dl>
      {hasName ? (
        <div className={styles.actions}>
          <CopyUsername id={row.id} />
          <Button
            icon="edit"
            onPress={() => ask('account.open', { area: 'subAccounts', edit: { id: row.id, username } })}
          >
            {popoverTexts.edit}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

const writeIps = (amount: number) => formatFigure('ips', amount, locale());
const writeBytes = (amount: number) => formatBytes(amount, locale());

/** Nothing where it is not known. */
function Fact({ term, children }: { term: string; children: ReactNode }) {
  if (children === null) return null;
  return (
    <div className={styles.fact}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What it used today, asked for again when its balances change. Nothing until it was read twice, or where nothing is known. */
function Use({ row: { id, ips, traffic } }: { row: SubAccountRow }) {
  const now = useNow();
  const [use, setUse] = useState<CallOutput<'subAccounts.useToday'>>(null);
  useEffect(() => {
    let isCurrent = true;
    void call('subAccounts.useToday', { id }).then((answer) => {
      if (isCurrent) setUse(answer.ok ? answer.value : null);
    });
    return () => {
      isCurrent = false;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- a changed balance is a changed use
  }, [id, ips, traffic]);

  if (use === null) return null;
  const amounts = [
    ...(use.ips === null ? [] : [writeIps(use.ips)]),
    ...(use.traffic === null ? [] : [writeBytes(use.traffic)]),
  ];
  if (amounts.length === 0) return null;
  return (
    <Fact term={popoverTexts.subAccountTerms.used({ since: formatMomentShort(use.since, now, locale()) })}>
      <Amount>{enumerated(amounts)}</Amount>
    </Fact>
  );
}

interface TopUpProps {
  term: string;
  rule: TopUpRule | null | undefined;
  write: (amount: number) => string;
}

function TopUp({ term, rule, write }: TopUpProps) {
  if (rule === undefined) return null;
  if (rule === null) return <Fact term={term}>{popoverTexts.off}</Fact>;
  const { below, by } = rule;
  return (
    <Fact term={term}>
      <Amount>{topUpText(below === null ? null : write(below), by === null ? null : write(by))}</Amount>
    </Fact>
  );
}

function CopyUsername({ id }: { id: number }) {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setCopied(false), copiedFor);
    return () => clearTimeout(timer);
  }, [isCopied]);

  async function copy(): Promise<void> {
    const answer = await call('subAccounts.copyUsername', { id });
    if (answer.ok) setCopied(true);
    else setFailedAsk(answer.problem);
  }

  return (
    <>
      <Button icon={isCopied ? 'check' : 'copy'} onPress={() => void copy()}>
        {isCopied ? popoverTexts.copied : popoverTexts.copyUsername}
      </Button>
      <span role="status" className="only-spoken">
        {isCopied ? popoverTexts.copied : ''}
      </span>
    </>
  );
}
