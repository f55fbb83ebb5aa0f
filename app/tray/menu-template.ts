// Turns the model's menu into what Electron's Menu takes. Pure, and so without Electron's types.
import { shortened } from '../texts/format';
import type { TrayAction, TrayMenuItem } from './menu-model';

/** Characters; a menu is as wide as its longest label. */
const LONGEST_LABEL = 90;

export interface MenuTemplateItem {
  type?: 'separator' | 'normal' | 'checkbox' | 'submenu';
  submenu?: MenuTemplateItem[];
  label?: string;
  enabled?: boolean;
  checked?: boolean;
  click?: () => void;
}

/**
 * The template for Electron's `Menu.buildFromTemplate`.
 * Symptom on Linux: a click sent over D-Bus runs the handler of a disabled item; so a disabled item gets no handler at all.
 */
export function menuTemplate(
  items: readonly TrayMenuItem[],
  onAction: (action: TrayAction) => void,
): MenuTemplateItem[] {
  return items.map((item): MenuTemplateItem => {
    switch (item.kind) {
      case 'separator':
        return { type: 'separator' };
      case 'fact':
        return { type: 'normal', label: escaped(item.label), enabled: false };
      case 'submenu':
        return { type: 'submenu', label: escaped(item.label), submenu: menuTemplate(item.items, onAction) };
      case 'action':
      case 'check': {
        const { enabled, action } = item;
        const shared = { label: escaped(item.label), enabled, ...(enabled && { click: () => onAction(action) }) };
        return item.kind === 'check'
          ? { ...shared, type: 'checkbox', checked: item.checked }
          : { ...shared, type: 'normal' };
      }
      default:
        return item satisfies never;
    }
  });
}

/** Whether two menus look the same; setting an equal one again would close an open menu on some desktops. */
export function sameMenu(one: readonly TrayMenuItem[], other: readonly TrayMenuItem[]): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** In a label "&" marks the key to press; a username may hold one. No menu breaks its lines, so each is a short one. */
function escaped(label: string): string {
  return shortened(label, LONGEST_LABEL).replaceAll('&', '&&');
}
