import { createGallery } from '@proofline/publish/gallery.ts';
import type { Logger } from '@proofline/runtime/logger.ts';

/** The gallery is rebuilt once this long nothing was published or withdrawn. */
const QUIET_MS = 1_000;
/** During a long run it is rebuilt this often, or so often that it takes a twentieth of the time: its pages grow with the catalogue. */
const LONGEST_MS = 15_000;
const SHARE = 20;

export type GalleryKeeper = {
  /** The site changed; the page follows when it is quiet again. */
  noticeChange(): void;
  /** Rebuilds it now if that is due. */
  close(): Promise<void>;
};

/** Writes nothing before `swept`: its temporary files would pass for left over. */
export function openGallery(
  options: Parameters<typeof createGallery>[0],
  swept: Promise<void>,
  logger: Pick<Logger, 'warn'>,
): GalleryKeeper {
  const gallery = createGallery(options);
  let timer: NodeJS.Timeout | undefined;
  let dueSince: number | undefined;
  let running = swept;

  let tookMs = 0;
  const rebuild = async () => {
    const startedAtMs = performance.now();
    try {
      await gallery.rebuild();
      tookMs = performance.now() - startedAtMs;
    } catch (error) {
      logger.warn({ err: error }, 'the gallery page could not be rebuilt; the published photos are not affected');
    }
  };
  const start = () => {
    clearTimeout(timer);
    dueSince = undefined;
    running = running.then(rebuild);
    return running;
  };

  return {
    noticeChange() {
      dueSince ??= Date.now();
      clearTimeout(timer);
      const longest = dueSince + Math.max(LONGEST_MS, SHARE * tookMs) - Date.now();
      timer = setTimeout(() => void start(), Math.max(0, Math.min(QUIET_MS, longest)));
    },
    close: () => (dueSince === undefined ? running : start()),
  };
}
