// The area of the local gateway: the switch, who has access, and what the gateway did lately.
import { useState } from 'react';
import type { Consumer } from '../../../app/model/access/consumer';
import type { AppState } from '../../../app/model/state/app-state';
import { accessTexts as texts } from '../../../app/texts/account/access';
import { ask } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { AreaFrame } from '../frame/AreaFrame';
import { GatewayWarning } from '../places/gateway/GatewayWarning';
import { AccessWarnings } from './AccessWarnings';
import { Activity } from './Activity';
import { ConsumerDialog } from './ConsumerDialog';
import { Consumers } from './Consumers';
import { EmptyAccess } from './EmptyAccess';
import { GatewayCard } from './GatewayCard';
import { placesAtGateway } from './places-of';
import styles from './Access.module.css';

/** The area of the gateway. */
export function Access({ state }: { state: AppState }) {
  const { access } = state;
  const { rows } = state.places;
  const [edited, setEdited] = useState<Consumer | 'new' | null>(null);
  if (!access.on && access.consumers.length === 0)
    return (
      <AreaFrame area="access">
        <EmptyAccess />
      </AreaFrame>
    );
  const isPaused = access.status === 'paused';
  return (
    <AreaFrame
      area="access"
      buttons={
        <>
          {access.status === 'listening' || isPaused ? (
            <Button onPress={() => ask('access.setPaused', { paused: !isPaused })}>
              {isPaused ? texts.resume : texts.pause}
            </Button>
          ) : null}
          <Button kind="primary" icon="plus" onPress={() => setEdited('new')}>
            {texts.new}
          </Button>
        </>
      }
    >
      <div className={styles.access}>
        <GatewayWarning state={state} />
        <AccessWarnings access={access} />
        <GatewayCard access={access} places={placesAtGateway(rows)} />
        <Consumers access={access} places={rows} onEdit={setEdited} />
        <Activity revision={access.activityRevision} isOn={access.on} />
      </div>
      {edited === null ? null : (
        <ConsumerDialog
          key={edited === 'new' ? 'new' : edited.id}
          consumer={edited === 'new' ? null : edited}
          url={access.addresses[0] ?? `http://127.0.0.1:${access.port}`}
          proxyVariable={access.proxyVariable}
          onClose={() => setEdited(null)}
        />
      )}
    </AreaFrame>
  );
}
