// How to get a key, step by step, for a user who has the dashboard beside this window.
import { type ReactNode, useState } from 'react';
import type { CallInput } from '../../app/bridge/contract';
import type { Problem } from '../../app/model/problem';
import { onboardingTexts as texts } from '../../app/texts/onboarding';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { call } from '../ui/bridge';
import { NoSandboxBanner } from '../ui/NoSandboxBanner';
import { View } from '../ui/View';
import styles from './Guide.module.css';
import { Refusal } from './Refusal';

type Page = CallInput<'external.open'>['page'];

/** The steps, in their order. `opens`: the page that a step can open. `warns`: the step where care is needed. */
const steps: readonly { id: keyof typeof texts.guideSteps; opens?: Page & keyof typeof texts.opens; warns?: true }[] = [
  { id: 'signIn' },
  { id: 'verifyEmail' },
  { id: 'twoFactor' },
  { id: 'openPage', opens: 'apiKey' },
  { id: 'generate', warns: true },
  { id: 'copy' },
];

interface GuideProps {
  sandboxed: boolean;
  back: { label: string; onPress: () => void };
  onKey: () => void;
}

/** The steps in the dashboard, the one thing to beware of, and what a key can do. */
export function Guide({ sandboxed, back, onKey }: GuideProps) {
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
        {steps.map(({ id, opens, warns }) => (
          <li key={id} className={styles.step}>
            <div className={styles.words}>
              <h2 className={styles.title}>{texts.guideSteps[id].title}</h2>
              <p className={styles.line}>{texts.guideSteps[id].line}</p>
              {opens === undefined ? null : link(texts.opens[opens], opens)}
              {warns ? (
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
      <NoSandboxBanner sandboxed={sandboxed} />
      <div className={styles.actions}>
        <Button kind="primary" icon="key" wide onPress={onKey}>
          {texts.haveItNow}
        </Button>
      </div>
    </View>
  );
}
