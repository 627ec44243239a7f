import { useQuery } from '@tanstack/react-query';
import { askSites } from './house-answers.js';

/** The list may be kept on the way for some seconds; asked for gently, and while nobody looks not at all. */
const askAgainMs = 20_000;

export function useSites() {
  return useQuery({ queryKey: ['sites'], queryFn: askSites, refetchInterval: askAgainMs });
}
