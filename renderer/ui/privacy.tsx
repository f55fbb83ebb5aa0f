// Amounts that hide until one points at them. While hidden an amount is not in the page at all, not even for screen readers.
import { createContext, type ReactNode, useContext, useState } from 'react';
import { popoverTexts } from '../../app/texts/status/popover';
import styles from './privacy.module.css';

const Masked = createContext(false);

/** Whether amounts are to be hidden here. */
export function useMasked(): boolean {
  return useContext(Masked);
}

/** All below hides its amounts while `hide` holds. */
export function Privacy({ hide, children }: { hide: boolean; children: ReactNode }) {
  return <Masked value={hide}>{children}</Masked>;
}

export interface RevealHandlers {
  onPointerEnter: () => void;
  onPointerLeave: () => void;
  onFocus: () => void;
  onBlur: (event: { currentTarget: Node; relatedTarget: EventTarget | null }) => void;
}

/**
 * Shows amounts within one part of the page while the pointer is over it or the focus in it: spread `handlers` on that
 * part, and put `Privacy` with `hide` around its content.
 */
export function useReveal(): { hide: boolean; handlers: RevealHandlers } {
  const masked = useMasked();
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  return {
    hide: masked && !pointed && !focused,
    handlers: {
      onPointerEnter: () => setPointed(true),
      onPointerLeave: () => setPointed(false),
      onFocus: () => setFocused(true),
      onBlur: ({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) {
          setFocused(false);
        }
      },
    },
  };
}

/** An amount, or a mask in its place. */
export function Amount({ children }: { children: ReactNode }) {
  return useMasked() ? <Dots /> : children;
}

function Dots() {
  return (
    <>
      <span className={styles.dots} aria-hidden="true">
        ••••
      </span>
      <span className="only-spoken">{popoverTexts.hidden}</span>
    </>
  );
}
