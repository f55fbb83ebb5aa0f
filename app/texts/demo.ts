/** A text about the demo's account: nothing of it is to look real. */
export function demoText(text: string): string {
  return `Demo: ${text}`;
}
