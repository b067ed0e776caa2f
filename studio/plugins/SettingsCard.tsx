import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import type { ProblemRecord } from '../api/problem-error.ts';
import type { FormViewContext } from '../form-view/form-view-context.ts';
import { FormView } from '../form-view/FormView.tsx';
import { problemHint } from '../form-view/problem-hint.ts';
import { useText } from '../translations/texts.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { DialogBox } from '../ui/desktop/DialogBox.tsx';
import { ErrorNote } from '../ui/ErrorState.tsx';
import { useToast } from '../ui/Toast.tsx';
import type { Plugin } from './PluginsPage.tsx';
import { type PluginSettings, usePluginSettings } from './use-plugin-settings.ts';

interface SettingsCardProps {
  readonly plugin: Plugin;
  readonly area: { readonly code: string; readonly name: string };
}

/** How a plugin is set in an area: its own form, and the switch. */
export function SettingsCard({ plugin, area }: SettingsCardProps): ReactElement {
  const { text, pack, language } = useText();
  const settings = usePluginSettings(plugin, area.code);
  const { entry, translate, problem } = settings;
  const [tried, setTried] = useState(false);
  const context = useMemo<FormViewContext>(
    () => ({ door: 'desktop', language, t: text, translate }),
    [language, text, translate],
  );
  const said = useRef<ProblemRecord | null>(null);
  useEffect(() => {
    // Once for each refusal, not at each drawing.
    if (problem === null || said.current === problem) return;
    said.current = problem;
    entry.refuse(problem.places.map(({ field = '', ...place }) => ({ ...place, field })));
  }, [problem, entry]);
  const hint = tried ? problemHint(entry.open, context) : null;
  return (
    <Card
      title={text('plugin.settings')}
      count={text('plugin.settings.for', { area: pack(area.name) })}
      // Above the fields: below them the button would move away under the pointer when a sentence at a field goes.
      aside={<SettingsButtons plugin={plugin} settings={settings} onTry={() => setTried(true)} />}
    >
      {plugin.form === null ? (
        <p className="quiet">{text('plugin.nothing-to-set')}</p>
      ) : (
        <FormView {...entry.view} formContext={context} />
      )}
      {hint !== null && <p className="quiet">{hint}</p>}
      {problem !== null && problem.places.length === 0 && <ErrorNote problem={problem} />}
    </Card>
  );
}

interface SettingsButtonsProps {
  readonly plugin: Plugin;
  readonly settings: PluginSettings;
  readonly onTry: () => void;
}

function SettingsButtons({ plugin, settings, onTry }: SettingsButtonsProps): ReactElement {
  const { text } = useText();
  const say = useToast();
  const [asking, setAsking] = useState(false);
  const save = async (): Promise<void> => {
    onTry();
    if (await settings.save()) say(text(plugin.active ? 'plugin.saved' : 'plugin.switched-on'));
  };
  const isSomethingToSave = plugin.form !== null || !plugin.active;
  const action = plugin.active ? 'save' : plugin.form === null ? 'plugin.switch-on' : 'plugin.save-and-switch-on';
  return (
    <>
      {plugin.active && (
        <Button small onPress={() => setAsking(true)}>
          {text('plugin.switch-off')}
        </Button>
      )}
      {isSomethingToSave && (
        <Button
          kind="primary"
          small
          busy={settings.busy}
          disabled={plugin.state === 'failed'}
          onPress={() => void save()}
        >
          {text(action)}
        </Button>
      )}
      {asking && <SwitchOffDialog plugin={plugin} settings={settings} onClose={() => setAsking(false)} />}
    </>
  );
}

function SwitchOffDialog({
  plugin,
  settings,
  onClose,
}: {
  readonly plugin: Plugin;
  readonly settings: PluginSettings;
  readonly onClose: () => void;
}): ReactElement {
  const { text, either } = useText();
  const say = useToast();
  const switchOff = async (): Promise<void> => {
    if (!(await settings.switchOff())) return;
    onClose();
    say(text('plugin.switched-off'));
  };
  return (
    <DialogBox
      title={text('plugin.switch-off-title', { plugin: either(plugin.title) })}
      onClose={onClose}
      action={text('plugin.switch-off')}
      grave
      onAction={() => void switchOff()}
      busy={settings.busy}
      problem={settings.problem}
    >
      <p>{text('plugin.switch-off.says')}</p>
    </DialogBox>
  );
}
