/** What a server answers, before it is on the wire. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: Buffer | string;
  /**
   * What becomes of it on the wire, where that is not "sent whole": nothing
   * is ever sent, the connection is reset, or it ends within the body (0 to 1).
   */
  transport?: 'hang' | 'reset' | { cutAt: number };
}

/** An answer in JSON. */
export function jsonReply(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Reply {
  return {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: `${JSON.stringify(body)}\n`,
  };
}

/** An answer in plain text. */
export function textReply(status: number, body: string): Reply {
  return {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    body,
  };
}
