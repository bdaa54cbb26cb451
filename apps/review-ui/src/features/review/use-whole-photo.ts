import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { wholePhotoQuery } from './queries.ts';
import type { WholePhoto } from './whole-photo.ts';

/** Whoever goes from photo to photo asks for none of those in between. */
const SETTLED_MS = 120;

/** All pixels of `wanted`, once somebody rests at it; nothing is asked for where it is null. */
export function useWholePhoto(wanted: WholePhoto | null) {
  const key = wanted === null ? null : `${wanted.photoId} ${wanted.sha256}`;
  const [settled] = useDebouncedValue(key, SETTLED_MS);
  const isAsked = key !== null && settled === key;
  const {
    data: blob,
    error,
    isFetching,
    refetch,
  } = useQuery({
    ...wholePhotoQuery(wanted?.photoId ?? 0, wanted?.sha256 ?? ''),
    enabled: isAsked,
  });
  const [address, setAddress] = useState<{ readonly of: Blob; readonly url: string } | null>(null);
  const shown = isAsked ? blob : undefined;
  useEffect(() => {
    if (shown === undefined) return setAddress(null);
    const url = URL.createObjectURL(shown);
    setAddress({ of: shown, url });
    return () => URL.revokeObjectURL(url);
  }, [shown]);
  return {
    /** Of the picture, in this page. */
    url: address !== null && address.of === shown ? address.url : null,
    isLoading: key !== null && shown === undefined && (error === null || isFetching),
    error: isAsked && !isFetching ? error : null,
    again: () => void refetch(),
  };
}
