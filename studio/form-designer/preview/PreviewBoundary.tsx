import { Component, type ReactNode } from 'react';

interface PreviewBoundaryProps {
  /** What is drawn: another one is tried again. */
  readonly form: unknown;
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

interface PreviewState {
  readonly form: unknown;
  readonly isBroken: boolean;
}

/** A form that is being written may be one that cannot be drawn at the moment; the editor around it goes on. */
export class PreviewBoundary extends Component<PreviewBoundaryProps, PreviewState> {
  override state: PreviewState = { form: null, isBroken: false };

  static getDerivedStateFromError(): Partial<PreviewState> {
    return { isBroken: true };
  }

  static getDerivedStateFromProps({ form }: PreviewBoundaryProps, state: PreviewState): PreviewState | null {
    return form === state.form ? null : { form, isBroken: false };
  }

  override render(): ReactNode {
    return this.state.isBroken ? this.props.fallback : this.props.children;
  }
}
