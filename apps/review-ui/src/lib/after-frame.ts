/**
 * Once what the present key or click changes has been drawn: for work that nobody waits for. Returns how to leave it undone. A page that nobody sees has
 * no frames, and does this when it is seen again.
 */
export function afterFrame(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A frame is drawn after its callbacks, so the next one begins when it has been.
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => (timer = setTimeout(work)));
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
