import { createHash } from 'node:crypto';
import type { Dossier } from '@proofline/domain/dossier.ts';
import type { PublishedPhoto } from '@proofline/domain/published-photo.ts';
import { publishedRenditionKinds } from '@proofline/domain/rendition.ts';
import { revisionText } from '@proofline/domain/review.ts';

/** Exactly what would leave the machine now, and its hash: what a person approves. */
export type Revision = { readonly published: PublishedPhoto; readonly hash: string };

/** Composes a revision from the data, always; null before the photo has everything that is published, and after it gave it back. */
export type Revise = (dossier: Dossier) => Revision | null;

/** A dossier is read once and never changes, and who reads one asks for its revision more than once: it is composed at the first question. */
export function createRevise(compose: (dossier: Dossier) => PublishedPhoto): Revise {
  const composed = new WeakMap<Dossier, Revision | null>();
  return (dossier) => {
    if (!composed.has(dossier)) composed.set(dossier, revisionOf(dossier));
    return composed.get(dossier) ?? null;
  };

  function revisionOf(dossier: Dossier): Revision | null {
    const kinds = new Set(dossier.renditions.map(({ kind }) => kind));
    if (dossier.fileName === null || !publishedRenditionKinds.every((kind) => kinds.has(kind))) return null;
    const published = compose(dossier);
    return { published, hash: createHash('sha256').update(revisionText(published)).digest('hex') };
  }
}
