// What calls need of the desktop besides the session. Types only.
import type { WriteFile } from '../../account/lists/save';
import type { Licenses } from '../../licenses/licenses';
import type { AreaId } from '../../model/lists/areas';
import type { ListId } from '../../model/lists/lists';
import type { ExternalPage } from '../../model/external-page';
import type { PopoverView } from '../../model/popover-view';
import type { Result } from '../../model/problem';
import type { AreaRequest } from '../../model/lists/area-request';

export interface DesktopPorts {
  /** The clipboard's text, for a key that the window must not see. */
  readClipboard(): Promise<string>;
  /** Puts a text that is not secret on the clipboard. */
  copyText(text: string): Promise<Result<void>>;
  openPage(page: ExternalPage): Promise<Result<undefined>>;
  /** Opens the page about the newer version that is known; `not-allowed` where there is none. */
  openReleasePage(): Promise<Result<undefined>>;
  /** Says no more of this version of NineTray. */
  skipUpdate(version: string): Promise<Result<void>>;
  hideWindow(): void;
  /** Opens the page with the key's button: the vendor's, or the demo's. */
  openDashboard(): Promise<Result<void>>;
  /** Shows the account window, at an area or as it is. */
  openAccount(area: AreaId | null, request?: AreaRequest): void;
  /** Shows the popover, at one of its views. */
  openPopover(view: PopoverView): void;
  /** While the user records a global shortcut, the present one does nothing. */
  recordShortcut(isRecording: boolean): void;
  /** Shows a desktop notification; false where there are none. */
  testNotification(): Promise<boolean>;
  showWizard(): void;
  closeWizard(): void;
  /** Asks where to save the key, and writes a file for its owner alone. `saved` is false when the user cancelled. */
  saveKey(text: string): Promise<Result<{ saved: boolean }>>;
  /** The same with a receipt; `finishedOn` (yyyy-mm-dd) is for the name that is suggested. */
  saveReceipt(finishedOn: string, text: string): Promise<Result<{ saved: boolean }>>;
  /** Asks where to save what the API check found, and writes it as text. `saved` is false when the user cancelled. */
  saveApiCheck(): Promise<Result<{ saved: boolean }>>;
  /** Asks where to save a list; null when the user cancelled. */
  chooseListFile(list: ListId): Promise<Result<WriteFile | null>>;
  /** Asks for a folder or a file; null when the user cancelled. */
  choosePath(what: 'folder' | 'file'): Promise<string | null>;
  /** Shows this file in the system's file manager. */
  showInFolder(path: string): void;
  /** The licences of this installation. */
  licenses(): Promise<Licenses>;
  /** Recreates the account window if it shows another language than the chosen one. */
  renewAccount(): void;
  /** BCP 47. */
  locale(): string;
  quit(): void;
}
