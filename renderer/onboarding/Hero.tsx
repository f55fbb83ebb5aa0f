// The head of a first screen: a mark, the title, a sentence or two.
import { classes } from '../ui/classes';
import { Icon, type IconName } from '../ui/Icon';
import { Logo } from '../ui/Logo';
import { Spinner } from '../ui/Spinner';
import styles from './Hero.module.css';

interface HeroProps {
  icon: IconName | 'waiting' | 'logo';
  tone: 'accent' | 'warning';
  title: string;
  lead: string;
}

function focusOn(title: HTMLHeadingElement | null): void {
  title?.focus({ preventScroll: true });
}

/** A mark with a title that takes the focus, and a lead below it. */
export function Hero({ icon, tone, title, lead }: HeroProps) {
  return (
    <div className={styles.hero}>
      {icon === 'logo' ? (
        <Logo className={styles.logo} />
      ) : (
        <span className={classes(styles.mark, styles[tone])}>
          {icon === 'waiting' ? <Spinner /> : <Icon name={icon} />}
        </span>
      )}
      <h1 ref={focusOn} tabIndex={-1} className={styles.title}>
        {title}
      </h1>
      <p className={styles.lead}>{lead}</p>
    </div>
  );
}
