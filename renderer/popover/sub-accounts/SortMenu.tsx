// The sort menu, open from its first moment: it is loaded by the press that wants it.
import { useState } from 'react';
import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { popoverTexts } from '../../../app/texts/status/popover';
import { IconButton } from '../../ui/Button';
import { classes } from '../../ui/classes';
import { Icon } from '../../ui/Icon';
import menuStyles from '../../ui/Menu.module.css';
import styles from './SortMenu.module.css';
import type { Sort, ListQuery } from './use-rows';

type Order = Pick<ListQuery, 'sort' | 'descending'>;

interface SortMenuProps extends Order {
  onOrder: (order: Partial<Order>) => void;
  className?: string | undefined;
}

const sorts: readonly Sort[] = ['newest', 'username', 'ips', 'traffic', 'status'];
const orders = ['true', 'false'] as const;

/** The menu and its button. */
export function SortMenu({ sort: chosen, descending, onOrder, className }: SortMenuProps) {
  const [open, setOpen] = useState(true);
  const order = descending ? 'true' : 'false';
  return (
    <MenuTrigger isOpen={open} onOpenChange={setOpen}>
      <IconButton icon="sort" label={popoverTexts.sort} className={className} />
      <Popover placement="bottom end" offset={4} className={classes(menuStyles.popover, styles.popover)}>
        <Menu className={classes(menuStyles.menu)} aria-label={popoverTexts.sort}>
          <MenuSection selectionMode="single" disallowEmptySelection selectedKeys={[chosen]}>
            <Header className={classes(styles.header)}>{popoverTexts.sortBy}</Header>
            {sorts.map((sort) => (
              <Item
                key={sort}
                id={sort}
                label={popoverTexts.sorts[sort]}
                // Names read best from A, figures from the largest.
                onAction={() => onOrder({ sort, descending: sort !== 'username' })}
              />
            ))}
          </MenuSection>
          <MenuSection selectionMode="single" disallowEmptySelection selectedKeys={[order]}>
            <Header className={classes(styles.header)}>{popoverTexts.sortOrder}</Header>
            {orders.map((each) => (
              <Item
                key={each}
                id={each}
                label={popoverTexts.descending[each]}
                onAction={() => onOrder({ descending: each === 'true' })}
              />
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function Item({ id, label, onAction }: { id: string; label: string; onAction: () => void }) {
  return (
    <MenuItem id={id} textValue={label} className={classes(menuStyles.item, styles.item)} onAction={onAction}>
      {({ isSelected }) => (
        <>
          <span className={styles.tick}>{isSelected ? <Icon name="check" /> : null}</span>
          {label}
        </>
      )}
    </MenuItem>
  );
}
