import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useText } from '../translations/texts.ts';
import { type ClockRequest, RequestLine } from '../ui/RequestLine.tsx';

/** 延期, 挂起: what was asked in a case and how it was decided; who may decide is led to where they do. */
export function CaseRequests({ requests }: { readonly requests: readonly ClockRequest[] }): ReactElement {
  const { text } = useText();
  return (
    <>
      {requests.toReversed().map((request) => (
        <RequestLine key={request.id} request={request} withStep>
          {request.may.decide && (
            <Link href={`/user-tasks/${request.userTask}`} className="gl-button gl-button-plain gl-button-small">
              {text('request.decide')}
            </Link>
          )}
        </RequestLine>
      ))}
    </>
  );
}
