// The places as a table; a row opens its details.
import type { Place } from '../../../app/model/places/place';
import { keyPlacesTexts as texts } from '../../../app/texts/account/places';
import { areaNames } from '../../../app/texts/account/areas';
import { placesTexts } from '../../../app/texts/wizard/places';
import { kindIcons } from '../../places/kind-icons';
import { Icon } from '../../ui/Icon';
import styles from './PlacesTable.module.css';

interface PlacesTableProps {
  places: readonly Place[];
  /** The id of the place whose details are shown. */
  shown: string | null;
  onShow: (id: string) => void;
}

/** A row for each place, in the order in which they were added. */
export function PlacesTable({ places, shown, onShow }: PlacesTableProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard scrolls it
    <div className={styles.frame} role="region" aria-label={areaNames.places} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{texts.columns.name}</th>
            <th scope="col" className={styles.where}>
              {texts.columns.where}
            </th>
            <th scope="col">{texts.columns.how}</th>
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <PlaceRow key={place.id} place={place} isShown={shown === place.id} onShow={() => onShow(place.id)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PlaceRow({ place, isShown, onShow }: { place: Place; isShown: boolean; onShow: () => void }) {
  return (
    <tr className={styles.row} data-shown={isShown}>
      <th scope="row">
        <span className={styles.name}>
          <Icon name={kindIcons[place.kind]} className={styles.icon} />
          <button type="button" className={styles.open} aria-expanded={isShown} data-place={place.id} onClick={onShow}>
            {place.name}
          </button>
        </span>
      </th>
      <td className={styles.where} title={place.where}>
        {place.where === '' ? placesTexts.kinds[place.kind] : place.where}
      </td>
      <td className={styles.how}>{texts.how[place.update?.by ?? 'hand']}</td>
    </tr>
  );
}
