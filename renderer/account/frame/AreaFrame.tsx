// What every area has: its title, a sentence, its buttons, and a body.
import type { ReactNode } from 'react';
import type { AreaId } from '../../../app/model/lists/areas';
import { areaLines, areaNames } from '../../../app/texts/account/areas';
import { classes } from '../../ui/classes';
import styles from './AreaFrame.module.css';

interface AreaFrameProps {
  area: AreaId;
  /** Instead of the area's own: a part of it is shown. */
  title?: string;
  line?: string;
  /** At the end of the title's row. */
  buttons?: ReactNode;
  /** The body fills the window, and its content scrolls (a list); otherwise the body scrolls. */
  fills?: boolean;
  children: ReactNode;
}

/** An area's heading and body. */
export function AreaFrame({ area, title, line, buttons, fills = false, children }: AreaFrameProps) {
  return (
    <div className={styles.area}>
      <header className={styles.head}>
        <div className={styles.words}>
          <h1 tabIndex={-1} className={styles.title}>
            {title ?? areaNames[area]}
          </h1>
          <p className={styles.line}>{line ?? areaLines[area]}</p>
        </div>
        {buttons === undefined ? null : <div className={styles.buttons}>{buttons}</div>}
      </header>
      <div className={classes(styles.body, fills ? styles.fills : styles.scrolls)}>{children}</div>
    </div>
  );
}
