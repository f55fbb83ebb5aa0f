// The places as a table; a row opens its details.
import type { PlaceRow } from '../../../app/model/places/places-view';
import { keyPlacesTexts as texts } from '../../../app/texts/account/places';
import { areaNames } from '../../../app/texts/account/areas';
import { placesTexts } from '../../../app/texts/wizard/places';
import { formatAge } from '../../../app/texts/format';
import { kindIcons } from '../../places/kind-icons';
import { isOwn } from '../../places/place-rows';
import { ReadinessMark } from '../../places/ReadinessMark';
import { classes } from '../../ui/classes';
import { Icon } from '../../ui/Icon';
import { useNow } from '../../ui/hooks/use-now';
import { locale } from '../../ui/locale';
import table from '../table/Table.module.css';
import { Table } from '../table/Table';
import styles from './PlacesTable.module.css';

interface PlacesTableProps {
  rows: readonly PlaceRow[];
  /** The id of the place whose details are shown. */
  shown: string | null;
  onShow: (id: string) => void;
}

const columns = ['name', 'where', 'how', 'state', 'rehearsed'] as const;

/** A row for each place, in the order in which they were added. */
export function PlacesTable({ rows, shown, onShow }: PlacesTableProps) {
  return (
    <Table
      label={areaNames.places}
      className={styles.places}
      columns={columns.map((id) => ({ id, title: texts.columns[id], className: styles[id] }))}
    >
      {rows.map((row) => (
        <OnePlace key={row.place.id} row={row} isShown={shown === row.place.id} onShow={() => onShow(row.place.id)} />
      ))}
    </Table>
  );
}

function OnePlace({ row, isShown, onShow }: { row: PlaceRow; isShown: boolean; onShow: () => void }) {
  const { place, rehearsal } = row;
  const now = useNow();
  const how = texts.how[place.update?.by ?? 'hand'];
  const when = rehearsal !== null ? formatAge(rehearsal.at, now, locale()) : isOwn(row) ? texts.never : '';
  return (
    <tr className={classes(table.row, styles.row)} data-shown={isShown}>
      <th scope="row">
        <span className={styles.label}>
          <Icon name={kindIcons[place.kind]} className={styles.icon} />
          <button
            type="button"
            className={classes(table.open, styles.open)}
            title={place.name}
            aria-expanded={isShown}
            data-place={place.id}
            onClick={onShow}
          >
            {place.name}
          </button>
        </span>
      </th>
      <td className={styles.where} title={place.where}>
        {place.where === '' ? placesTexts.kinds[place.kind] : place.where}
      </td>
      <td className={styles.how} title={how}>
        {how}
      </td>
      <td className={styles.state}>
        <ReadinessMark row={row} />
      </td>
      <td className={styles.rehearsed} title={when}>
        {when}
      </td>
    </tr>
  );
}
