// The proxy area: what is left by plan and package, and the lists of what was bought and used.
import type { AppState } from '../../../app/model/state/app-state';
import { areaTexts as texts } from '../../../app/texts/account/areas';
import { locale } from '../../ui/locale';
import { useNow } from '../../ui/hooks/use-now';
import { AreaFrame } from '../frame/AreaFrame';
import { AreaLists } from './AreaLists';
import { Facts } from './Facts';
import { ipFacts, trafficFacts } from './facts-of';
import { FigureProblem } from './FigureProblem';

/** Balances and the lists around them. */
export function Proxy({ state }: { state: AppState }) {
  const now = useNow();
  const left = [...ipFacts(state, locale()), ...trafficFacts(state, false, now, locale())];
  const lasting = trafficFacts(state, true, now, locale());
  return (
    <AreaFrame area="proxy" fills>
      <FigureProblem figure={state.ips.problem === undefined ? state.traffic : state.ips} />
      {left.length === 0 ? null : <Facts title={texts.left} facts={left} />}
      {lasting.length === 0 ? null : <Facts title={texts.lasting} facts={lasting} />}
      <AreaLists area="proxy" state={state} />
    </AreaFrame>
  );
}
