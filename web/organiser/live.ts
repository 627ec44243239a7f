import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { io } from 'socket.io-client';
import { useDesk } from './desk.js';

/** Between two readings at most so often, however much happens at the sites. */
const atMostEveryMs = 1_000;

/**
 * Follows sites on the socket of the house: what is shown of the day is read anew soon after something happened there.
 * Where no socket comes through, the readings that the queries do by themselves remain.
 */
export function useLive(siteIds: readonly string[], isFrozen: boolean): void {
  const { session } = useDesk();
  const queries = useQueryClient();
  const key = [...siteIds].sort().join(' ');
  useEffect(() => {
    if (key === '' || isFrozen) return undefined;
    const socket = io('/desk', {
      path: '/api/v1/socket.io',
      transports: ['websocket'],
      auth: { token: session.token },
      reconnectionDelay: 2_000,
      reconnectionDelayMax: 30_000,
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    socket.on('connect', () => {
      for (const siteId of key.split(' ')) socket.emit('watch', { siteId });
    });
    socket.on('changed', () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void queries.invalidateQueries({ queryKey: ['day'] });
      }, atMostEveryMs);
    });
    return () => {
      clearTimeout(timer);
      socket.disconnect();
    };
  }, [key, isFrozen, session, queries]);
}
