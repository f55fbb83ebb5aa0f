// The overview: who the account is, what is under way, and how long things last.
import type { AppState } from '../../../app/model/state/app-state';
import { areaTexts as texts } from '../../../app/texts/account/areas';
import { ask } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { AlertStrip } from '../alerts/AlertStrip';
import { Outlook } from '../forecast/Outlook';
import { accountFacts } from './facts-of';
import { AreaFrame } from '../frame/AreaFrame';
import { Facts } from './Facts';
import { FigureCards } from './FigureCards';
import { FigureProblem } from './FigureProblem';

/** The area that the window opens with. */
export function Overview({ state }: { state: AppState }) {
  const twoFactorOff = state.account.value?.twoFactor === false;
  return (
    <AreaFrame area="overview">
      <FigureProblem figure={state.account} />
      <FigureCards state={state} />
      <AlertStrip alerts={state.alerts} />
      <Outlook state={state} />
      <Facts
        title={texts.account}
        facts={accountFacts(state)}
        end={
          twoFactorOff ? (
            <Button icon="external" onPress={() => ask('external.open', { page: 'apiKey' })}>
              {texts.openKeyPage}
            </Button>
          ) : undefined
        }
      />
    </AreaFrame>
  );
}
