import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { AnyOperation } from '../../server/http/contract/operation.ts';

/**
 * Kept answers of an operation are stale whenever a value changes: what is done elsewhere, step by step, changes what a list
 * would answer now.
 */
export function useStaleWhen(operation: AnyOperation, value: string | number | undefined): void {
  const answers = useQueryClient();
  const { id } = operation;
  useEffect(() => {
    if (value !== undefined) void answers.invalidateQueries({ queryKey: [id] });
  }, [answers, id, value]);
}
