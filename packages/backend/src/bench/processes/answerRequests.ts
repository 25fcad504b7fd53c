import type { Answer } from './BenchProcess';

interface Request {
  id: number;
  request: string;
  params: unknown;
}

/**
 * Makes this process answer the one that started it, which alone can send it
 * messages. It ends when that one is gone, however it went.
 */
export function answerRequests(
  handlers: Record<string, (params: never) => unknown>,
): void {
  const reply = (answer: Answer) => process.send?.(answer);
  process.on('message', async message => {
    const { id, request, params } = message as Request;
    try {
      const result = await handlers[request](params as never);
      reply({ id, result });
    } catch (error) {
      reply({
        id,
        error: error instanceof Error ? error.stack : String(error),
      });
    }
  });
  process.once('disconnect', () => process.exit(1));
}
