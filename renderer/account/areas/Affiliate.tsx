// The affiliate area: level and totals, and the lists behind them.
import { useEffect, useState } from 'react';
import type { Result } from '../../../app/model/problem';
import type { AppState } from '../../../app/model/state/app-state';
import type { AffiliateStats } from '../../../app/model/affiliate';
import { areaTexts as texts } from '../../../app/texts/account/areas';
import { call } from '../../ui/bridge';
import { locale } from '../../ui/locale';
import { AreaFrame } from '../frame/AreaFrame';
import { AreaLists } from './AreaLists';
import { affiliateFacts } from './facts-of';
import { Facts } from './Facts';
import { FigureProblem } from './FigureProblem';

/** Level, commission, referrals, payouts, links. */
export function Affiliate({ state }: { state: AppState }) {
  return (
    <AreaFrame area="affiliate" fills>
      <SoFar key={state.generation} accountAsOf={state.account.asOf} />
      <AreaLists area="affiliate" state={state} />
    </AreaFrame>
  );
}

/** Read once for each key; after a failure again each time that the account was. */
function SoFar({ accountAsOf }: { accountAsOf: number | null }) {
  const [read, setRead] = useState<{ answer: Result<AffiliateStats>; accountAsOf: number | null } | null>(null);
  const isDue = read === null || (!read.answer.ok && read.accountAsOf !== accountAsOf);
  useEffect(() => {
    if (!isDue) return;
    let wanted = true;
    void call('affiliate.read', undefined).then((answer) => {
      if (wanted) setRead({ answer, accountAsOf });
    });
    return () => {
      wanted = false;
    };
  }, [isDue, accountAsOf]);
  if (read === null) return null;
  const { answer } = read;
  return answer.ok ? (
    <Facts title={texts.affiliate} facts={affiliateFacts(answer.value, locale())} />
  ) : (
    <FigureProblem figure={{ value: null, asOf: null, status: 'failed', problem: answer.problem }} />
  );
}
