// What a click on the tray does to the popover. Pure: the moments come in as arguments.

export interface PopoverMoments {
  visible: boolean;
  /** When the popover last hid because it lost the focus, in milliseconds; null if it never did. */
  blurredAt: number | null;
}

/** How long after a blur a click still counts as the one that caused it. */
const sameClick = 250;

/**
 * Whether a click on the tray shows or hides the popover. The press of the button takes the focus, so that the popover hides, and the
 * click that follows would show it again at once; such a click means "hide", which is done already.
 */
export function afterTrayClick({ visible, blurredAt }: PopoverMoments, now: number): 'show' | 'hide' | 'nothing' {
  if (visible) return 'hide';
  if (blurredAt !== null && now >= blurredAt && now - blurredAt < sameClick) return 'nothing';
  return 'show';
}
