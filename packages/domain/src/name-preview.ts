import { previewFileName, type Naming, type NamingSettings } from './file-name.ts';
import { findFolderKey, nearestFolderKeys, type FolderMap } from './folder-map.ts';

/** What the names of a set would look like, before anything is reserved. */
export type NamePreview = {
  /** The first name, without the camera and year that only the photos know. */
  readonly name: string;
  /** Why such names cannot be made; empty when they can. */
  readonly problems: readonly string[];
  /** The folder key that is meant; null when the site has no such category yet. */
  readonly folderKey: string | null;
  /** Keys that look like what was typed, the likest first; empty when it is known. */
  readonly nearest: readonly string[];
};

/** The door of whoever is about to add a set. */
export type NamePreviewer = (set: Naming) => NamePreview;

export function createNamePreviewer(settings: NamingSettings, folderMap: FolderMap): NamePreviewer {
  return (set) => {
    const folderKey = findFolderKey(folderMap, set.folderKey) ?? null;
    const nearest = folderKey === null ? nearestFolderKeys(folderMap, set.folderKey) : [];
    return { ...previewFileName({ ...set, folderKey: folderKey ?? set.folderKey }, settings), folderKey, nearest };
  };
}
