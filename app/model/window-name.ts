/** The windows that main makes. */
export type WindowName = 'popover' | 'wizard' | 'account';
