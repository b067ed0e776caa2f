import type { WidgetProps } from '@rjsf/utils';
import { Component, type ComponentType, type ReactElement, type ReactNode, Suspense, useContext } from 'react';
import type { Json } from '../../../server/kernel/json.ts';
import { useFieldControl } from '../field-control.ts';
import { useFormContext } from '../form-view-context.ts';
import { type FormWidget, PluginWidgetsContext } from '../plugin-widget.ts';

/**
 * A control that a plugin adds. Where the plugin is missing, cannot be fetched or fails, the ordinary control of the
 * field stands in its place: a form can be filled in whatever a plugin does.
 */
export function PluginWidget(props: WidgetProps): ReactElement {
  const { plugin: word, ordinary } = props.options;
  const find = useContext(PluginWidgetsContext);
  const Widget = typeof word === 'string' ? find(word) : null;
  const Ordinary = props.registry.widgets[String(ordinary)] as ComponentType<WidgetProps>;
  if (Widget === null) return <Ordinary {...props} />;
  return (
    <WidgetBoundary instead={<Ordinary {...props} />}>
      <Suspense fallback={<Ordinary {...props} />}>
        <Drawn widget={Widget} {...props} />
      </Suspense>
    </WidgetBoundary>
  );
}

function Drawn({
  widget: Widget,
  value,
  onChange,
  schema,
}: WidgetProps & { readonly widget: FormWidget }): ReactElement {
  const { language, door } = useFormContext();
  const { id, labelId, describedBy, title, required, invalid } = useFieldControl();
  return (
    <Widget
      id={id}
      labelId={labelId}
      describedBy={describedBy}
      title={title}
      value={value as Json | undefined}
      onChange={(next) => onChange(next)}
      required={required}
      invalid={invalid}
      language={language}
      door={door}
      schema={schema as { readonly [keyword: string]: unknown }}
    />
  );
}

interface WidgetBoundaryProps {
  readonly instead: ReactNode;
  readonly children: ReactNode;
}

class WidgetBoundary extends Component<WidgetBoundaryProps, { readonly failed: boolean }> {
  override state: { readonly failed: boolean } = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}
