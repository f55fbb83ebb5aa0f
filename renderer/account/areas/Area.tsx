// Which area is shown. Must not draw any of them itself.
import type { AppState } from '../../../app/bridge/contract';
import type { AreaId } from '../../../app/areas/area';
import { AreaFrame } from './AreaFrame';
import { Overview } from './Overview';

export interface AreaProps {
  area: AreaId;
  state: AppState;
  onArea: (area: AreaId) => void;
}

/** One area of the account window. */
export function Area({ area, state }: AreaProps) {
  switch (area) {
    case 'overview':
      return <Overview state={state} />;
    default:
      return <AreaFrame area={area}>{null}</AreaFrame>;
  }
}
