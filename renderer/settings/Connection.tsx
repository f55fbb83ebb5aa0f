// Where the API is, and the way there: address and proxy. Looks at what is typed; main has the last word.
import { useState } from 'react';
import type { AppState, Settings } from '../../app/bridge/contract';
import { settingsTexts } from '../../app/texts/settings';
import { RadioGroup } from '../ui/RadioGroup';
import { Row, Section } from '../ui/Section';
import { addressProblem, isProxy } from './addresses';
import { useChange } from './use-change';
import { CommitField } from './CommitField';
import { Trouble } from './Trouble';

/** Production, sandbox, or an address of one's own. "Another" takes effect once an address was given. */
export function AddressSection({ state }: { state: AppState }) {
  const texts = settingsTexts.address;
  const { address } = state.settings;
  const [wantsOther, setWantsOther] = useState(false);
  const { change, problem } = useChange();
  const field = useChange();
  const kind = wantsOther ? 'custom' : address.kind;

  const choose = (wanted: Settings['address']['kind']) => {
    setWantsOther(wanted === 'custom');
    if (wanted !== 'custom' && wanted !== address.kind) void change({ address: { kind: wanted } });
  };

  const commit = async (url: string) => {
    const wrong = addressProblem(url) ?? (await field.change({ address: { kind: 'custom', url } }));
    if (wrong === null) setWantsOther(false);
    return wrong;
  };

  return (
    <Section title={texts.title} {...(state.source.kind === 'demo' ? { note: texts.afterDemo } : {})}>
      <Row stacked>
        <RadioGroup
          label={texts.title}
          hideLabel
          value={kind}
          onChange={choose}
          choices={[
            { value: 'production', label: texts.production, hint: texts.productionLine },
            { value: 'sandbox', label: texts.sandbox, hint: texts.sandboxLine },
            { value: 'custom', label: texts.custom, hint: texts.customLine },
          ]}
        />
        <Trouble problem={problem} />
      </Row>
      {kind === 'custom' ? (
        <Row stacked>
          <CommitField
            label={texts.field}
            hint={texts.hint}
            inputMode="url"
            mono
            value={address.kind === 'custom' ? address.url : ''}
            commit={commit}
          />
        </Row>
      ) : null}
    </Section>
  );
}

/** The system's proxy, none, or one for NineTray alone. "Through a proxy" takes effect once one was given. */
export function ProxySection({ state }: { state: AppState }) {
  const texts = settingsTexts.proxy;
  const { proxy } = state.settings;
  const [wantsGiven, setWantsGiven] = useState(false);
  const { change, problem } = useChange();
  const field = useChange();
  const mode = wantsGiven ? 'given' : proxy.mode;

  const choose = (wanted: Settings['proxy']['mode']) => {
    setWantsGiven(wanted === 'given');
    if (wanted !== 'given' && wanted !== proxy.mode) void change({ proxy: { mode: wanted } });
  };

  const commit = async (url: string) => {
    if (!isProxy(url)) return texts.shape;
    const wrong = await field.change({ proxy: { mode: 'given', url } });
    if (wrong === null) setWantsGiven(false);
    return wrong;
  };

  return (
    <Section title={texts.title}>
      <Row stacked>
        <RadioGroup
          label={texts.title}
          hideLabel
          value={mode}
          onChange={choose}
          choices={[
            { value: 'system', label: texts.system, hint: texts.systemLine },
            { value: 'direct', label: texts.direct, hint: texts.directLine },
            { value: 'given', label: texts.given, hint: texts.givenLine },
          ]}
        />
        <Trouble problem={problem} />
      </Row>
      {mode === 'given' ? (
        <Row stacked>
          <CommitField
            label={texts.field}
            hint={texts.hint}
            inputMode="url"
            mono
            value={proxy.mode === 'given' ? proxy.url : ''}
            commit={commit}
          />
        </Row>
      ) : null}
    </Section>
  );
}
