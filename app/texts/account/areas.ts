// What the account window says around its lists: the areas in the sidebar, who the account is, what it has. Words only.
import type { AreaId } from '../../model/lists/areas';
import english from '../en/areas.json';
import { texts } from '../texts';

export const areaTexts = texts('areas', english);

/** The areas, as the sidebar and the heading of each call them. */
export const areaNames: Readonly<Record<AreaId, string>> = areaTexts.names;

/** One sentence below an area's title. */
export const areaLines: Readonly<Record<AreaId, string>> = areaTexts.lines;
