import { Component, type ReactNode } from 'react';
import { type ProblemRecord, problemOf } from '../api/problem-error.ts';
import { ErrorState } from '../ui/ErrorState.tsx';

interface FaultBoundaryProps {
  readonly children: ReactNode;
}

/**
 * Shows a fault of a page in the page's place and leaves the rest standing. Trying again draws the page anew; a chunk
 * that could not be loaded (a new version was installed meanwhile) is fetched by reloading.
 */
export class FaultBoundary extends Component<FaultBoundaryProps, { readonly problem: ProblemRecord | null }> {
  override state: { readonly problem: ProblemRecord | null } = { problem: null };

  static getDerivedStateFromError(thrown: unknown): { readonly problem: ProblemRecord } {
    return { problem: problemOf(thrown) };
  }

  override render(): ReactNode {
    const { problem } = this.state;
    if (problem === null) return this.props.children;
    return <ErrorState problem={problem} onRetry={() => window.location.reload()} />;
  }
}
