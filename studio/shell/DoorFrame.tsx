import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, StrictMode, useState } from 'react';
import { createKeptAnswers } from '../api/kept-answers.ts';
import { PluginWidgetsContext } from '../form-view/plugin-widget.ts';
import { ToastPlace } from '../ui/Toast.tsx';
import { findPluginWidget } from './plugin-widgets.ts';
import { FaultBoundary } from './FaultBoundary.tsx';

/** What both doors stand in: the kept answers, the place for short words, and a net for faults of our own. */
export function DoorFrame({ children }: { readonly children: ReactNode }): ReactElement {
  const [answers] = useState(createKeptAnswers);
  return (
    <StrictMode>
      <FaultBoundary>
        <QueryClientProvider client={answers}>
          <PluginWidgetsContext value={findPluginWidget}>
            <ToastPlace>{children}</ToastPlace>
          </PluginWidgetsContext>
        </QueryClientProvider>
      </FaultBoundary>
    </StrictMode>
  );
}
