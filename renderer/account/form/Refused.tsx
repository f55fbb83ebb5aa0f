// Why something that was just requested was not done, announced when it appears.
import type { Problem } from '../../../app/model/problem';
import { actionProblemText } from '../../../app/texts/account/actions';
import { sentences } from '../../../app/texts/sentence';
import { Banner } from '../../ui/Banner';
import { locale } from '../../ui/locale';
import { useMasked } from '../../ui/privacy';
import { useNow } from '../../ui/hooks/use-now';

/** Title, cause and next step. */
export function Refused({ problem }: { problem: Problem }) {
  const now = useNow();
  const text = actionProblemText(problem, locale(), now, useMasked());
  return (
    <Banner tone="bad" role="alert" detail={sentences(text.cause, text.next)}>
      {text.title}
    </Banner>
  );
}
