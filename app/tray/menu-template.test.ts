import { describe, expect, it, vi } from 'vitest';
import type { TrayAction, TrayMenuItem } from './menu-model';
import { menuTemplate, sameMenu } from './menu-template';

const flip: TrayMenuItem = {
  kind: 'check',
  label: 'shop',
  checked: true,
  enabled: true,
  action: { type: 'switch', id: 2, enabled: false },
};

describe('menuTemplate', () => {
  it('shows facts without an action', () => {
    expect(menuTemplate([{ kind: 'fact', label: 'Wallet' }, { kind: 'separator' }], () => undefined)).toEqual([
      { type: 'normal', label: 'Wallet', enabled: false },
      { type: 'separator' },
    ]);
  });

  it('tells which action was chosen', () => {
    const chosen = vi.fn<(action: TrayAction) => void>();
    const [open, check] = menuTemplate(
      [{ kind: 'action', label: 'Open', enabled: true, action: { type: 'open' } }, flip],
      chosen,
    );
    open?.click?.();
    check?.click?.();
    expect(check).toMatchObject({ type: 'checkbox', checked: true, enabled: true });
    expect(chosen.mock.calls).toEqual([[{ type: 'open' }], [{ type: 'switch', id: 2, enabled: false }]]);
  });

  it('gives a disabled item no handler: over D-Bus it would be run', () => {
    const items = menuTemplate(
      [
        { ...flip, enabled: false },
        { kind: 'action', label: 'Refresh', enabled: false, action: { type: 'refresh' } },
      ],
      () => undefined,
    );
    expect(items.map((item) => [item.enabled, item.click])).toEqual([
      [false, undefined],
      [false, undefined],
    ]);
  });

  it('shows a submenu with what is in it', () => {
    const [item] = menuTemplate([{ kind: 'submenu', label: 'More', items: [flip] }], () => undefined);
    expect(item).toMatchObject({ type: 'submenu', label: 'More', submenu: [{ type: 'checkbox' }] });
  });

  it('shows a name as it is', () => {
    const [item] = menuTemplate([{ kind: 'fact', label: 'R&D\n_team' }], () => undefined);
    expect(item?.label).toBe('R&&D _team');
  });
});

describe('sameMenu', () => {
  it('compares what is seen', () => {
    expect(sameMenu([flip], [{ ...flip }])).toBe(true);
    expect(sameMenu([flip], [{ ...flip, checked: false }])).toBe(false);
    expect(sameMenu([flip], [])).toBe(false);
  });
});
