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
  return (
    <AreaFrame area="affiliate" fills>
      <SoFar key={state.generation} />
      <AreaLists area="affiliate" state={state} />
    </AreaFrame>
  );
}

/** Read once for each key. */
function SoFar() {
  const [read, setRead] = useState<Result<AffiliateStats> | null>(null);
  useEffect(() => {
    let wanted = true;
    void call('affiliate.read', undefined).then((answer) => {
      if (wanted) setRead(answer);
    });
    return () => {
      wanted = false;
    };
  }, []);
  if (read === null) return null;
  return read.ok ? (
    <Facts title={texts.affiliate} facts={affiliateFacts(read.value, locale())} />
  ) : (
    <FigureProblem figure={{ value: null, asOf: null, status: 'failed', problem: read.problem }} />
  );
}
