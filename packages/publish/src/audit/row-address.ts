/**
 * The path on the target that an address of the site's table leads to; null where it leads elsewhere. Addresses are below `base`, or
 * site-relative. Where no base is set and an address is a whole one, its last `segments` parts count: the layout of the site.
 */
export function pathOfAddress(address: string, base: string | null, segments: number): string | null {
  const trimmed = address.trim();
  if (base !== null && trimmed.startsWith(`${base}/`)) return decoded(trimmed.slice(base.length + 1));
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed)) return decoded(trimmed.replace(/^\/+/, ''));
  if (base !== null) return null;
  return decoded(new URL(trimmed).pathname.split('/').filter(Boolean).slice(-segments).join('/'));
}

/** What is no percent-encoding stands for itself: the original system wrote addresses plainly. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
