// What the area of the key's places says: its table, the details of a place, its form. Words only.
import find from '../en/find-places.json';
import english from '../en/key-places.json';
import gateway from '../en/place-gateway.json';
import { texts } from '../texts';

export const keyPlacesTexts = texts('key-places', english);

/** A place that asks NineTray's gateway, or is to. */
export const placeGatewayTexts = texts('place-gateway', gateway);

export const findPlacesTexts = texts('find-places', find);
