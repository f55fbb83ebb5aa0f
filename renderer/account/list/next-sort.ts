import type { Column } from '../../../app/model/lists/list-description';
import { isFigure } from './grid/cells/columns';
import type { ListFilter } from './selection/selection';

type Sort = NonNullable<ListFilter['sort']>;

/** The order after a click on a column's head: the other direction, or, of another column, figures and moments from the largest. */
export function nextSort({ id, kind }: Column, now: Sort | null | undefined): Sort {
  if (now?.column === id) return { column: id, descending: !now.descending };
  return { column: id, descending: isFigure(kind) || kind === 'moment' || kind === 'day' };
}
