// The icon set, as inline SVG drawn on a 16 by 16 grid in the colour of the text. An icon must not carry meaning alone:
// it is hidden from screen readers, and the control or line beside it has the words.
import type { ReactNode } from 'react';
import { classes } from './classes';
import styles from './Icon.module.css';

const shapes = {
  refresh: (
    <>
      <path d="M13.2 8a5.2 5.2 0 1 1-1.5-3.7" />
      <path d="M13.4 1.9v3h-3" />
    </>
  ),
  settings: (
    <>
      <path d="M2 4.75h6.2M11.8 4.75H14M2 11.25h2.2M7.8 11.25H14" />
      <circle cx="10" cy="4.75" r="1.75" />
      <circle cx="6" cy="11.25" r="1.75" />
    </>
  ),
  keyboard: (
    <>
      <rect x="1.75" y="4" width="12.5" height="8.5" rx="1.5" />
      <path d="M4.5 6.75v.1M6.8 6.75v.1M9.2 6.75v.1M11.5 6.75v.1M5.5 9.9h5" />
    </>
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4.25" />
      <path d="m10.2 10.2 3.3 3.3" />
    </>
  ),
  close: <path d="m4 4 8 8M12 4l-8 8" />,
  chevronDown: <path d="m4.5 6.5 3.5 3.5 3.5-3.5" />,
  chevronStart: <path d="M9.5 4.5 6 8l3.5 3.5" />,
  chevronEnd: <path d="M6.5 4.5 10 8l-3.5 3.5" />,
  sort: <path d="M4.5 3v10m0 0L2 10.5M4.5 13 7 10.5M11.5 13V3m0 0L9 5.5M11.5 3 14 5.5" />,
  pin: <path d="M6 2.5h4l-.5 4 2 2v1h-7v-1l2-2zM8 9.5v4" />,
  pinned: <path fill="currentColor" d="M6 2.5h4l-.5 4 2 2v1h-7v-1l2-2zM8 9.5v4" />,
  check: <path d="m3.5 8.5 3 3 6-6.5" />,
  good: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="m5.4 8.2 1.8 1.8 3.4-3.7" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 7.4v3.4M8 5.1v.1" />
    </>
  ),
  warning: <path d="M8 2.4 14.2 13H1.8zM8 6.5v3M8 11.2v.1" />,
  bad: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.9v3.6M8 10.9v.1" />
    </>
  ),
  eye: (
    <>
      <path d="M1.5 8S4 3.75 8 3.75 14.5 8 14.5 8 12 12.25 8 12.25 1.5 8 1.5 8Z" />
      <circle cx="8" cy="8" r="1.9" />
    </>
  ),
  eyeOff: (
    <>
      <path d="M6.2 4C6.8 3.8 7.4 3.75 8 3.75 12 3.75 14.5 8 14.5 8a12 12 0 0 1-1.8 2.2M10 12a6 6 0 0 1-2 .25C4 12.25 1.5 8 1.5 8a12 12 0 0 1 2.3-2.7" />
      <path d="m2.5 2.5 11 11" />
    </>
  ),
  key: (
    <>
      <circle cx="5" cy="11" r="2.75" />
      <path d="m7 9 5.8-5.8M10.2 5.8l2 2" />
    </>
  ),
  lock: (
    <>
      <rect x="3.25" y="7" width="9.5" height="6.5" rx="1.5" />
      <path d="M5.25 7V5a2.75 2.75 0 0 1 5.5 0v2" />
    </>
  ),
  shield: <path d="M8 1.8 13 3.6v4c0 3.2-2 5.4-5 6.6-3-1.2-5-3.4-5-6.600v-4zM5.7 7.900l1.7 1.7 3-3.2" />,
  external: <path d="M6.5 3H3v10h10V9.500M9.5 2.500h4v4M13.3 2.7 7.5 8.5" />,
  paste: (
    <>
      <rect x="3" y="3.25" width="10" height="11" rx="1.5" />
      <path d="M6 1.750h4v3H6zM6 8.250h4M6 11h2.5" />
    </>
  ),
  undo: <path d="M5.5 2.5 2.5 5.500l3 3M2.5 5.500h6.750a4 4 0 0 1 0 8H6" />,
  play: <path d="M5 3.200v9.600L12.7 8z" />,
  trash: <path d="M2.5 4.250h11M6 4.250v-1.750h4v1.750M4 4.250l.6 9.250h6.800l.6-9.25" />,
  plug: <path d="M5.5 1.750v3.500M10.5 1.750v3.500M3.5 5.250h9v1.750a4.5 4.5 0 0 1-9 0zM8 11.500v3" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.500V8l2.25 1.75" />
    </>
  ),
  copy: (
    <>
      <rect x="5.5" y="5.500" width="8" height="8.500" rx="1.5" />
      <path d="M10.500 3.500v-.250A1.250 1.250 0 0 0 9.250 2h-5.500A1.250 1.250 0 0 0 2.500 3.250v6.500A1.250 1.250 0 0 0 3.500 11" />
    </>
  ),
  gauge: <path d="M2.300 11.500a6 6 0 1 1 11.400 0M8 9.500l2.500-3M8 9.500v.1" />,
  globe: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M2 8h12M8 2c2 1.700 2.700 3.700 2.700 6S10 12.300 8 14C6 12.300 5.300 10.300 5.300 8S6 3.700 8 2Z" />
    </>
  ),
  person: (
    <>
      <circle cx="8" cy="5" r="2.750" />
      <path d="M2.750 13.500c.5-2.700 2.500-4 5.250-4s4.750 1.300 5.250 4" />
    </>
  ),
  people: (
    <>
      <circle cx="6" cy="5.250" r="2.500" />
      <path d="M1.500 13c.400-2.400 2-3.600 4.500-3.600s4.100 1.200 4.500 3.600M10.500 3a2.300 2.300 0 0 1 0 4.500M12 9.700c1.500.5 2.300 1.600 2.500 3.300" />
    </>
  ),
  gift: (
    <>
      <path d="M2.500 7.750h11v5.750h-11zM1.750 5h12.500v2.750H1.750zM8 5v8.500" />
      <path d="M8 5C6.500 5 4.500 4.600 4.500 3.200 4.500 1.300 7.500 1.500 8 5c.5-3.500 3.500-3.700 3.500-1.800C11.500 4.600 9.500 5 8 5Z" />
    </>
  ),
  window: (
    <>
      <rect x="1.750" y="2.750" width="12.500" height="10.500" rx="1.500" />
      <path d="M6 2.750v10.500M1.750 6H6" />
    </>
  ),
  wallet: (
    <>
      <rect x="1.750" y="4" width="12.500" height="9.250" rx="1.500" />
      <path d="M3.500 4 11 2v2M14.250 7h-3.500a1.600 1.600 0 0 0 0 3.250h3.500" />
    </>
  ),
  bell: (
    <path d="M3.500 11.500c1-1.200 1-2.500 1-4.300a3.500 3.500 0 0 1 7 0c0 1.800 0 3.100 1 4.300zM6.600 13.500c.700.600 2.100.600 2.800 0" />
  ),
  plus: <path d="M8 3v10M3 8h10" />,
  more: <path d="M3.500 8v.010M8 8v.010M12.500 8v.010" strokeWidth="2" />,
  download: <path d="M8 2.500v7.500M5 7l3 3 3-3M2.750 13.250h10.500" />,
  arrowUp: <path d="M8 13V3.500M4.500 7 8 3.500 11.500 7" />,
  arrowDown: <path d="M8 3v9.500M4.500 9 8 12.500 11.500 9" />,
  edit: <path d="m3 13 .600-2.800L10.800 3l2.200 2.200-7.200 7.200zM9.300 4.500l2.200 2.200" />,
  file: <path d="M9 1.750H4v12.500h8V4.750zM9 1.750v3h3M6 8h4M6 10.750h4" />,
  terminal: (
    <>
      <rect x="1.750" y="2.750" width="12.500" height="10.500" rx="1.500" />
      <path d="m4.500 6 2 2-2 2M8.500 10.250h3" />
    </>
  ),
  box: <path d="M8 1.750 13.750 4.750v6.500L8 14.250l-5.750-3v-6.500zM2.250 4.750 8 7.750l5.750-3M8 7.750v6.500" />,
  flow: (
    <>
      <circle cx="3.750" cy="8" r="1.750" />
      <circle cx="12.250" cy="4" r="1.750" />
      <circle cx="12.250" cy="12" r="1.750" />
      <path d="M5.400 7.300 10.600 4.700M5.400 8.700l5.200 2.600" />
    </>
  ),
  receipt: (
    <path d="M3.500 1.750h9v12.500l-1.800-1.200-1.800 1.200-1.800-1.200-1.800 1.200-1.800-1.200zM6 5.250h4M6 8h4" />
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

/** One icon, one rem tall. Those that point sideways turn over in right-to-left text. */
export function Icon({ name, className }: { name: IconName; className?: string | undefined }) {
  return (
    <svg
      className={classes(
        styles.icon,
        name.startsWith('chevron') && name !== 'chevronDown' && styles.mirrored,
        className,
      )}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[name]}
    </svg>
  );
}
