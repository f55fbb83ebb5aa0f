// How the API is reached: address and proxy. Checks what is typed; main decides.
import { useState } from 'react';
import type { Settings } from '../../../app/model/settings';
import type { Problem } from '../../../app/model/problem';
import type { AppState } from '../../../app/model/state/app-state';
import { settingsTexts } from '../../../app/texts/settings';
import { RadioGroup } from '../../ui/fields/RadioGroup';
import { Row, Section } from '../../ui/Section';
import { addressProblem, isProxy } from './addresses';
import { type Patch, useChange } from '../../settings/use-change';
import { CommitField } from '../../settings/CommitField';
import { FieldError } from '../../settings/FieldError';

interface WaysProps<K extends string> {
  texts: { title: string; field: string; hint: string; missing: string };
  note?: string;
  choices: readonly { value: K; label: string; hint: string }[];
  /** What the settings have. */
  now: K;
  /** The one choice that a URL goes with, and the URL it has. */
  given: K;
  url: string;
  /** The change that a choice makes at once; null for the one that waits for a URL. */
  patchFor: (choice: K) => Patch | null;
  patchWith: (url: string) => Patch;
  /** What is wrong with a URL as it is typed, or null. */
  wrong: (url: string) => Problem | string | null;
}

/** A few ways, and a field for the user's own: that one takes effect once its URL is entered. */
function Ways<K extends string>(props: WaysProps<K>) {
  const { texts, now, given } = props;
  const [wantsGiven, setWantsGiven] = useState(false);
  const { change, problem } = useChange();
  const field = useChange();
  const shown = wantsGiven ? given : now;
  const missing = props.url.trim() === '' ? texts.missing : null;
  // Settings that were edited by hand, or come from another version, may hold what cannot be used.
  const valueProblem = now === given ? (missing ?? props.wrong(props.url)) : null;

  const choose = (wanted: K) => {
    const patch = props.patchFor(wanted);
    setWantsGiven(patch === null);
    if (patch !== null && wanted !== now) void change(patch);
  };

  const commit = async (url: string) => {
    const wrong = props.wrong(url) ?? (await field.change(props.patchWith(url)));
    if (wrong === null) setWantsGiven(false);
    return wrong;
  };

  return (
    <Section title={texts.title} {...(props.note === undefined ? {} : { note: props.note })}>
      <Row stacked>
        <RadioGroup label={texts.title} hideLabel value={shown} onChange={choose} choices={props.choices} />
        <FieldError problem={problem} />
      </Row>
      {shown === given ? (
        <Row stacked>
          <CommitField
            label={texts.field}
            hint={texts.hint}
            inputMode="url"
            mono
            value={props.url}
            valueProblem={valueProblem}
            commit={commit}
          />
        </Row>
      ) : null}
    </Section>
  );
}

/** Production, sandbox, or a custom address. "Another" takes effect once an address was given. */
export function AddressSection({ state }: { state: AppState }) {
  const texts = settingsTexts.address;
  const { address } = state.settings;
  return (
    <Ways<Settings['address']['kind']>
      texts={texts}
      {...(state.source.kind === 'demo' ? { note: texts.afterDemo } : {})}
      choices={[
        { value: 'production', label: texts.production, hint: texts.productionLine },
        { value: 'sandbox', label: texts.sandbox, hint: texts.sandboxLine },
        { value: 'custom', label: texts.custom, hint: texts.customLine },
      ]}
      now={address.kind}
      given="custom"
      url={address.kind === 'custom' ? address.url : ''}
      patchFor={(kind) => (kind === 'custom' ? null : { address: { kind } })}
      patchWith={(url) => ({ address: { kind: 'custom', url } })}
      wrong={addressProblem}
    />
  );
}

/** The system's proxy, none, or one for NineTray alone. "Through a proxy" takes effect once one was given. */
export function ProxySection({ state }: { state: AppState }) {
  const texts = settingsTexts.proxy;
  const { proxy } = state.settings;
  return (
    <Ways<Settings['proxy']['mode']>
      texts={texts}
      choices={[
        { value: 'system', label: texts.system, hint: texts.systemLine },
        { value: 'direct', label: texts.direct, hint: texts.directLine },
        { value: 'given', label: texts.given, hint: texts.givenLine },
      ]}
      now={proxy.mode}
      given="given"
      url={proxy.mode === 'given' ? proxy.url : ''}
      patchFor={(mode) => (mode === 'given' ? null : { proxy: { mode } })}
      patchWith={(url) => ({ proxy: { mode: 'given', url } })}
      wrong={(url) => (isProxy(url) ? null : texts.shape)}
    />
  );
}
