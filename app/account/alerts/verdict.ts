// The verdict on one thing that there are alerts for. Types only.
import type { AlertSubject } from '../../model/alert';

/** `hardly`: no longer so, but not clearly over; it begins nothing and ends nothing. */
export type Verdict = { id: string; about: AlertSubject; is: 'so' | 'hardly' } | { id: string; is: 'over' };
