// The affiliate area: level and totals, and the lists behind them. Must not compute what main has computed.
import { useEffect, useState } from 'react';
import type { AffiliateStats, AppState, Result } from '../../../app/bridge/contract';
import { areaTexts as texts } from '../../../app/texts/areas';
import { call } from '../../ui/bridge';
import { locale } from '../../ui/locale';
import { AreaFrame } from './AreaFrame';
import { AreaLists } from './AreaLists';
import { affiliateFacts } from './facts-of';
import { Facts } from './Facts';
import { FigureProblem } from './FigureProblem';

/** Level, commission, referrals, payouts, links. */
export function Affiliate({ state }: { state: AppState }) {
  const [read, setRead] = useState<Result<AffiliateStats> | null>(null);
  const { generation } = state;
  useEffect(() => {
    let wanted = true;
    void call('affiliate.read', undefined).then((answer) => {
      if (wanted) setRead(answer);
    });
    return () => {
      wanted = false;
    };
  }, [generation]);
  return (
    <AreaFrame area="affiliate" fills>
      {read === null || read.ok ? null : (
        <FigureProblem figure={{ value: null, asOf: null, status: 'failed', problem: read.problem }} />
      )}
      {read?.ok === true ? <Facts title={texts.affiliate} facts={affiliateFacts(read.value, locale())} /> : null}
      <AreaLists area="affiliate" state={state} />
    </AreaFrame>
  );
}
