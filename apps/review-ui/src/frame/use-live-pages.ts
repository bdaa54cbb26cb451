import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { followEvents } from '../lib/live-events.ts';

/** A thousand photos may be on their way: what they change is read again together, this often at most. */
const READ_AGAIN_MS = 700;

/** What any event may change. A session of reviews is not among them: its list stays as it was when it began. */
const following = [
  ['overview'],
  ['failures'],
  ['plan'],
  ['publication-progress'],
  ['on-site'],
  ['events'],
  ['roll-backs'],
  ['stages'],
  ['stage-load'],
  ['crash-reports'],
  ['audits'],
] as const;

/** What is being read is read to its end: somebody may be waiting for it. */
const gently = { cancelRefetch: false };

/** Keeps every page as it stands on the server. */
export function useLivePages(): void {
  const client = useQueryClient();
  useEffect(() => {
    const photoIds = new Set<number>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const readAgain = () => {
      timer = undefined;
      for (const queryKey of following) void client.invalidateQueries({ queryKey }, gently);
      for (const photoId of photoIds) {
        void client.invalidateQueries({ queryKey: ['review', photoId] }, gently);
        void client.invalidateQueries({ queryKey: ['redrafts', photoId] }, gently);
        void client.invalidateQueries({ queryKey: ['field-history', photoId] }, gently);
      }
      photoIds.clear();
    };
    const unfollow = followEvents(
      ({ photoId }) => {
        if (photoId !== null) photoIds.add(photoId);
        timer ??= setTimeout(readAgain, READ_AGAIN_MS);
      },
      () => {
        // A server that was started anew may know the session no longer.
        void client.invalidateQueries({ queryKey: ['session'] }, gently);
        void client.invalidateQueries({ queryKey: ['review'] }, gently);
        void client.invalidateQueries({ queryKey: ['redrafts'] }, gently);
        void client.invalidateQueries({ queryKey: ['field-history'] }, gently);
        readAgain();
      },
    );
    return () => {
      clearTimeout(timer);
      unfollow();
    };
  }, [client]);
}
