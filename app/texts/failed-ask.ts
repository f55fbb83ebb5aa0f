// What is said when a button's or a switch's request was refused. Words only.

export const failedAskTexts = {
  title: 'This could not be done',
  dismiss: 'Dismiss this message',
} as const;
