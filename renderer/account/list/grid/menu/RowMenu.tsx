// The menu of a row: what can be copied and done, opened where the row was pressed.
import { useRef } from 'react';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { classes } from '../../../../ui/classes';
import { Icon, type IconName } from '../../../../ui/Icon';
import menuStyles from '../../../../ui/Menu.module.css';
import { Amount, useMasked } from '../../../../ui/privacy';
import styles from './RowMenu.module.css';

export interface MenuEntry {
  id: string;
  label: string;
  icon?: IconName;
  /** What the row has there, shown behind the label. */
  value?: { text: string; isAmount: boolean };
  run: () => void;
  /** It removes something. */
  dangerous?: boolean;
}

interface RowMenuProps {
  label: string;
  /** Groups, with a line between them. */
  groups: readonly (readonly MenuEntry[])[];
  /** Where it opens, in pixels of the window. */
  at: { x: number; y: number };
  onClose: () => void;
}

/** Open from its first moment; the focus returns to the cell when it closes. */
export function RowMenu({ label, groups, at, onClose }: RowMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} className={styles.anchor} style={{ insetInlineStart: at.x, insetBlockStart: at.y }} />
      <Popover
        triggerRef={anchor}
        isOpen
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
        placement="bottom start"
        offset={2}
        className={classes(menuStyles.popover, styles.popover)}
        aria-label={label}
      >
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a menu that opens takes the keyboard */}
        <Menu className={classes(menuStyles.menu)} aria-label={label} autoFocus="first" onClose={onClose}>
          {groups
            .filter((group) => group.length > 0)
            .map((group) => (
              <MenuSection key={group[0]?.id} className={classes(styles.group)} aria-label={label}>
                {group.map((entry) => (
                  <MenuItem
                    key={entry.id}
                    id={entry.id}
                    textValue={entry.label}
                    className={classes(menuStyles.item, styles.item, entry.dangerous === true && styles.dangerous)}
                    onAction={entry.run}
                  >
                    <span className={styles.icon}>{entry.icon === undefined ? null : <Icon name={entry.icon} />}</span>
                    {entry.value === undefined ? entry.label : <Value label={entry.label} {...entry.value} />}
                  </MenuItem>
                ))}
              </MenuSection>
            ))}
        </Menu>
      </Popover>
    </>
  );
}

function Value({ label, text, isAmount }: { label: string; text: string; isAmount: boolean }) {
  const isMasked = useMasked() && isAmount;
  return (
    <>
      <span className={styles.label}>{label}</span>
      <span className={styles.value} title={isMasked ? undefined : text}>
        {isAmount ? <Amount>{text}</Amount> : text}
      </span>
    </>
  );
}
