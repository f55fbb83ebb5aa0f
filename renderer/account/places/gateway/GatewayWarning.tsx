// Places that cannot ask the gateway as it is now, and what to do. Above the places, and in the area of the gateway.
import { type Concern, concernOf } from '../../../../app/model/places/gateway-concern';
import type { Place } from '../../../../app/model/places/place';
import type { AppState } from '../../../../app/model/state/app-state';
import { accessTexts } from '../../../../app/texts/account/access';
import { placeGatewayTexts as texts } from '../../../../app/texts/account/places';
import { enumerated } from '../../../../app/texts/sentence';
import { Banner } from '../../../ui/Banner';
import { ask } from '../../../ui/bridge';
import { Button } from '../../../ui/Button';
import { useNow } from '../../../ui/hooks/use-now';

const concerns: readonly Concern[] = ['off', 'address', 'token'];
const MOST_NAMES = 5;

/** A banner for each thing that is wrong; nothing while all is well. */
export function GatewayWarning({ state: { access, rotation } }: { state: AppState }) {
  const now = useNow();
  return concerns.map((concern) => {
    const places = rotation.places.filter((place) => concernOf(place, access, now) === concern);
    if (places.length === 0) return null;
    const names = places.slice(0, MOST_NAMES).map(({ name }) => name);
    if (places.length > MOST_NAMES) names.push('…');
    return (
      <Banner
        key={concern}
        tone="warning"
        detail={enumerated(names)}
        action={<Remedy concern={concern} places={places} isOn={access.on} />}
      >
        {texts.behind[concern]({ count: places.length })}
      </Banner>
    );
  });
}

function Remedy({ concern, places, isOn }: { concern: Concern; places: readonly Place[]; isOn: boolean }) {
  if (concern === 'off' && !isOn)
    return <Button onPress={() => ask('access.setOn', { on: true })}>{accessTexts.turnOn}</Button>;
  if (concern !== 'address') return null;
  const update = () => {
    for (const { id, update: way } of places)
      if (way?.by === 'gateway' && way.path !== null) ask('places.updateAddress', { placeId: id });
  };
  return <Button onPress={update}>{texts.updateAddress}</Button>;
}
