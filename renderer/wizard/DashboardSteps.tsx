// The three clicks in the vendor's dashboard, as small drawings in the colours of the page. Pictures only: the words beside
// them say the same.
import type { ReactNode } from 'react';
import styles from './DashboardSteps.module.css';

/** A browser's window, and in it what is drawn. 168 by 104. */
function Page({ children }: { children: ReactNode }) {
  return (
    <svg className={styles.drawing} viewBox="0 0 168 104" aria-hidden="true" focusable="false">
      <rect className={styles.paper} x="0.75" y="0.75" width="166.500" height="102.500" rx="8" />
      <path className={styles.head} d="M.75 17V8.75a8 8 0 0 1 8-8h150.500a8 8 0 0 1 8 8V17z" />
      <circle className={styles.dot} cx="10" cy="9" r="2" />
      <circle className={styles.dot} cx="17" cy="9" r="2" />
      <circle className={styles.dot} cx="24" cy="9" r="2" />
      <rect className={styles.address} x="34" y="5" width="100" height="8" rx="4" />
      {children}
    </svg>
  );
}

/** The user's pointer, its tip at x, y. */
function Pointer({ x, y }: { x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle className={styles.halo} r="10" />
      <path className={styles.pointer} d="M0 0v13.500l3.500-3 2.200 5 2.300-1-2.200-4.900 4.700-.4z" />
    </g>
  );
}

function Account() {
  return (
    <Page>
      <path className={styles.side} d="M1.500 17h41v86H9a8 8 0 0 1-7.500-8z" />
      {[26, 37, 48, 74, 85].map((y) => (
        <rect key={y} className={styles.line} x="9" y={y} width={y % 2 === 0 ? 24 : 19} height="4" rx="2" />
      ))}
      <rect className={styles.chosen} x="5" y="57" width="33" height="11" rx="4" />
      <rect className={styles.onChosen} x="9" y="60.500" width="22" height="4" rx="2" />
      <rect className={styles.strong} x="54" y="26" width="46" height="5" rx="2.500" />
      <rect className={styles.line} x="54" y="42" width="22" height="4" rx="2" />
      <rect className={styles.line} x="86" y="42" width="22" height="4" rx="2" />
      <rect className={styles.tab} x="118" y="42" width="26" height="4" rx="2" />
      <rect className={styles.tab} x="116" y="50" width="30" height="2" rx="1" />
      <path className={styles.rule} d="M54 52h102" />
      <rect className={styles.card} x="54" y="60" width="102" height="32" rx="5" />
      <rect className={styles.line} x="62" y="68" width="56" height="4" rx="2" />
      <rect className={styles.line} x="62" y="78" width="38" height="4" rx="2" />
      <Pointer x={134} y={46} />
    </Page>
  );
}

function Press({ first }: { first: boolean }) {
  return (
    <Page>
      <rect className={styles.strong} x="20" y="27" width="40" height="5" rx="2.500" />
      <rect className={first ? styles.press : styles.danger} x="20" y="40" width="76" height="18" rx="5" />
      <rect className={styles.onChosen} x="30" y="47" width="56" height="4" rx="2" />
      <Pointer x={84} y={50} />
      {[0, 1, 2, 3, 4, 5].map((digit) => (
        <g key={digit}>
          <rect
            className={styles.digit}
            x={20 + digit * 16 + (digit > 2 ? 6 : 0)}
            y="72"
            width="13"
            height="18"
            rx="3"
          />
          {digit < 4 ? (
            <circle className={styles.code} cx={26.5 + digit * 16 + (digit > 2 ? 6 : 0)} cy="81" r="2.200" />
          ) : null}
        </g>
      ))}
      <path
        className={styles.shield}
        d="m141 69 10 3.500v7.500c0 6-4 10-10 12.500-6-2.500-10-6.500-10-12.500v-7.500zM136.500 80l3.300 3.300 5.700-6.300"
      />
    </Page>
  );
}

function Copy() {
  return (
    <Page>
      <rect className={styles.card} x="16" y="30" width="136" height="52" rx="6" />
      <rect className={styles.strong} x="25" y="38" width="36" height="5" rx="2.500" />
      <rect className={styles.digit} x="25" y="51" width="84" height="20" rx="4" />
      {[0, 1, 2, 3, 4, 5, 6, 7, 8].map((index) => (
        <circle key={index} className={styles.code} cx={33 + index * 8.5} cy="61" r="2.200" />
      ))}
      <rect className={styles.press} x="115" y="51" width="28" height="20" rx="4" />
      <path
        className={styles.copyMark}
        d="M127.500 58.500h5.500a1.500 1.500 0 0 1 1.500 1.500v5.500a1.500 1.500 0 0 1-1.500 1.500h-5.500a1.500 1.500 0 0 1-1.500-1.500V60a1.500 1.500 0 0 1 1.500-1.500ZM124 63.500v-6a1.500 1.500 0 0 1 1.500-1.500h6"
      />
      <Pointer x={136} y={65} />
    </Page>
  );
}

interface DashboardStepsProps {
  /** There is no key yet: the button has another name, and kills nothing. */
  first: boolean;
  clicks: readonly { title: string; line: string }[];
}

/** The three drawings with their words, numbered. */
export function DashboardSteps({ first, clicks }: DashboardStepsProps) {
  const drawings = [<Account key="account" />, <Press key="press" first={first} />, <Copy key="copy" />];
  return (
    <ol className={styles.clicks}>
      {clicks.map(({ title, line }, index) => (
        <li key={title} className={styles.click}>
          {drawings[index]}
          <p className={styles.title}>
            <span className={styles.number} aria-hidden="true">
              {index + 1}
            </span>
            {title}
          </p>
          <p className={styles.words}>{line}</p>
        </li>
      ))}
    </ol>
  );
}
