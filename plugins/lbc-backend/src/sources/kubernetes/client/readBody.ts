/** The body is larger than it may be. */
export class BodyTooLargeError extends Error {}

/**
 * Reads a body whole, up to a limit. The pieces are let go of before the text
 * is parsed, so that one page is in memory once at a time. It ends with the
 * signal: a fetch that has answered listens to its own by a weak reference
 * only, and after a garbage collection no longer.
 */
export async function readBody(
  response: Response,
  options: { maxBytes: number; signal: AbortSignal },
): Promise<string> {
  const { maxBytes, signal } = options;
  const announced = Number(response.headers.get('content-length') ?? 0);
  if (announced > maxBytes) {
    await response.body?.cancel();
    throw new BodyTooLargeError();
  }
  if (!response.body) {
    return '';
  }
  const reader = response.body.getReader();
  const cancel = () => void reader.cancel(signal.reason).catch(() => {});
  signal.addEventListener('abort', cancel, { once: true });
  try {
    const text = await readAll(reader, maxBytes);
    // A reading that was cancelled ends as if it were whole.
    signal.throwIfAborted();
    return text;
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

async function readAll(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  maxBytes: number,
): Promise<string> {
  const decoder = new TextDecoder();
  const texts: string[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      texts.push(decoder.decode());
      return texts.join('');
    }
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      throw new BodyTooLargeError();
    }
    texts.push(decoder.decode(value, { stream: true }));
  }
}

/** Reads what there is of a refusal's body; it is only there to be quoted. */
export async function readRefusal(
  response: Response,
  signal: AbortSignal,
): Promise<string> {
  try {
    return await readBody(response, { maxBytes: 64 * 1024, signal });
  } catch {
    return '';
  }
}
