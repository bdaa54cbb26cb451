/** Folder key (as used in paths and names) → display name of the category, e.g. `nature` → `Nature Landscape Photography`. */
export type FolderMap = Readonly<Record<string, string>>;

/** Keys that the original system shipped (original-system.md §1.10) plus the categories its public pages show. */
export const defaultFolderMap: FolderMap = {
  nature: 'Nature Landscape Photography',
  cityscape: 'Cityscape Photography',
  blog: 'blog',
  macro: 'Macro Photography',
  night: 'Night Photography',
  flowers: 'Flower Photography',
  wildlife: 'Wildlife Photography',
  aviation: 'Aviation Photography',
  architecture: 'Architecture Photography',
  travel: 'Travel Photography',
  people: 'People Photography',
};
