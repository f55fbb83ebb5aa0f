// NineTray's mark, as build/icons/ninetray.svg draws it for the application's icon.
import { useId } from 'react';

interface LogoProps {
  className?: string | undefined;
}

/** The mark on its tile. Decoration: the name is beside it. */
export function Logo({ className }: LogoProps) {
  const id = useId();
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true">
      <defs>
        <linearGradient id={id} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#4b8cff" />
          <stop offset="1" stopColor="#1d4fd8" />
        </linearGradient>
      </defs>
      <rect x="1.5" y="1.5" width="29" height="29" rx="7" fill={`url(#${id})`} />
      <g
        fill="none"
        stroke="#ffffff"
        strokeWidth="4"
        strokeLinecap="round"
        strokeLinejoin="round"
        transform="translate(4 4) scale(0.75)"
      >
        <circle cx="16" cy="8" r="6" />
        <path d="M22 8 C22 14 20.5 17.5 16 20.5" />
        <path d="M4 20 v4 a4 4 0 0 0 4 4 h16 a4 4 0 0 0 4 -4 v-4" />
      </g>
    </svg>
  );
}
