// Whether the wizard's window is kept out of screenshots and shared screens. Not a protection to rely on: Linux has
// none, and it does not stop a camera.
import type { Rotation } from '../model/rotation/rotation';

/**
 * Whether `setContentProtection` shall be on. On during the whole step in which the key can be shown, so that the first
 * picture of a revealed key is protected already; and while it is revealed, whatever the step.
 */
export function protectsScreen(rotation: Pick<Rotation, 'step'> | null, revealed: boolean): boolean {
  return revealed || rotation?.step === 'copy';
}
