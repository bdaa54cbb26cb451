import { createStore } from '../../lib/store.ts';

/** What lies around the photo; how bright that is changes how its contrast looks. No text stands on it. */
const backgrounds = ['#2e2e2e', '#171717', '#777777', '#ffffff'] as const;

const KEY = 'proofline.stage';

type StageLook = { readonly background: string; readonly showsInfo: boolean; readonly showsHistogram: boolean };

const usual: StageLook = { background: backgrounds[0], showsInfo: false, showsHistogram: false };

/** How this browser shows photos. */
export const stageLook = createStore<StageLook>({
  ...usual,
  ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<StageLook>),
});
stageLook.subscribe(() => localStorage.setItem(KEY, JSON.stringify(stageLook.get())));

export function nextBackground(): void {
  stageLook.set((look) => {
    const at = backgrounds.findIndex((background) => background === look.background);
    return { ...look, background: backgrounds[(at + 1) % backgrounds.length]! };
  });
}

export function toggleLook(part: 'showsInfo' | 'showsHistogram'): void {
  stageLook.set((look) => ({ ...look, [part]: !look[part] }));
}
