// What a click in the tray's menu leads to.
import type { AreaId } from '../model/lists/areas';
import type { PopoverView } from '../model/popover-view';
import type { TrayAction } from '../tray/menu-model';

export interface TrayActionPorts {
  isKeyRefused(): boolean;
  openView(view: PopoverView): void;
  /** `ask`: the account window asks whether all sub-accounts shall be disabled, or restored. */
  openAccount(area: AreaId | null, request?: { ask: 'panic' }): void;
  /** Opens the wizard at a rotation that replaces a refused key. */
  replaceRefusedKey(): void;
  /** Opens the wizard; begins a rotation, or continues the one under way. */
  regenerate(): void;
  refresh(): void;
  switchSubAccount(id: number, enabled: boolean): void;
  /** The gateway refuses every request, or answers again. */
  pauseGateway(isPaused: boolean): void;
  copyGatewayAddress(): void;
  startDemo(): void;
  leaveDemo(): void;
  quit(): void;
}

/** Returns what runs an action of the tray. */
export function trayActions(ports: TrayActionPorts): (action: TrayAction) => void {
  return (action) => {
    switch (action.type) {
      case 'open':
        return ports.openView('home');
      case 'account':
        return ports.openAccount(null);
      case 'settings':
        return ports.openAccount('settings');
      case 'enter-key':
        // A refused key is replaced by a rotation; without one, the first key is asked for.
        return ports.isKeyRefused() ? ports.replaceRefusedKey() : ports.openView('key');
      case 'regenerate':
        return ports.regenerate();
      case 'panic':
        return ports.openAccount('subAccounts', { ask: 'panic' });
      case 'refresh':
        return ports.refresh();
      case 'switch':
        return ports.switchSubAccount(action.id, action.enabled);
      case 'access':
        return ports.openAccount('access');
      case 'pause-gateway':
      case 'resume-gateway':
        return ports.pauseGateway(action.type === 'pause-gateway');
      case 'copy-address':
        return ports.copyGatewayAddress();
      case 'start-demo':
        return ports.startDemo();
      case 'leave-demo':
        return ports.leaveDemo();
      case 'quit':
        return ports.quit();
      default:
        return action satisfies never;
    }
  };
}
