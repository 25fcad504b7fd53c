import { mockServices } from '@backstage/backend-test-utils';
import { inertLogger } from './inertLogger';

it('lets nothing from outside write a line or a colour of its own', () => {
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const quiet = inertLogger(logger).child({ part: 'sweep' });
  const attack = 'Reading failed: x\r\n\u001b[31merror: all is lost\u202e';
  for (const level of ['error', 'warn', 'info', 'debug'] as const) {
    quiet[level](attack, { kept: 1 });
    expect(logger[level]).toHaveBeenCalledWith(
      'Reading failed: x  [31merror: all is lost\ufffd'.replace('  ', ' '),
      { kept: 1 },
    );
  }
  quiet.warn('x'.repeat(10_000));
  expect(logger.warn.mock.lastCall?.[0]).toHaveLength(4_000);
});
