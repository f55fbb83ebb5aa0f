// The name by which Windows groups NineTray's notifications, its tray icon and its taskbar buttons. For Windows only.
import { applicationId } from '../model/application-id';

/**
 * The AppUserModelID. The installer gives the application's to the shortcut that Windows looks for; an application that
 * is not packaged has no shortcut, and goes by its program as Electron advises.
 */
export function appUserModelId(isPackaged: boolean, program: string): string {
  return isPackaged ? applicationId : program;
}
