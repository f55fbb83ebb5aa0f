// What the area Access says: the gateway, who may use it, what it did. Words only.
import english from '../en/access.json';
import { texts } from '../texts';

export const accessTexts = texts('access', english);
