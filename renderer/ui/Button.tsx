// Buttons: with words, or with an icon alone and a name for it.
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import styles from './Button.module.css';
import { classes } from './classes';
import { Icon, type IconName } from './Icon';
import { Spinner } from './Spinner';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  /**
   * `primary`: the one thing to do here. `quiet`: words without a frame. `danger`: leads to something that removes.
   * `destructive`: removes it now, or stops everything.
   */
  kind?: 'primary' | 'plain' | 'quiet' | 'danger' | 'destructive';
  icon?: IconName;
  /** A spinner instead of the icon; the button stays where it is and does nothing. */
  busy?: boolean;
  /** As wide as what it is in. */
  wide?: boolean;
  className?: string | undefined;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

/** A button with words. */
export function Button({
  kind = 'plain',
  icon,
  busy = false,
  wide = false,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      isPending={busy}
      className={classes(styles.button, styles[kind], wide && styles.wide, className)}
    >
      {busy ? <Spinner /> : icon === undefined ? null : <Icon name={icon} />}
      <span>{children}</span>
    </AriaButton>
  );
}

interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style' | 'aria-label'> {
  icon: IconName;
  /** What it does, for screen readers and as the tooltip. */
  label: string;
  busy?: boolean;
  className?: string | undefined;
  ref?: Ref<HTMLButtonElement>;
}

/** A button that is an icon alone. */
export function IconButton({ icon, label, busy = false, className, ...rest }: IconButtonProps) {
  return (
    <AriaButton
      {...rest}
      isPending={busy}
      aria-label={label}
      className={classes(styles.button, styles.iconOnly, className)}
      render={(props) => <button {...props} title={label} />}
    >
      {busy ? <Spinner /> : <Icon name={icon} />}
    </AriaButton>
  );
}
