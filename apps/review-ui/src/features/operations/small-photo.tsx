import { useQuery } from '@tanstack/react-query';
import { ImageOff } from 'lucide-react';
import { imageUrl } from '../../lib/api.ts';
import { photoQuery } from './queries.ts';
import classes from './operations.module.css';

/** A thumbnail where one was made; its empty place where the photo did not get so far, or is gone. */
export function SmallPhoto({ photoId, alt }: { readonly photoId: number; readonly alt: string }) {
  const { data, isPending } = useQuery(photoQuery(photoId));
  const thumb = data?.renditions.find(({ kind }) => kind === 'grid-thumb' || kind === 'web-thumb');
  if (thumb === undefined)
    return <span className={classes.picture}>{!isPending && <ImageOff size={16} aria-hidden />}</span>;
  return <img className={classes.picture} src={imageUrl(photoId, thumb.sha256)} alt={alt} loading="lazy" />;
}
