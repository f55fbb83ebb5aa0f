// What the area of the key's places says: its table, the details of a place, its form. Words only.
import find from '../en/find-places.json';
import english from '../en/key-places.json';
import { texts } from '../texts';

export const keyPlacesTexts = texts('key-places', english);

export const findPlacesTexts = texts('find-places', find);
