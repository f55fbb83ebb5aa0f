// Which columns the grid has room for: measured again when the window or the text changes its size.
import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import { fittingColumns, type GridColumn } from './cells/columns';

/** What the scroll bar beside the rows takes (rem; tokens.css). */
const scrollBar = 0.5;

/** The columns that fit into the element. `rem`: pixels of one rem. */
export function useFittingColumns(
  element: RefObject<HTMLElement | null>,
  columns: readonly GridColumn[],
  rem: number,
): readonly GridColumn[] {
  const [width, setWidth] = useState<number | null>(null);
  useLayoutEffect(() => {
    const place = element.current;
    if (place === null) return undefined;
    const measure = () => setWidth(place.clientWidth === 0 ? null : place.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(place);
    return () => observer.disconnect();
  }, [element]);
  return useMemo(() => fittingColumns(columns, width === null ? null : width / rem - scrollBar), [columns, width, rem]);
}
