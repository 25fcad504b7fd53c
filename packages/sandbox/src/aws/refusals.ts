import { Refusals } from '../faults';
import { Reply } from '../wire';
import { AwsError } from './AwsError';
import { AwsService, codesOf } from './AwsService';
import { Identity } from './credentials';

/** What a refusal is about. */
export interface RefusalOptions {
  service: AwsService;
  operation: string;
  identity: Identity;
  requestId: string;
}

/** What AWS says to someone who may not. */
export function accessDenied(options: RefusalOptions): AwsError {
  const { service, operation, identity } = options;
  const action = `${service.iamPrefix}:${operation}`;
  const sentence = `User: ${identity.arn} is not authorized to perform: ${action} because no identity-based policy allows the ${action} action`;
  const { denied } = codesOf(service);
  return new AwsError({
    code: denied,
    message:
      denied === 'UnauthorizedOperation'
        ? `You are not authorized to perform this operation. ${sentence}`
        : sentence,
    status: 403,
  });
}

/** What AWS says when calls come too fast. */
export function throttled(service: AwsService): AwsError {
  const code = codesOf(service).throttled;
  return new AwsError({
    code,
    message:
      code === 'RequestLimitExceeded'
        ? 'Request limit exceeded.'
        : 'Rate exceeded',
    status: code === 'RequestLimitExceeded' ? 503 : 400,
  });
}

/** What AWS says to keys that have ended. */
export function expiredCredentials(service: AwsService): AwsError {
  return new AwsError({
    code: codesOf(service).expired,
    message: 'The security token included in the request is expired',
    status: 403,
  });
}

/** What AWS says to keys that it does not know. */
export function unknownKey(service: AwsService): AwsError {
  return new AwsError({
    code: codesOf(service).unknownKey,
    message: 'The security token included in the request is invalid.',
    status: 403,
  });
}

/** How AWS refuses a call. */
export function awsRefusals(options: RefusalOptions): Refusals {
  const { service, requestId } = options;
  const reply = (error: AwsError): Reply =>
    service.protocol.error(error, requestId);
  return {
    status: (code, body) => {
      const answer = reply(
        new AwsError({
          code: code >= 500 ? 'ServiceUnavailable' : 'ValidationError',
          message: `The sandbox was told to answer ${code}`,
          status: code,
        }),
      );
      return { ...answer, status: code, body: body ?? answer.body };
    },
    denied: () => reply(accessDenied(options)),
    throttled: () => reply(throttled(service)),
    expiredCredentials: () => reply(expiredCredentials(service)),
    expiredContinue: () =>
      reply(
        new AwsError({
          code: codesOf(service).invalid,
          message: 'The token has expired',
        }),
      ),
  };
}
