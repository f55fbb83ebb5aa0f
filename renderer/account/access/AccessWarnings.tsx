// What the user should know about the gateway: reads that wait, keys and wrong tokens that programs sent, a proxy in the way.
import type { AccessView } from '../../../app/model/access/access-view';
import { accessTexts as texts } from '../../../app/texts/account/access';
import { formatAge, formatDuration } from '../../../app/texts/format';
import { Banner } from '../../ui/Banner';
import { ask } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { useNow } from '../../ui/hooks/use-now';
import { useSeconds } from '../../ui/hooks/use-seconds';
import { locale } from '../../ui/locale';
import { ProxyWarning } from './ProxyWarning';
import styles from './Access.module.css';

type Sighting = AccessView['sightings'][number];

/** So many requests with unknown tokens within a minute are no accident. */
const MANY_REFUSED = 20;

/** The warnings, the most urgent first; nothing while all is well. */
export function AccessWarnings({ access }: { access: AccessView }) {
  const { sightings, refusedTokens, proxyVariable, holding } = access;
  return (
    <>
      {holding === null ? null : <Holding holding={holding} />}
      {sightings.length === 0 ? null : <Sightings sightings={sightings} />}
      {refusedTokens < MANY_REFUSED ? null : (
        <Banner tone="warning" detail={texts.refusedLine}>
          {texts.refused({ count: refusedTokens })}
        </Banner>
      )}
      {access.on ? <ProxyWarning variable={proxyVariable} /> : null}
    </>
  );
}

function Holding({ holding: { reads, since } }: { holding: NonNullable<AccessView['holding']> }) {
  const now = useSeconds(true);
  return (
    <Banner tone="info">
      {texts.holding({ count: reads, oldest: formatDuration(Math.max(0, now - since), locale()) })}
    </Banner>
  );
}

function Sightings({ sightings }: { sightings: readonly Sighting[] }) {
  return (
    <Banner
      tone="warning"
      detail={
        <>
          {texts.sightings.line}
          <ul className={styles.sightings}>
            {sightings.map((sighting) => (
              <li key={`${sighting.at} ${sighting.key} ${sighting.program?.pid ?? ''}`}>
                <SightingLine sighting={sighting} />
              </li>
            ))}
          </ul>
        </>
      }
      action={<Button onPress={() => ask('access.dismissSightings', undefined)}>{texts.sightings.dismiss}</Button>}
    >
      {texts.sightings.title}
    </Banner>
  );
}

function SightingLine({ sighting: { at, key, program, operation, count } }: { sighting: Sighting }) {
  const now = useNow();
  const who =
    program === null
      ? texts.sightings.unknownProgram
      : texts.sightings.program({ name: program.name, pid: String(program.pid) });
  const parts = [who, texts.sightings[key], operation, texts.sightings.times({ count }), formatAge(at, now, locale())];
  return parts.filter((part) => part !== null).join(' · ');
}
