/** A piece this long that follows itself is a loop, whatever its words. */
const TAIL_CHARS = 64;
/** Words in a run, and how often the same run may come in one reply. */
const RUN_WORDS = 3;
const MOST_RUNS = 3;
/** White space that no formatting explains: some models fill JSON with it without end (vllm#38696). */
const BLANK_CHARS = 48;
/** The reply is looked at anew after this many characters. */
const STEP_CHARS = 16;

/** Watches a reply grow; tells as soon as the model repeats itself. Penalties make loops rarer and do not prevent them. */
export function loopGuard(): (text: string) => boolean {
  let lookedAt = 0;
  return (text) => {
    if (text.length < lookedAt + STEP_CHARS) return false;
    lookedAt = text.length;
    return isLooping(text);
  };
}

export function isLooping(text: string): boolean {
  const tail = text.slice(-TAIL_CHARS);
  if (tail.length === TAIL_CHARS && text.slice(-2 * TAIL_CHARS, -TAIL_CHARS) === tail) return true;
  if (text.length >= BLANK_CHARS && text.slice(-BLANK_CHARS).trim() === '') return true;
  return hasRepeatedRun(text);
}

function hasRepeatedRun(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const seen = new Map<string, number>();
  for (let index = 0; index + RUN_WORDS <= words.length; index += 1) {
    const run = words.slice(index, index + RUN_WORDS).join(' ');
    const times = (seen.get(run) ?? 0) + 1;
    if (times > MOST_RUNS) return true;
    seen.set(run, times);
  }
  return false;
}
