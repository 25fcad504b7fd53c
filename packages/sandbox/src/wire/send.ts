import { IncomingMessage, ServerResponse } from 'http';
import { TLSSocket } from 'tls';
import { Reply } from './Reply';

/** Options of {@link send}. */
export interface SendOptions {
  reply: Reply;
  response: ServerResponse;
  /** The fleet's clock, in milliseconds: what the Date header shows. */
  now: number;
}

/** Puts an answer on the wire, or does to the connection what the answer says. */
export function send({ reply, response, now }: SendOptions): void {
  if (response.destroyed || reply.transport === 'hang') {
    return;
  }
  if (reply.transport === 'reset') {
    reset(response);
    return;
  }
  const body =
    typeof reply.body === 'string' ? Buffer.from(reply.body) : reply.body;
  // Node's own Date header would show the machine's time, not the fleet's.
  response.sendDate = false;
  response.writeHead(reply.status, {
    Date: new Date(now).toUTCString(),
    ...reply.headers,
    'Content-Length': String(body.length),
  });
  if (reply.transport) {
    const socket = response.socket;
    const part = body.subarray(
      0,
      Math.floor(body.length * reply.transport.cutAt),
    );
    response.write(part, () => socket?.destroy());
    return;
  }
  response.end(body);
}

function reset({ socket }: ServerResponse) {
  if (socket instanceof TLSSocket) {
    // Node can send a reset on a plain connection only. Ending TLS without
    // saying so looks the same to a client.
    socket.destroy();
  } else {
    socket?.resetAndDestroy();
  }
}

/** Reads a request's body whole, up to a limit. */
export async function readBody(
  request: IncomingMessage,
  limit = 1024 * 1024,
): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += buffer.length;
    if (size > limit) {
      throw new Error('The request is too large');
    }
    chunks.push(buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}
