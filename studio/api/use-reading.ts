import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listNotifications, markNotificationsRead } from '../../server/http/contract/notifications.ts';
import type { AnyOperation } from '../../server/http/contract/operation.ts';
import { call } from './call.ts';

/**
 * Notes that somebody has seen what they were told, once for each notice. Without a network it is noted the next time.
 *
 * @param ids notices that are on the page and unread
 * @param shownBy the reading operation whose answer shows them
 */
export function useReading(ids: readonly string[], shownBy: AnyOperation): void {
  const answers = useQueryClient();
  const said = ids.join(' ');
  const { id: shown } = shownBy;
  useEffect(() => {
    if (said === '') return;
    const stale = async (): Promise<void> => {
      for (const id of [listNotifications.id, shown]) await answers.invalidateQueries({ queryKey: [id] });
    };
    call(markNotificationsRead, { body: { ids: said.split(' ') } }).then(stale, () => undefined);
  }, [answers, said, shown]);
}
