// Takes the secrets out of a list's row: by references where the row is shown, by a mask where it is saved.
import type { Cell, Row } from '../../model/lists/list-description';
import { type ListId, listOf } from '../../model/lists/lists';
import type { VendorRow } from '../../nineproxy/resources/record-mapping';
import { hiddenSecret } from '../../texts/account/saved-list';
import type { KnownRow } from './known-rows';
import type { Secrets } from './secrets';

/** The row as it may leave main. */
export function withoutSecrets(list: ListId, row: VendorRow, secrets: Pick<Secrets, 'refOf'>): KnownRow {
  const cells: Record<string, Cell> = { ...row.cells };
  let { key } = row;
  let vendorKey = row.key;
  for (const { id, kind } of listOf(list).columns) {
    const cell = kind === 'secret' ? cells[id] : null;
    if (cell === undefined || cell === null || cell === '') continue;
    const secret = String(cell);
    cells[id] = secrets.refOf(secret);
    // The key of a row without an id is made from its texts, and of a second such row from these and a number.
    if (row.key.includes(secret)) key = secrets.refOf(row.key);
    if (row.key.startsWith(`${secret} #`)) vendorKey = secret;
  }
  const { exact, raw } = row;
  return { key, cells, vendorKey, ...(exact === undefined ? {} : { exact }), ...(raw === undefined ? {} : { raw }) };
}

/** The row as it may be saved. Its key is the vendor's own. */
export function withMaskedSecrets(list: ListId, { key, cells }: Row): Row {
  const secret = listOf(list).columns.filter(({ id, kind }) => kind === 'secret' && (cells[id] ?? null) !== null);
  return { key, cells: { ...cells, ...Object.fromEntries(secret.map(({ id }) => [id, hiddenSecret])) } };
}
