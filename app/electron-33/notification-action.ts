// Which button of a notification was pressed. Electron 33 passes its index beside the event, 45 in the event, and has
// deprecated the other. Delete this when development no longer runs on 33: `details.actionIndex`.

/** The index, of whichever Electron this is. */
export function actionIndex(details: { actionIndex?: number }, index: number): number {
  return details.actionIndex ?? index;
}
