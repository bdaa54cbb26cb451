import { loopGuard } from './loop-guard.ts';
import type { Reply, ReplyPart, ReplyToken } from './vision-model.ts';

/** Reads a stream to its end, or to the point from which on the model only repeats itself; leaving it there closes the connection, and the model stops. */
export async function collectReply(stream: AsyncIterable<ReplyPart>): Promise<Reply> {
  const isLooping = loopGuard();
  const tokens: ReplyToken[] = [];
  let text = '';
  for await (const part of stream) {
    text += part.text;
    tokens.push(...part.tokens);
    if (part.end !== null) return { text, end: part.end, tokens: tokens.length === 0 ? null : tokens };
    if (isLooping(text)) return { text, end: 'loop', tokens: null };
  }
  throw new Error('the stream ended without saying so');
}
