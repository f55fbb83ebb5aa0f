/** The views of the popover. */
export const popoverViews = ['home', 'key', 'settings'] as const;
export type PopoverView = (typeof popoverViews)[number];
