// The gateway's switch, its address, and its port.
import { useState } from 'react';
import { type AccessView, highestGatewayPort, lowestGatewayPort } from '../../../app/model/access/access-view';
import type { Problem } from '../../../app/model/problem';
import { accessTexts as texts } from '../../../app/texts/account/access';
import { problemText } from '../../../app/texts/problems/problems';
import { enumerated, sentences } from '../../../app/texts/sentence';
import { Banner } from '../../ui/Banner';
import { ask, call } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { Switch } from '../../ui/fields/Switch';
import { TextField } from '../../ui/fields/TextField';
import { useNow } from '../../ui/hooks/use-now';
import { locale } from '../../ui/locale';
import { Row, Section } from '../../ui/Section';
import { FormDialog } from '../form/FormDialog';
import { CopyButton } from './CopyButton';
import { GatewayTestRow } from './GatewayTestRow';
import styles from './Access.module.css';

const lines: Readonly<Record<AccessView['status'], () => string>> = {
  off: () => texts.offLine,
  starting: () => texts.startingLine,
  listening: () => texts.onLine,
  paused: () => texts.pausedLine,
  failed: () => texts.failedLine,
};

interface GatewayCardProps {
  access: AccessView;
  /** The names of the places that use it: they hold its address. */
  places: readonly string[];
}

/** The card; with what is wrong, and what to do, where it cannot listen. */
export function GatewayCard({ access, places }: GatewayCardProps) {
  const [choosesPort, setChoosesPort] = useState(false);
  const { status, addresses, socket, port } = access;
  return (
    <>
      {access.problem === undefined ? null : (
        <Failed problem={access.problem} places={places} onPort={() => setChoosesPort(true)} />
      )}
      <Section title={texts.on}>
        <Row label={lines[status]()}>
          <Switch
            isOn={access.on}
            isPending={status === 'starting'}
            label={texts.on}
            onChange={(on) => ask('access.setOn', { on })}
          />
        </Row>
        {access.on ? (
          <Row
            label={texts.address}
            hint={<code className={styles.code}>{addresses[0] ?? `http://127.0.0.1:${port}`}</code>}
          >
            <div className={styles.buttons}>
              <Button kind="quiet" onPress={() => setChoosesPort(true)}>
                {texts.choosePort}
              </Button>
              <CopyButton onCopy={() => call('access.copyAddress', undefined)}>{texts.copyAddress}</CopyButton>
            </div>
          </Row>
        ) : null}
        {socket === null ? null : <Row label={texts.socket} hint={<code className={styles.code}>{socket}</code>} />}
        {status === 'listening' ? <GatewayTestRow /> : null}
      </Section>
      {choosesPort ? <PortDialog port={port} places={places} onClose={() => setChoosesPort(false)} /> : null}
    </>
  );
}

/** What is to be changed with the port; null where no place is known to use it. */
function mustChange(places: readonly string[]): string | null {
  return places.length === 0 ? null : texts.mustChange({ count: places.length, names: enumerated(places) });
}

function Failed({ problem, places, onPort }: { problem: Problem; places: readonly string[]; onPort: () => void }) {
  const { title, cause, next } = problemText(problem, locale(), useNow());
  return (
    <Banner
      tone="bad"
      detail={sentences(cause, next, mustChange(places))}
      action={
        <>
          <Button onPress={onPort}>{texts.choosePort}</Button>
          <Button onPress={() => ask('access.tryAgain', undefined)}>{texts.tryAgain}</Button>
        </>
      }
    >
      {title}
    </Banner>
  );
}

function PortDialog({ port, places, onClose }: { port: number; places: readonly string[]; onClose: () => void }) {
  const [text, setText] = useState(String(port));
  const [isWrong, setWrong] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const choose = async () => {
    const wanted = Number(text);
    const isValid = /^\d+$/.test(text.trim()) && wanted >= lowestGatewayPort && wanted <= highestGatewayPort;
    setWrong(!isValid);
    if (!isValid) return;
    const answer = await call('access.choosePort', { port: wanted });
    if (answer.ok) onClose();
    else setProblem(answer.problem);
  };
  const limits = { lowest: String(lowestGatewayPort), highest: String(highestGatewayPort) };
  return (
    <FormDialog
      title={texts.portTitle}
      submitLabel={texts.portUse}
      cancelLabel={texts.cancel}
      isWide={false}
      isBusy={false}
      problem={problem}
      onSubmit={() => void choose()}
      onClose={onClose}
    >
      <TextField
        label={texts.port}
        hint={mustChange(places) ?? texts.portHint}
        inputMode="numeric"
        value={text}
        error={isWrong ? texts.portWrong(limits) : null}
        onChange={setText}
      />
    </FormDialog>
  );
}
