// What the move to the gateway changes in a file, without any value.
import type { GatewayPreview } from '../../../../app/model/places/gateway-move';
import { keyPlacesTexts, placeGatewayTexts as texts } from '../../../../app/texts/account/places';
import { Banner } from '../../../ui/Banner';
import { Part } from '../part/Part';
import styles from './FileChanges.module.css';

/** 9Proxy's own address, as it stands in files. */
const VENDOR = 'https://api.9proxy.com';

interface FileChangesProps {
  preview: GatewayPreview;
  /** The gateway's. */
  address: string;
}

/** The changed lines, and what to know before. */
export function FileChanges({
  preview: { keys, addresses, readers, strategy, openInEditor },
  address,
}: FileChangesProps) {
  return (
    <Part title={texts.changes}>
      <ul className={styles.lines}>
        {readers.map((reader) => (
          <li key={reader}>
            <code>{reader} = •••</code>
          </li>
        ))}
        {readers.length === 0 ? <li>{texts.key({ count: keys })}</li> : null}
        {addresses === 0 ? null : (
          <li>
            <code>
              <s>{VENDOR}</s> {address}
            </code>
          </li>
        )}
      </ul>
      <p className={styles.small}>{keyPlacesTexts.writes[strategy]}</p>
      {addresses > 0 ? null : (
        <Banner tone="warning" detail={texts.addressMissingLine({ address })}>
          {texts.addressMissing}
        </Banner>
      )}
      {openInEditor ? <Banner tone="warning">{texts.editorOpen}</Banner> : null}
    </Part>
  );
}
