// What every window says, whichever it is. Must hold words only.

export const windowTexts = {
  starting: 'NineTray is starting…',
} as const;
