import { registerHooks, type ResolveFnOutput } from 'node:module';

/**
 * Saves a start half of its time. For every file of a package Node asks the nearest `package.json` whether it is an ES module, and reads that anew each
 * time; drizzle-orm's has 179 kB and is asked for more than a hundred files. All files of one folder with the same ending have the same answer, and a
 * package is the same one for all of them.
 */
export function rememberFormats(): void {
  const formats = new Map<string, string>();
  const packages = new Map<string, ResolveFnOutput>();
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const { parentURL, conditions, importAttributes } = context;
      const isPlainImport = conditions.includes('import') && Object.keys(importAttributes).length === 0;
      if (parentURL === undefined || !isPlainImport) return nextResolve(specifier, context);

      if (!/^\.\.?\//.test(specifier)) {
        const wanted = `${folderOf(parentURL)} ${specifier}`;
        const known = packages.get(wanted) ?? nextResolve(specifier, context);
        packages.set(wanted, known);
        return { ...known, shortCircuit: true };
      }
      const { href: url } = new URL(specifier, parentURL);
      const kind = `${folderOf(url)} ${url.slice(url.lastIndexOf('.'))}`;
      const format = formats.get(kind);
      if (format !== undefined) return { url, format, shortCircuit: true };
      const resolved = nextResolve(specifier, context);
      // A link leads elsewhere, where another package.json may be the nearest.
      if (resolved.url === url && typeof resolved.format === 'string') formats.set(kind, resolved.format);
      return resolved;
    },
  });
}

function folderOf(url: string): string {
  return url.slice(0, url.lastIndexOf('/'));
}
