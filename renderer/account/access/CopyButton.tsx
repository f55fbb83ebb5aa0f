// A button that copies through main, and says for a moment that it did.
import { type ReactNode, useEffect, useState } from 'react';
import type { Result } from '../../../app/model/problem';
import { accessTexts as texts } from '../../../app/texts/account/access';
import { Button } from '../../ui/Button';
import { setFailedAsk } from '../../ui/failed-ask';

/** How long it says so (ms). */
const SAID_FOR = 3000;

/** `onCopy` asks main. */
export function CopyButton({ onCopy, children }: { onCopy: () => Promise<Result<unknown>>; children: ReactNode }) {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setCopied(false), SAID_FOR);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async () => {
    const answer = await onCopy();
    setCopied(answer.ok);
    setFailedAsk(answer.ok ? null : answer.problem);
  };
  return (
    <>
      <Button icon={isCopied ? 'check' : 'copy'} onPress={() => void copy()}>
        {isCopied ? texts.copied : children}
      </Button>
      <span role="status" className="only-spoken">
        {isCopied ? texts.copied : ''}
      </span>
    </>
  );
}
