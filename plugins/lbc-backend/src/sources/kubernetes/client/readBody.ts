/** The body is larger than it may be. */
export class BodyTooLargeError extends Error {}

/**
 * Reads a body whole, up to a limit. The pieces are let go of before the text
 * is parsed, so that one page is in memory once at a time.
 */
export async function readBody(
  response: Response,
  maxBytes: number,
): Promise<string> {
  const announced = Number(response.headers.get('content-length') ?? 0);
  if (announced > maxBytes) {
    await response.body?.cancel();
    throw new BodyTooLargeError();
  }
  if (!response.body) {
    return '';
  }
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
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
export async function readRefusal(response: Response): Promise<string> {
  try {
    return await readBody(response, 64 * 1024);
  } catch {
    return '';
  }
}
