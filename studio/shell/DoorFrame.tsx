import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, StrictMode, useState } from 'react';
import { createKeptAnswers } from '../api/kept-answers.ts';
import { ToastPlace } from '../ui/Toast.tsx';
import { FaultBoundary } from './FaultBoundary.tsx';

/** What both doors stand in: the kept answers, the place for short words, and a net for faults of our own. */
export function DoorFrame({ children }: { readonly children: ReactNode }): ReactElement {
  const [answers] = useState(createKeptAnswers);
  return (
    <StrictMode>
      <FaultBoundary>
        <QueryClientProvider client={answers}>
          <ToastPlace>{children}</ToastPlace>
        </QueryClientProvider>
      </FaultBoundary>
    </StrictMode>
  );
}
