import { QueryClient } from '@tanstack/react-query';
import { mayPass, problemOf } from './problem-error.ts';

const FRESH = 15_000;
const TRIES = 2;

/**
 * What keeps the server's answers between pages. Reading is tried again only where trying again may help, and always
 * (`networkMode`): what a browser believes about the network is not to be trusted.
 */
export function createKeptAnswers(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: FRESH,
        retry: (failures, thrown) => failures < TRIES && mayPass(problemOf(thrown)),
        retryDelay: (failures) => 500 * 2 ** failures,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
