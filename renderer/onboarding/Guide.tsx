// How to get a key, step by step, for a user who has the dashboard beside this window. Opens pages; makes no key.
import { type ReactNode, useState } from 'react';
import type { CallInput } from '../../app/bridge/contract';
import type { Problem } from '../../app/model/problem';
import { onboardingTexts as texts } from '../../app/texts/onboarding';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { call } from '../ui/bridge';
import { View } from '../ui/View';
import styles from './Guide.module.css';
import { Refusal } from './Refusal';

type Page = CallInput<'external.open'>['page'];

interface GuideProps {
  back: { label: string; onPress: () => void };
  onKey: () => void;
}

/** The steps in the dashboard, the one thing to beware of, and what a key can do. */
export function Guide({ back, onKey }: GuideProps) {
  const [opened, setOpened] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const open = async (page: Page) => {
    setOpened(false);
    setProblem(null);
    const answer = await call('external.open', { page });
    setOpened(answer.ok);
    if (!answer.ok) setProblem(answer.problem);
  };

  const link = (label: string, page: Page): ReactNode => (
    <Button kind="quiet" icon="external" className={styles.link} onPress={() => void open(page)}>
      {label}
    </Button>
  );

  return (
    <View title={texts.guideTitle} back={back} focusTitle>
      <p className={styles.lead}>{texts.guideLead}</p>
      <ol className={styles.steps}>
        {texts.guideSteps.map((step) => (
          <li key={step.title} className={styles.step}>
            <div className={styles.words}>
              <h2 className={styles.title}>{step.title}</h2>
              <p className={styles.line}>{step.line}</p>
              {step.opens === null ? null : link(texts.opens[step.opens], step.opens)}
              {step.warns ? (
                <Banner tone="warning" detail={texts.regenerateWarning} className={styles.warning}>
                  {texts.regenerateTitle}
                </Banner>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
      {problem === null ? null : <Refusal problem={problem} />}
      <output className="only-spoken">{opened ? texts.opened : ''}</output>
      <Banner tone="info" detail={texts.spends}>
        {texts.spendsTitle}
      </Banner>
      <div className={styles.actions}>
        <Button kind="primary" icon="key" wide onPress={onKey}>
          {texts.haveItNow}
        </Button>
      </div>
    </View>
  );
}
