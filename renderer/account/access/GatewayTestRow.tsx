// Asks the gateway as a program would, at its real addresses, and says what answered.
import { useState } from 'react';
import type { GatewayTest } from '../../../app/model/access/gateway-test';
import type { Problem } from '../../../app/model/problem';
import { accessTexts as texts } from '../../../app/texts/account/access';
import { problemText } from '../../../app/texts/problems/problems';
import { enumerated, sentences } from '../../../app/texts/sentence';
import { call } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { useNow } from '../../ui/hooks/use-now';
import { Icon } from '../../ui/Icon';
import { locale } from '../../ui/locale';
import { Row } from '../../ui/Section';
import { shortDuration } from './duration';
import styles from './Access.module.css';

/** The button, and what came of the last test. */
export function GatewayTestRow() {
  const [isBusy, setBusy] = useState(false);
  const [result, setResult] = useState<GatewayTest | Problem | null>(null);
  const test = async () => {
    setBusy(true);
    const answer = await call('access.test', undefined);
    setResult(answer.ok ? answer.value : answer.problem);
    setBusy(false);
  };
  return (
    <Row label={<Result result={result} />}>
      <Button busy={isBusy} onPress={() => void test()}>
        {texts.test}
      </Button>
    </Row>
  );
}

function Result({ result }: { result: GatewayTest | Problem | null }) {
  const now = useNow();
  if (result === null) return <span className={styles.hint}>{texts.testLine}</span>;
  const { isGood, text } = 'kind' in result ? failure(result, now) : outcome(result, now);
  return (
    <span role="status" className={styles.outcome} data-tone={isGood ? 'good' : 'bad'}>
      <Icon name={isGood ? 'good' : 'warning'} />
      <span>{text}</span>
    </span>
  );
}

function failure(problem: Problem, now: number): { isGood: boolean; text: string } {
  const { title, cause } = problemText(problem, locale(), now);
  return { isGood: false, text: sentences(title, cause) };
}

/** An address that nothing answers at comes first: the rest is of no use to who asks there. */
function outcome({ reached, milliseconds, problem }: GatewayTest, now: number): { isGood: boolean; text: string } {
  const missing = reached.filter(({ answered }) => !answered).map(({ at }) => at);
  const gone = missing.length === 0 ? null : texts.testNotReached({ at: enumerated(missing) });
  if (milliseconds !== null)
    return {
      isGood: gone === null,
      text: sentences(gone, texts.testWorks({ took: shortDuration(milliseconds, locale()) })),
    };
  const why = problem === undefined ? null : problemText(problem, locale(), now).title;
  const isOurs = reached.some(({ answered }) => answered);
  return { isGood: false, text: sentences(gone, isOurs ? texts.testNoAnswer : null, isOurs ? why : null) };
}
