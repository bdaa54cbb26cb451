/** Longest line that is read, in characters: nothing that a model is asked for comes near, and memory has an end. */
const LONGEST_LINE = 1_000_000;

/** The lines of a streamed body, as they come. Chunks end anywhere, in the middle of a letter too. */
export async function* linesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    rest += decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw new Error('the server sends a line without end');
    yield* lines.map((line) => line.trim()).filter((line) => line !== '');
  }
  rest += decoder.decode();
  if (rest.trim() !== '') yield rest.trim();
}
