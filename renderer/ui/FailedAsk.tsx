// Says at the foot of the window why the last request was not carried out.
import type { Problem } from '../../app/model/problem';
import { failedAskTexts as texts } from '../../app/texts/failed-ask';
import { problemText } from '../../app/texts/problems/problems';
import { sentences } from '../../app/texts/sentence';
import { Banner } from './Banner';
import { IconButton } from './Button';
import { setFailedAsk, useFailedAsk } from './failed-ask';
import styles from './FailedAsk.module.css';
import { locale } from './locale';
import { useMasked } from './privacy';
import { useNow } from './hooks/use-now';

/** Nothing as long as nothing was refused. */
export function FailedAsk() {
  const problem = useFailedAsk();
  return problem === null ? null : <Failure problem={problem} />;
}

function Failure({ problem }: { problem: Problem }) {
  const { title, cause, next } = problemText(problem, locale(), useNow(), useMasked());
  return (
    <div className={styles.place}>
      <Banner
        tone="bad"
        role="alert"
        detail={sentences(title, cause, next)}
        corner={<IconButton icon="close" label={texts.dismiss} onPress={() => setFailedAsk(null)} />}
      >
        {texts.title}
      </Banner>
    </div>
  );
}
