import { readFileSync } from 'node:fs';
import { NOWHERE } from './observed-transitions.ts';

const DOCUMENT = new URL('../../docs/lifecycles.md', import.meta.url);

/** The transitions of docs/lifecycles.md, as its tables and as its drawings give them: `machine: from → to`. */
export function drawnLifecycles(): { readonly tables: readonly string[]; readonly drawings: readonly string[] } {
  const sections = readFileSync(DOCUMENT, 'utf8').split(/^## /m).slice(1);
  const tables: string[] = [];
  const drawings: string[] = [];
  for (const section of sections) {
    const machine = section.slice(0, section.indexOf('\n')).trim();
    for (const [, from, to] of section.matchAll(/^\| +([`(][\w-]+[`)]) +\| +([`(][\w-]+[`)]) +\|/gm))
      tables.push(`${machine}: ${plain(from)} → ${plain(to)}`);
    for (const [, from, to] of section.matchAll(/^ +(\S+) --> (\S+)$/gm))
      drawings.push(`${machine}: ${named(from)} → ${named(to)}`);
  }
  return { tables, drawings };
}

const plain = (cell = '') => cell.replaceAll('`', '');
/** Mermaid allows no hyphen in the name of a state. */
const named = (state = '') => (state === '[*]' ? NOWHERE : state.replaceAll('_', '-'));
