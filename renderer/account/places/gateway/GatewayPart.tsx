// In the details of a place: that it could use the gateway; or which program asks the gateway from there, and whether it may.
import { useState } from 'react';
import { concernOf, consumerOf } from '../../../../app/model/places/gateway-concern';
import type { Place } from '../../../../app/model/places/place';
import type { AppState } from '../../../../app/model/state/app-state';
import { accessTexts } from '../../../../app/texts/account/access';
import { placeGatewayTexts as texts } from '../../../../app/texts/account/places';
import { formatAge } from '../../../../app/texts/format';
import { Banner } from '../../../ui/Banner';
import { ask } from '../../../ui/bridge';
import { Button } from '../../../ui/Button';
import { useNow } from '../../../ui/hooks/use-now';
import { locale } from '../../../ui/locale';
import { Part } from '../part/Part';
import styles from '../part/Part.module.css';
import { addressOf } from './gateway-facts';
import { LeaveGatewayDialog } from './LeaveGatewayDialog';
import { UseGatewayDialog } from './UseGatewayDialog';

interface GatewayPartProps {
  place: Place;
  state: AppState;
}

/** Nothing for a place that is no file. */
export function GatewayPart({ place, state }: GatewayPartProps) {
  // The place as it was when the dialog was opened: the dialog itself makes it another.
  const [moved, setMoved] = useState<Place | null>(null);
  return (
    <>
      <Move place={place} state={state} onOpen={() => setMoved(place)} />
      {moved === null ? null : moved.update?.by === 'file' ? (
        <UseGatewayDialog place={moved} state={state} onClose={() => setMoved(null)} />
      ) : (
        <LeaveGatewayDialog
          place={moved}
          hasConsumer={consumerOf(moved, state.access) !== null}
          onClose={() => setMoved(null)}
        />
      )}
    </>
  );
}

function Move({ place, state, onOpen }: GatewayPartProps & { onOpen: () => void }) {
  const { update } = place;
  if (update?.by === 'file')
    return (
      <Part title={texts.title}>
        <p className={styles.text}>{texts.line}</p>
        <Button icon="plug" className={styles.open} onPress={onOpen}>
          {texts.use}
        </Button>
      </Part>
    );
  if (update?.by !== 'gateway') return null;
  return (
    <>
      <User place={place} state={state} />
      {update.path === null ? null : (
        <Button icon="key" className={styles.open} onPress={onOpen}>
          {texts.leave}
        </Button>
      )}
    </>
  );
}

function User({ place, state: { access } }: GatewayPartProps) {
  const now = useNow();
  const consumer = consumerOf(place, access);
  const concern = concernOf(place, access, now);
  const canUpdate = place.update?.by === 'gateway' && place.update.path !== null;
  return (
    <>
      {concern === null ? null : (
        <Banner
          tone="warning"
          action={
            concern === 'address' && canUpdate ? (
              <Button onPress={() => ask('places.updateAddress', { placeId: place.id })}>{texts.updateAddress}</Button>
            ) : concern === 'off' && !access.on ? (
              <Button onPress={() => ask('access.setOn', { on: true })}>{accessTexts.turnOn}</Button>
            ) : null
          }
        >
          {concern === 'address' ? texts.concern.address({ address: addressOf(access) }) : texts.concern[concern]}
        </Banner>
      )}
      {consumer === null ? null : (
        <Part title={texts.usedBy}>
          <p className={styles.text}>
            {consumer.name} · {accessTexts.roles[consumer.role]}
          </p>
          <p className={styles.small}>
            {consumer.lastUse === null
              ? texts.unused
              : texts.lastUse({ age: formatAge(consumer.lastUse.at, now, locale()) })}
          </p>
        </Part>
      )}
    </>
  );
}
