import type { CaptionContext } from '@proofline/domain/captioner.ts';
import type { Dossier } from '@proofline/domain/dossier.ts';
import type { FolderMap } from '@proofline/domain/folder-map.ts';
import type { Gazetteer, KnownPlace } from '@proofline/domain/gazetteer.ts';
import type { HouseVocabulary } from '@proofline/domain/house-vocabulary.ts';
import { publishedFields } from '@proofline/domain/photo-metadata.ts';
import type { Sky } from '@proofline/domain/sky.ts';

export type ContextNeeds = {
  readonly folderMap: FolderMap;
  readonly gazetteer: Gazetteer;
  readonly sky: Sky;
  readonly vocabulary: HouseVocabulary;
};

/**
 * Everything that is known of one photo and may help to write about it, from this photo alone: what belongs to its neighbours has leaked into
 * texts of others before. Texts that were drafted earlier are no facts and are left out.
 */
export async function captionContext(dossier: Dossier, needs: ContextNeeds): Promise<CaptionContext> {
  const { photo, set, metadata } = dossier;
  const { description: _caption, altTextAccessibility: _altText, keywords: _keywords, ...inferred } = metadata.inferred;
  const fields = publishedFields({ ...metadata, inferred });
  const { gpsLatitude, gpsLongitude } = fields;
  const hasPosition = gpsLatitude !== undefined && gpsLongitude !== undefined;
  const places = hasPosition ? await needs.gazetteer.near(gpsLatitude, gpsLongitude) : [];
  const sunAltitudeDegrees = needs.sky.sunAltitudeDegrees(fields);
  const usualKeywords = needs.vocabulary.usualKeywords(set);
  return {
    subject: set.subject,
    location: set.location,
    folderDisplayName: needs.folderMap[set.folderKey] ?? set.folderKey,
    fields,
    numberInSet: photo.position + 1,
    allowedPlaceNames: allowedNames(set.location, places),
    ...(places.length > 0 && { places }),
    ...(sunAltitudeDegrees !== null && { sunAltitudeDegrees }),
    ...(usualKeywords.length > 0 && { usualKeywords }),
  };
}

/** What the operator typed, as a whole and by its parts, and what lies around the position. */
function allowedNames(location: string, places: readonly KnownPlace[]): readonly string[] {
  const typed = location.replaceAll('_', ' ').replaceAll(/\s+/gu, ' ').trim();
  const parts = typed.split(',').map((part) => part.trim());
  const around = places.flatMap(({ name, region, country }) => [name, region, country]);
  return [...new Set([typed, ...parts, ...around].filter((name) => name !== null && name !== ''))] as string[];
}
